# What goes wrong, as a script meets it: which row, why, and whether anything was changed.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
}

AfterAll {
    Exit-TestSession
}

Describe 'A bad row' {
    BeforeEach {
        Connect-Sandbox
        $script:rows = @(
            [pscustomobject]@{ jobId = 'ot-draft-07'; headcount = '6' }
            [pscustomobject]@{ jobId = 'ot-draft-08'; headcount = '4.6' }
            [pscustomobject]@{ jobId = 'ot-draft-15'; headcount = '5' }
        )
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'is one error that names it, and the others go on' {
        $drafts = @($rows | Update-JobDraft -ErrorAction SilentlyContinue -ErrorVariable refused)

        $drafts.JobId | Should -Be 'ot-draft-07', 'ot-draft-15'
        $refused | Should -HaveCount 1
        "$($refused[0])" | Should -Match "^Row 2: .*'4\.6'"
        $refused[0].FullyQualifiedErrorId | Should -Match '^JobDrafts\.BadValue'
        $refused[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $refused[0].Exception.Outcome | Should -Be 'NotSent'
    }

    It 'is handed back as it came, so that it can be mended and piped again' {
        $null = $rows | Update-JobDraft -ErrorAction SilentlyContinue -ErrorVariable refused
        $bad = $refused[0].TargetObject
        $bad.headcount = '4'

        $bad.jobId | Should -Be 'ot-draft-08'
        ($bad | Update-JobDraft).JobId | Should -Be 'ot-draft-08'
    }

    It 'stands in the list of errors' {
        $Error.Clear()
        $null = $rows | Update-JobDraft -ErrorAction SilentlyContinue

        $Error | Should -HaveCount 1
        $Error[0].Exception.GetType().Name | Should -Be 'JobDraftsApiException'
    }

    It 'ends the script where that is asked for' {
        $id = $null
        try {
            $null = $rows | Update-JobDraft -ErrorAction Stop -WarningAction SilentlyContinue
        }
        catch {
            $id = $_.FullyQualifiedErrorId
        }

        $id | Should -Match '^JobDrafts\.BadValue'
    }

    It 'of a sheet says what is wrong in the cell' {
        $sheet = @(Import-Csv -Path "$root/samples/QuickStart/edits.csv" | Where-Object service -EQ OpenTrain)
        $null = $sheet | Update-JobDraft -ErrorAction SilentlyContinue -ErrorVariable refused

        $refused | Should -HaveCount 2
        "$($refused[0])" | Should -Match "Row 3.*'21,50' is not a number"
        "$($refused[1])" | Should -Match "Row 13.*'EXPERTS' is not one of the allowed values"
    }

    It 'that only looks like a job is refused' {
        $null = [Diagnostics.Process]::GetCurrentProcess() | Update-JobDraft -Headcount 2 -ErrorAction SilentlyContinue -ErrorVariable refused

        $refused[0].FullyQualifiedErrorId | Should -Match '^JobDrafts\.NotAJob'
    }
}

Describe 'A service that says no' {
    BeforeEach {
        Connect-Sandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'with <Status> is an error of the category <Category>' -ForEach @(
        @{ Status = 400; Category = 'InvalidData' }
        @{ Status = 401; Category = 'AuthenticationError' }
        @{ Status = 402; Category = 'PermissionDenied' }
        @{ Status = 403; Category = 'PermissionDenied' }
        @{ Status = 404; Category = 'ObjectNotFound' }
        @{ Status = 409; Category = 'InvalidOperation' }
        @{ Status = 422; Category = 'InvalidData' }
    ) {
        Set-JobDraftSandbox -Sandbox $sandbox -Fault @{ Kind = 'Status'; Status = $Status; Method = 'PATCH' }
        $null = Set-JobListing -JobId job_s01 -Title 'Another' -ErrorAction SilentlyContinue -ErrorVariable refused

        $refused | Should -HaveCount 1
        $refused[0].FullyQualifiedErrorId | Should -Match '^Sorce\.'
        $refused[0].CategoryInfo.Category | Should -Be $Category
        $refused[0].Exception.StatusCode | Should -Be $Status
    }

    It 'says what to do next beside what happened' {
        Set-JobDraftSandbox -Sandbox $sandbox -TermsAccepted $false
        $null = Publish-Job -JobId job_s01 -Service Sorce -ErrorAction SilentlyContinue -ErrorVariable refused

        $refused[0].FullyQualifiedErrorId | Should -Match '^Sorce\.AGREEMENT_OUTDATED'
        "$($refused[0])" | Should -Match 'job_s01.*Nothing was changed'
        $refused[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'to an unknown id is no reason to stop' {
        $found = @('job_s01', 'no-such-listing', 'job_s02' | Get-JobListing -ErrorAction SilentlyContinue -ErrorVariable refused)

        $found.JobId | Should -Be 'job_s01', 'job_s02'
        $refused[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}
