# What the module promises its users, from a user's console: Pester 5, Windows PowerShell 5.1 or PowerShell 7.
#   ./build.ps1 -Task Test
# Everything happens in a sandbox inside this process; nothing leaves the machine.

BeforeAll {
    $script:root = "$PSScriptRoot/../.."
    # The checkout is a module, and so is an unpacked package that the variable names.
    $script:module = $root
    if ($env:JOBDRAFTS_MODULE_PATH) { $script:module = $env:JOBDRAFTS_MODULE_PATH }
    if (-not [IO.File]::Exists("$module/lib/JobDraftsPS.dll")) {
        throw 'The module is not built yet: run ./build.ps1 first.'
    }

    Import-Module "$module/JobDraftsPS.psd1" -Force -ErrorAction Stop
}

AfterAll {
    Remove-Module -Name JobDraftsPS -ErrorAction SilentlyContinue
}

Describe 'Import' {
    It 'brings <_>' -ForEach 'Update-JobDraft', 'Get-DraftCapabilities', 'Set-TranslationJob', 'Publish-Job' {
        (Get-Command -Name $_ -Module JobDraftsPS).CommandType | Should -Be 'Cmdlet'
    }

    It 'brings the singular names that habit asks for' {
        (Get-Command -Name Get-DraftCapability).Definition | Should -Be 'Get-DraftCapabilities'
        (Get-Command -Name Publish-JobDraft).Definition | Should -Be 'Publish-Job'
    }

    It 'works a second time' {
        { Import-Module "$module/JobDraftsPS.psd1" -Force -ErrorAction Stop } | Should -Not -Throw
    }
}

