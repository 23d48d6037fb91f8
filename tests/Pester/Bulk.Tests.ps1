# Sheets, plans, journals and forms from a user's console.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
}

AfterAll {
    Exit-TestSession
}

Describe 'A plan' {
    BeforeEach {
        Connect-Sandbox
        $script:sheet = "$root/samples/QuickStart/edits.csv"
        $script:journal = Join-Path -Path $TestDrive -ChildPath "$([Guid]::NewGuid()).jsonl"
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'of a sheet says what would change and what is wrong, and sends nothing' {
        $plan = Import-Csv -Path $sheet | New-JobDraftPlan -WarningAction SilentlyContinue

        $plan.Rows.Count | Should -BeGreaterThan 25
        ($plan.Findings | Where-Object Severity -EQ Error).Row | Should -Be 3, 13
        @(Get-SandboxWrite) | Should -HaveCount 0
    }

    It 'is the same from the file and from its rows' {
        $ofFile = New-JobDraftPlan -Path $sheet -WarningAction SilentlyContinue
        $ofRows = Import-Csv -Path $sheet | New-JobDraftPlan -WarningAction SilentlyContinue

        $ofFile.Hash | Should -Be $ofRows.Hash
    }

    It 'is applied over all services, told row by row, and kept in a journal' {
        $plan = New-JobDraftPlan -Path $sheet -WarningAction SilentlyContinue
        $results = @($plan | Invoke-JobDraftPlan -SkipInvalid -Accept ProjectNotPrepared -JournalPath $journal -SummaryVariable summary -Confirm:$false)

        @($results | Where-Object Outcome -EQ Applied).Count | Should -Be $summary.Applied
        @($results | Where-Object Outcome -EQ Refused).Code | Should -Match '403'
        @(Get-JobDraftJournal -Path $journal | Where-Object Outcome -EQ Applied).Count | Should -Be $summary.Applied
        (Get-JobDraftJournal -Path $journal -Summary).Outcome | Should -Be 'Partial'
    }

    It 'applied again does nothing twice' {
        $plan = 'ot-draft-07', 'ot-draft-15' | New-JobDraftPlan -Service OpenTrain -Operation Publish
        $null = $plan | Invoke-JobDraftPlan -First 1 -JournalPath $journal -Confirm:$false
        $results = @($plan | Invoke-JobDraftPlan -JournalPath $journal -Confirm:$false)

        # A row that an earlier run has done is told again, and was not tried again.
        $results.Outcome | Should -Be 'Applied', 'Applied'
        $results.Attempts | Should -Be 0, 1
        @(Get-SandboxWrite) | Should -HaveCount 2
    }

    It 'that was applied is taken back' {
        $before = (Get-JobListing -JobId job_s02).Title
        $null = @{ jobId = 'job_s02'; title = 'Ferry annotator' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -JournalPath $journal -Confirm:$false
        $between = (Get-JobListing -JobId job_s02).Title
        $undone = New-JobDraftPlan -Undo -JournalPath $journal | Invoke-JobDraftPlan -Confirm:$false

        $between | Should -Be 'Ferry annotator'
        $undone.Outcome | Should -Be 'Applied'
        (Get-JobListing -JobId job_s02).Title | Should -Be $before
    }

    It 'is split for several machines, and each part is a file' {
        $out = Join-Path -Path $TestDrive -ChildPath 'queue.json'
        $parts = @('ot-draft-07', 'ot-draft-15' | New-JobDraftPlan -Service OpenTrain -Operation Publish | Split-JobDraftPlan -Count 2 -OutFile $out)
        $first = Invoke-JobDraftPlan -Path (Join-Path -Path $TestDrive -ChildPath 'queue.1.json') -Confirm:$false

        $parts | Should -HaveCount 2
        $parts[0].Rows.Count + $parts[1].Rows.Count | Should -Be 2
        $first.Outcome | Should -Be 'Applied'
    }
}

Describe 'A run of a sheet' {
    BeforeEach {
        Connect-Sandbox
        $script:journal = Join-Path -Path $TestDrive -ChildPath "$([Guid]::NewGuid()).jsonl"
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'is journaled, and resumed where it ended' {
        $rows = @(Import-Csv -Path "$root/docs/samples/drafts.csv")
        Set-JobDraftSandbox -Sandbox $sandbox -Fault @{ Kind = 'Status'; Status = 403; Method = 'PATCH'; PathContains = 'ot-draft-02' }
        $first = @($rows | Update-JobDraft -JournalPath $journal -ErrorAction SilentlyContinue)
        $second = @($rows | Update-JobDraft -JournalPath $journal -Resume -WarningAction SilentlyContinue)

        $first.JobId | Should -Not -Contain 'ot-draft-02'
        $second.JobId | Should -Be $rows.jobId
        @(Get-SandboxWrite) | Should -HaveCount ($rows.Count + 1)
    }

    It 'gives records that go out as a sheet and come in again' {
        $out = Join-Path -Path $TestDrive -ChildPath 'drafts.csv'
        Get-JobDraft | Where-Object Title -Like '*sign*' | Export-Csv -Path $out -NoTypeInformation
        $back = @(Import-Csv -Path $out)

        $back.Count | Should -BeGreaterThan 0
        $back[0].JobId | Should -Match '^ot-draft-'
    }
}

Describe 'A form' {
    BeforeEach {
        Connect-Sandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'asks for what drafts lack, and its answers fill them' {
        $form = Join-Path -Path $TestDrive -ChildPath 'gaps.csv'
        $file = Update-JobDraft -JobId ot-draft-13 -Headcount 2 | Export-JobDraftForm -Path $form
        $asked = @(Import-Csv -Path $form)
        $asked | ForEach-Object { $_.Answer = 'EXPERT' }
        $asked | Export-Csv -Path $form -NoTypeInformation
        $answers = Import-JobDraftForm -Path $form

        $file.FullName | Should -Be ([IO.Path]::GetFullPath($form))
        $asked.Field | Should -Be 'experienceLevel'
        $answers.experienceLevel | Should -Be 'EXPERT'
        ($answers | Update-JobDraft).PublishReady | Should -Be $true
    }
}
