# OpenTrain from a user's console: drafts, publications, live jobs and the marketplace.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
}

AfterAll {
    Exit-TestSession
}

Describe 'Drafts' {
    BeforeEach {
        Connect-Sandbox
        $script:rows = @(Import-Csv -Path "$root/samples/QuickStart/edits.csv" | Where-Object service -EQ OpenTrain)
        $script:good = @($rows | Where-Object jobId -NotIn 'ot-draft-03', 'ot-draft-13')
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'know what the account may do with them' {
        $may = Get-DraftCapabilities

        $may.UpdateKeys.Count | Should -BeGreaterThan 20
        $may.Enums['experienceLevel'] | Should -Contain 'EXPERT'
    }

    It 'are listed, and read by their ids' {
        @(Get-JobDraft) | Should -HaveCount 16
        (Get-JobDraft -JobId ot-draft-03).Title | Should -Be 'Spanish call transcripts'
    }

    It 'are made of plain words, and made once' {
        $text = "Bee counting`nCount the bees at the entrance of the hive in 4,000 photos."
        $draft = New-JobDraft -Description $text
        $again = New-JobDraft -Description $text

        $draft.Status | Should -Be 'DRAFT'
        $draft.MissingFieldCount | Should -BeGreaterThan 0
        $again.JobId | Should -Be $draft.JobId
    }

    It 'are made of the rows of a sheet' {
        $drafts = @(Import-Csv -Path "$root/docs/samples/new-jobs.csv" | New-JobDraft)

        $drafts | Should -HaveCount 2
        @($drafts | Where-Object { $_.Title -eq 'Bee counting' }) | Should -HaveCount 1
    }

    It 'are made of files' {
        @(New-JobDraft -Path "$root/docs/samples/jobs/*.txt") | Should -HaveCount 2
    }

    It 'are written from parameters' {
        $draft = Update-JobDraft -JobId ot-draft-10 -ExperienceLevel expert -PaymentType PAY_PER_LABEL -PricePerLabel 0.06

        $draft.JobId | Should -Be 'ot-draft-10'
        $draft.PublishReady | Should -Be $true
        $draft.Validation.MissingFieldCount | Should -Be 0
    }

    It 'are written from a sheet, and answered in its order' {
        $drafts = @($good | Update-JobDraft)

        $drafts.JobId -join ' ' | Should -Be ($good.jobId -join ' ')
    }

    It 'are left alone where a cell is empty, and cleared where that is said' {
        $null = Update-JobDraft -JobId ot-draft-07 -Headcount 8
        $left = [pscustomobject]@{ jobId = 'ot-draft-07'; jobTitle = 'Night signs'; headcount = '' } | Update-JobDraft
        $cleared = [pscustomobject]@{ jobId = 'ot-draft-07'; clear = 'dataVolumeUnit' } | Update-JobDraft

        $left.Title | Should -Be 'Night signs'
        $left.PublishReady | Should -Be $true
        $cleared.Validation.MissingFields.Field | Should -Contain 'dataVolumeUnit'
    }

    It 'name their gaps, and take what fills them' {
        $draft = Update-JobDraft -JobId ot-draft-01 -Headcount 6
        $gap = $draft.Validation.MissingFields[0]

        $draft.PublishReady | Should -Be $false
        ($draft | Update-JobDraft -Field @{ $gap.UpdateKeys[0] = $gap.EnumValues[0] }).PublishReady | Should -Be $true
    }

    It 'are filled from answers, round by round' {
        $draft = New-JobDraft -Description "Robot video`nDescribe what the arm does in each clip."

        $filled = $draft | Complete-JobDraft -Answer { if ($_.Field -eq 'paymentType') { 'PAY_PER_HOUR' } else { $_.Example } }

        $filled.PublishReady | Should -Be $true
    }

    It 'are published where they are ready and refused where they are not' {
        $published = @($good | Update-JobDraft | Publish-Job -ErrorAction SilentlyContinue -ErrorVariable refused)

        $published.Count | Should -BeGreaterThan 0
        $published.Count + $refused.Count | Should -Be $good.Count
        @($published | Where-Object { $_.Status -ne 'OPEN' }) | Should -HaveCount 0
        @($refused | Where-Object { $_.FullyQualifiedErrorId -notmatch '^JobDrafts\.NotReady' }) | Should -HaveCount 0
    }

    It 'agree with the description that the service serves' {
        @(Compare-JobDraftContract) | Should -HaveCount 0
    }
}

Describe 'Live jobs' {
    BeforeEach {
        Connect-Sandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'are listed where they are one''s own' {
        @(Get-PublishedJob -Mine) | Should -HaveCount 2
    }

    It 'are edited' {
        $job = Update-PublishedJob -JobId ot-live-02 -PricePerHour 26 -Confirm:$false

        $job.Status | Should -Be 'OPEN'
        (Get-PublishedJob -JobId ot-live-02).Pay.HourlyRate | Should -Be 26
    }

    It 'go offline where moderation strikes, and the error says that the edit was saved' {
        Set-JobDraftSandbox -Sandbox $sandbox -ModerationWord casino

        $job = Update-PublishedJob -JobId ot-live-01 -JobTitle 'Casino lights' -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable refused

        $job.Status | Should -Be 'DRAFT'
        "$($refused[0])" | Should -Match 'saved the update'
        $refused[0].Exception.Outcome | Should -Be 'Applied'
    }

    It 'are closed' {
        (Close-PublishedJob -JobId ot-live-02 -Confirm:$false).Status | Should -Be 'ARCHIVED'
        @(Get-PublishedJob -Mine) | Should -HaveCount 1
    }
}

Describe 'The marketplace' {
    BeforeAll {
        $script:sandbox = Start-JobDraftSandbox
        # Its address alone: no token is known.
        $env:OT_API_BASE_URL = "$($sandbox.OpenTrainUri)"
    }

    AfterAll {
        $env:OT_API_BASE_URL = $null
        Disconnect-Sandbox
    }

    It 'is searched without a token' {
        (Find-PublishedJob -Query traffic).JobId | Should -Be 'ot-live-01'
    }

    It 'is read without a token' {
        (Get-PublishedJob -JobId ot-live-02).Pay.HourlyRate | Should -Be 24
    }

    It 'is counted without a token' {
        @(Get-PublishedJobFacet | Where-Object Facet -EQ languages).Count | Should -BeGreaterThan 1
    }

    It 'tells what has changed without a token' {
        $changes = @(Get-PublishedJobChange -Since 2026-01-01)

        $changes.Count | Should -BeGreaterThan 0
        $changes[0].EventType | Should -Not -BeNullOrEmpty
    }
}