Describe 'A bulk edit in the sandbox' {
    BeforeEach {
        $script:sandbox = Start-JobDraftSandbox
        Connect-JobDraftService -Sandbox $sandbox
        $script:rows = @(Import-Csv -Path "$root/samples/QuickStart/edits.csv")
        $script:good = @($rows | Where-Object { $_.service -eq 'OpenTrain' -and $_.jobId -notin 'ot-draft-03', 'ot-draft-13' })
    }

    AfterEach {
        Disconnect-JobDraftService
        $sandbox | Stop-JobDraftSandbox
    }

    It 'is connected to all three services' {
        @(Get-JobDraftConnection) | Should -HaveCount 3
    }

    It 'knows what the account may do with drafts' {
        (Get-DraftCapabilities).UpdateKeys.Count | Should -BeGreaterThan 20
    }

    It 'writes one draft from parameters' {
        $draft = Update-JobDraft -JobId ot-draft-10 -ExperienceLevel expert -PaymentType PAY_PER_LABEL -PricePerLabel 0.06

        $draft.JobId | Should -Be 'ot-draft-10'
        $draft.PublishReady | Should -Be $true
        $draft.Validation.MissingFieldCount | Should -Be 0
    }

    It 'writes the drafts of a sheet and answers in its order' {
        $drafts = @($good | Update-JobDraft)

        ($drafts.JobId -join ' ') | Should -Be ($good.jobId -join ' ')
    }

    It 'goes on after a bad row, and says which and why' {
        $drafts = @($rows | Where-Object { $_.service -eq 'OpenTrain' } | Update-JobDraft -ErrorAction SilentlyContinue -ErrorVariable refused)

        $drafts | Should -HaveCount $good.Count
        $refused | Should -HaveCount 2
        "$($refused[0])" | Should -Match "Row 3.*'21,50' is not a number"
        "$($refused[1])" | Should -Match "Row 13.*'EXPERTS' is not one of the allowed values"
        $refused[0].TargetObject.jobId | Should -Be 'ot-draft-03'
        $refused[0].FullyQualifiedErrorId | Should -Match '^JobDrafts\.BadValue'
    }

    It 'ends at a bad row where the script asks for that' {
        { $rows[2] | Update-JobDraft -ErrorAction Stop } | Should -Throw
    }

    It 'sends nothing with -WhatIf' {
        $null = Get-DraftCapabilities
        $before = (Get-JobDraftSandbox).RequestCount

        $drafts = $good | Update-JobDraft -WhatIf
        $published = Publish-Job -JobId ot-draft-07 -Service OpenTrain -WhatIf

        $drafts | Should -BeNullOrEmpty
        $published | Should -BeNullOrEmpty
        (Get-JobDraftSandbox).RequestCount | Should -Be $before
    }

    It 'publishes what is ready and refuses what is not' {
        $published = @($good | Update-JobDraft | Publish-Job -ErrorAction SilentlyContinue -ErrorVariable refused)

        $published.Count | Should -BeGreaterThan 0
        $published.Count + $refused.Count | Should -Be $good.Count
        @($published | Where-Object { $_.Status -ne 'OPEN' }) | Should -HaveCount 0
        @($refused | Where-Object { $_.FullyQualifiedErrorId -notmatch '^JobDrafts\.NotReady' }) | Should -HaveCount 0
    }

    It 'fills the gaps that a draft names' {
        $draft = Update-JobDraft -JobId ot-draft-01 -Headcount 6
        $gap = $draft.Validation.MissingFields[0]

        $draft.PublishReady | Should -Be $false
        ($draft | Update-JobDraft -Field @{ $gap.UpdateKeys[0] = $gap.EnumValues[0] }).PublishReady | Should -Be $true
    }

    It 'fills what a draft lacks from answers, round by round' {
        $draft = New-JobDraft "Robot video`nDescribe what the arm does in each clip."

        $filled = $draft | Complete-JobDraft -Answer { if ($_.Field -eq 'paymentType') { 'PAY_PER_HOUR' } else { $_.Example } }

        $filled.PublishReady | Should -Be $true
    }

    It 'agrees with the description that the service serves' {
        @(Compare-JobDraftContract) | Should -HaveCount 0
    }

    It 'writes translation jobs, and says why a running project refuses' {
        $jobs = @($rows | Where-Object { $_.service -eq 'TextKing' } | Set-TranslationJob -ErrorAction SilentlyContinue -ErrorVariable refused)

        $jobs | Should -HaveCount 12
        $refused | Should -HaveCount 1
        "$($refused[0])" | Should -Match 'is running'
    }

    It 'runs a translation project up to its order, and says what keeps it from starting' {
        $project = New-TranslationProject -Name 'Console catalogue' -DueDate 2026-08-31
        $jobs = @('fr', 'de' | ForEach-Object { New-TranslationJob -ProjectId $project.ProjectId -Name "Leaflet $_" -SourceLanguage en -TargetLanguage $_ -Quality translation })
        $null = $project | Set-TranslationProject -CouponName WELCOME
        $started = $project | Start-TranslationProject -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable refused
        $jobs[1] | Remove-TranslationJob -Confirm:$false

        $jobs | Should -HaveCount 2
        $started | Should -BeNullOrEmpty
        "$($refused[0])" | Should -Match 'needs a source document'
        (Get-TranslationProject -ProjectId $project.ProjectId).MissingFieldCount | Should -Be 1
        ($project | Get-TranslationCoupon).Unit | Should -Be 'percent'
        ($project | Stop-TranslationProject -Confirm:$false).State | Should -Be 'canceled'
    }

    It 'deletes a translation project' {
        $project = New-TranslationProject -Name 'A slip'
        $project | Remove-TranslationProject -Confirm:$false

        { Get-TranslationProject -ProjectId $project.ProjectId -ErrorAction Stop } | Should -Throw '*404*'
    }

    It 'reads the catalogues of translations' {
        @(Get-TranslationTopic -Culture de | Where-Object Name -eq 'Allgemein') | Should -HaveCount 1
        @(Get-TranslationLanguage -Direction Target | Where-Object Code -eq 'ja') | Should -HaveCount 1
        @(Get-TranslationPrice -Words 10 -SourceLanguage en -TargetLanguage fr) | Should -HaveCount 2
        @(Get-TranslationLineItem -ProjectId 22222222-2222-4222-8222-222222222222) | Should -HaveCount 1
        @(Get-BillingAddress | Where-Object IsDefault) | Should -HaveCount 1
    }

    It 'sends a document, delivers it and saves the translation' {
        Set-Content -Path TestDrive:/note.txt -Value 'two words' -NoNewline
        $project = New-TranslationProject -Name 'Documents'
        $job = New-TranslationJob -ProjectId $project.ProjectId -Name Note -SourceLanguage en -TargetLanguage fr -Quality translation

        ($job | Send-TranslationDocument -Path TestDrive:/note.txt).Words | Should -Be 2
        @(Get-TranslationPrice -Path TestDrive:/note.txt -SourceLanguage en -TargetLanguage fr) | Should -HaveCount 2
        $null = $project | Start-TranslationProject -Confirm:$false
        $job | Complete-SandboxTranslation -Step Deliver -Sandbox $sandbox
        $saved = $job | Save-Translation -Path TestDrive:/translations

        Get-Content -LiteralPath $saved.Path | Should -Be '[en > fr] two words'
        ($job | Save-TranslationDocument -Path TestDrive:/originals).Length | Should -Be 9
        { $job | Save-Translation -Path TestDrive:/translations -ErrorAction Stop } | Should -Throw '*left as it is*'
    }

    It 'keeps the callbacks of a job' {
        $callback = New-TranslationCallback -JobId bbbbbbbb-0000-4000-8000-000000000001 -ProjectId 22222222-2222-4222-8222-222222222222 -Url https://hooks.example.org/ -TriggerState completed
        ($callback | Set-TranslationCallback -ExtraData 'order 9').ExtraData | Should -Be 'order 9'
        $callback | Remove-TranslationCallback

        @(Get-TranslationCallback -ProjectId $callback.ProjectId -JobId $callback.JobId) | Should -HaveCount 0
    }

    It 'publishes listings of Sorce' {
        $listings = @($rows | Where-Object { $_.service -eq 'Sorce' } | Publish-Job)

        $listings | Should -HaveCount 5
        @($listings | Where-Object { $_.Status -ne 'ACTIVE' }) | Should -HaveCount 0
    }

    It 'makes, edits, pauses, resumes and closes a listing' {
        $listing = New-JobListing -Title 'Bench jeweller' -RemoteOption HYBRID -Location 'Tulsa, Oklahoma' -Budgets @{ window = 'WEEKLY'; budgetCents = 20000 }
        $edited = $listing | Set-JobListing -AddBudget @{ window = 'DAILY'; budgetCents = 4000 }

        (Find-JobLocation Tulsa).LocationId | Should -Be $edited.Locations[0].LocationId
        (($listing | Get-JobListing).Budgets.Window -join ' ') | Should -Be 'WEEKLY DAILY'
        (Suspend-JobListing job_live01).Status | Should -Be 'PAUSED'
        (Resume-JobListing job_live01).Status | Should -Be 'ACTIVE'
        (Close-JobListing job_live01 -Confirm:$false).Status | Should -Be 'CLOSED'
    }

    It 'lists drafts and live jobs' {
        @(Get-JobDraft) | Should -HaveCount 16
        (Get-JobDraft -JobId ot-draft-03).Title | Should -Be 'Spanish call transcripts'
        @(Get-PublishedJob -Mine) | Should -HaveCount 2
    }

    It 'reads the marketplace without a token' {
        (Find-PublishedJob -Query traffic).JobId | Should -Be 'ot-live-01'
        (Get-PublishedJob -JobId ot-live-02).Pay.HourlyRate | Should -Be 24
        @(Get-PublishedJobFacet | Where-Object { $_.Facet -eq 'languages' }).Count | Should -BeGreaterThan 1
        @(Get-PublishedJobChange -Since 2026-01-01).Count | Should -BeGreaterThan 0
    }

    It 'tells when moderation saves a live edit and takes the job offline' {
        $null = Set-JobDraftSandbox $sandbox -ModerationWord casino

        $job = Update-PublishedJob -JobId ot-live-01 -JobTitle 'Casino lights' -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable refused

        $job.Status | Should -Be 'DRAFT'
        "$($refused[0])" | Should -Match 'saved the update'
        $refused[0].Exception.Outcome | Should -Be 'Applied'
    }

    It 'closes a live job' {
        (Close-PublishedJob -JobId ot-live-02 -Confirm:$false).Status | Should -Be 'ARCHIVED'
    }

    It 'plans rows over services, applies them and takes them back' {
        $journal = Join-Path $TestDrive 'plan.journal.jsonl'
        $plan = @{ jobId = 'job_s02'; title = 'Ferry annotator' } | New-JobDraftPlan -Service Sorce

        ($plan | Invoke-JobDraftPlan -JournalPath $journal -Confirm:$false).Outcome | Should -Be 'Applied'
        (New-JobDraftPlan -Undo -JournalPath $journal | Invoke-JobDraftPlan -Confirm:$false).Outcome | Should -Be 'Applied'
        @($plan | Split-JobDraftPlan -Count 2).Count | Should -Be 2
    }

    It 'asks for gaps with a sheet and takes the answers' {
        $form = Join-Path $TestDrive 'gaps.csv'
        $null = Update-JobDraft -JobId ot-draft-13 -Headcount 2 -Confirm:$false | Export-JobDraftForm $form -Confirm:$false
        (Get-Content $form) -replace ',$', ',EXPERT' | Set-Content $form

        (Import-JobDraftForm $form).experienceLevel | Should -Be 'EXPERT'
    }

    It 'refuses a process that only looks like a job' {
        $null = [Diagnostics.Process]::GetCurrentProcess() | Update-JobDraft -Headcount 2 -ErrorAction SilentlyContinue -ErrorVariable refused

        $refused[0].FullyQualifiedErrorId | Should -Match '^JobDrafts\.NotAJob'
    }
}

Describe 'Without a connection' {
    It 'says how to get one' -Skip:($null -ne $env:OT_API_TOKEN -or $null -ne $env:OPENTRAIN_API_TOKEN) {
        { Update-JobDraft -JobId ot-draft-01 -Headcount 2 } | Should -Throw '*Connect-JobDraftService*'
    }
}
