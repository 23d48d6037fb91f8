# What people do with records: each of these was seen to go wrong in a real console.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
    $script:seven = $PSVersionTable.PSVersion.Major -ge 7
}

AfterAll {
    Exit-TestSession
}

Describe 'A record' {
    BeforeEach {
        Connect-Sandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'is written as JSON with names in place of numbers, and each thing once' {
        $json = Get-JobListing -JobId job_s01 | ConvertTo-Json -Depth 5
        $plan = @{ jobId = 'job_s03'; budgets = '[{"window":"DAILY","budgetCents":500}]' } | New-JobDraftPlan -Service Sorce

        $json | Should -Match '"Service":\s*"Sorce"'
        $json | Should -Match '"Source":\s*"Client"'
        ($plan | ConvertTo-Json -Depth 6) | Should -Match '"Operation":\s*"Update"'
        ($plan | ConvertTo-Json -Depth 6) | Should -Match '"ReplaceSetLoss"'
        ($json | ConvertFrom-Json).PSObject.Properties.Name | Should -Not -Contain 'AdditionalData'
    }

    It 'shows a field that nobody knows as a property, readable in a sheet too' {
        $draft = Get-JobDraft -JobId ot-draft-01

        $draft.proposalCounts | Should -Not -BeNullOrEmpty
        ($draft | ConvertTo-Csv -NoTypeInformation) -join "`n" | Should -Not -Match 'System\.|JobDraftsPS\.'
        [JobDraftsPS.RecordData]::Of($draft).Keys | Should -Contain 'proposalCounts'
    }

    It 'has no name of a type in a cell of a CSV file: <_>' -ForEach 'Get-JobListing', 'Get-JobDraft', 'Get-PublishedJob', 'Get-TranslationProject', 'Get-TranslationJob -ProjectId $project', 'Get-DraftCapabilities' {
        $sheet = (. ([scriptblock]::Create($_)) | ConvertTo-Csv -NoTypeInformation) -join "`n"

        $sheet | Should -Not -BeNullOrEmpty
        $sheet | Should -Not -Match 'System\.|JobDraftsPS\.\w'
    }

    It 'that was cut off on its way through JSON is refused, and the entry is named' {
        $null = Get-JobListing -JobId job_s03 | ConvertTo-Json -WarningAction SilentlyContinue | ConvertFrom-Json |
            Set-JobListing -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable refused

        "$refused" | Should -Match 'entry 1 was cut off .* -Depth 5'
        @(Get-SandboxWrite) | Should -HaveCount 0
        @((Get-JobListing -JobId job_s03).Questions | Where-Object { $_.Options }).Options | Should -HaveCount 2
    }

    It 'comes back whole from JSON that was deep enough' {
        $null = Get-JobListing -JobId job_s03 | Select-Object JobId, Questions | ConvertTo-Json -Depth 6 | ConvertFrom-Json |
            Set-JobListing -ErrorAction SilentlyContinue -ErrorVariable refused

        "$refused" | Should -BeNullOrEmpty
        @((Get-JobListing -JobId job_s03).Questions | Where-Object { $_.Options }).Options | Should -HaveCount 2
    }

    It 'cannot be changed by an assignment that nothing would send' {
        $listing = Get-JobListing -JobId job_s01

        { $listing.SalaryMin = 20 } | Should -Throw '*SalaryMin*'
        $listing.SalaryMin | Should -Be 120000
    }

    It 'that comes from a file says which job, and says that its values are not sent' {
        $file = [IO.Path]::Combine($TestDrive, 'listing.xml')
        Get-JobListing -JobId job_s01 | Export-Clixml -Path $file
        $revived = Import-Clixml -Path $file
        $revived.SalaryMin = 20

        $listing = $revived | Set-JobListing -Title 'Ferry developer' -WarningVariable told -WarningAction SilentlyContinue

        $listing.SalaryMin | Should -Be 120000
        $listing.Title | Should -Be 'Ferry developer'
        "$told" | Should -Match 'came from a file or another process'
    }

    It 'goes through jobs of PowerShell and back into a cmdlet' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $connection = @(Get-JobDraftConnection)
        $listings = Get-JobListing
        $titles = $listings | ForEach-Object -ThrottleLimit 2 -Parallel { $_.Title }
        $thread = Start-ThreadJob -ScriptBlock { $using:listings | Where-Object JobId -EQ 'job_s02' } | Receive-Job -Wait -AutoRemoveJob

        $titles | Should -HaveCount $listings.Count
        ($thread | Set-JobListing -Title 'From a thread' -Connection $connection).Title | Should -Be 'From a thread'
    }

    It 'goes through a job in another process and back into a cmdlet' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $listing = Get-JobListing -JobId job_s02
        $back = Start-Job -ScriptBlock { $using:listing } | Receive-Job -Wait -AutoRemoveJob

        "$($back.Service)" | Should -Be 'Sorce'
        ($back | Set-JobListing -Title 'From a process' -WarningAction SilentlyContinue).Title | Should -Be 'From a process'
    }

    It 'goes to a sheet by the name that is shown and comes back as an edit' {
        $file = [IO.Path]::Combine($TestDrive, 'drafts.csv')
        Get-JobDraft -JobId ot-draft-01 | Select-Object Service, JobId, Title | Export-Csv -Path $file -NoTypeInformation
        $rows = @(Import-Csv -Path $file)
        $rows[0].Title = 'Harbour signs'

        $plan = New-JobDraftPlan -InputObject $rows

        @($plan.Findings | Where-Object Severity -EQ Error) | Should -HaveCount 0
        "$($plan.Rows[0].Changes)" | Should -Be 'jobTitle: unknown -> Harbour signs'
    }

    It 'of a service of its own is refused where two columns contradict each other' {
        $job = $script:job
        $null = [pscustomobject]@{ projectId = $project; jobId = $job; name = 'One'; Title = 'Another' } |
            Set-TranslationJob -ErrorAction SilentlyContinue -ErrorVariable refused
        $same = [pscustomobject]@{ projectId = $project; jobId = $job; name = 'One'; Title = 'One' } | Set-TranslationJob

        "$refused" | Should -Match "Two columns name the field 'name', with different values"
        $same.Name | Should -Be 'One'
    }
}

Describe 'Several kinds of records in one script' {
    BeforeAll {
        Connect-Sandbox
    }

    AfterAll {
        Disconnect-Sandbox
    }

    It 'are lists of what matters and not of all raw properties' {
        $shown = (& { Get-JobDraftSandbox; (@{ jobId = 'job_s03'; title = 'X' } | New-JobDraftPlan -Service Sorce).Rows; Get-TranslationProject | Select-Object -First 1 } | Out-String -Width 100)

        $shown | Should -Match 'Changes\s+: .*title: Product designer -> X'
        $shown | Should -Not -Match 'System\.Object'
        $shown | Should -Not -Match 'DiscountCustomer|OAuthClientSecret'
    }
}

Describe 'A plan on screen' {
    BeforeAll {
        Connect-Sandbox
        $script:plan = New-JobDraftPlan "$root/samples/QuickStart/edits.csv" -WarningAction SilentlyContinue
    }

    AfterAll {
        Disconnect-Sandbox
    }

    It 'has each change on a line of its own, and no word broken, at <_> columns' -ForEach 80, 120, 200 {
        $lines = @($plan.Rows | Get-ShownLine -Width $_)

        $lines | Should -Contain '   1 Update  OpenTrain ot-draft-01'
        $lines | Should -Contain '      pricePerHour: unknown -> 22.50'
        $lines | Should -Contain '      quality: translation -> translation-and-correction'
    }

    It 'marks a row with a wrong cell and says what is wrong beside it' {
        $lines = @($plan.Rows | Get-ShownLine -Width 80)
        $place = [array]::IndexOf($lines, '   3 Update  OpenTrain ot-draft-03')

        $place | Should -BeGreaterThan 0
        "$($lines[$place + 1]) $($lines[$place + 2])" | Should -Match "! Error in 'pricePerHour': '21,50' is not a number"
        $plan.Rows[2].Findings | Should -HaveCount 1
    }

    It 'paints that row' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $before = $PSStyle.OutputRendering
        $plain = $env:NO_COLOR
        $PSStyle.OutputRendering = 'Ansi'
        $env:NO_COLOR = $null
        try { ($plan.Rows[2] | Out-String -Width 80) | Should -Match "$([char] 27)\[31m   3 Update" }
        finally {
            $PSStyle.OutputRendering = $before
            $env:NO_COLOR = $plain
        }
    }

    It 'shows what a console would obey as what it is, in every view' {
        $hostile = "A$([char] 27)[2K$([char] 0x9b)1A$([char] 0x202e)B"
        $null = Set-JobListing -JobId job_s04 -Title $hostile
        $shown = (Get-JobListing -JobId job_s04 | Out-String -Width 120) + (Get-JobListing -JobId job_s04 | Format-List | Out-String -Width 120) +
            ((@{ jobId = 'job_s05'; title = $hostile } | New-JobDraftPlan -Service Sorce).Rows | Out-String -Width 120)

        $shown | Should -Not -Match "[\u009b\u202e]|$([char] 27)\[2K"
        ([regex]::Matches($shown, 'A\\u001B\[2K\\u009B1A\\u202EB')).Count | Should -Be 3
        (Get-JobListing -JobId job_s04).Title | Should -Be $hostile
    }
}

Describe 'A run' {
    BeforeEach {
        Connect-Sandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'sums itself up in words for -InformationAction Continue' {
        $told = @{ jobId = 'job_s02'; title = 'Ferry annotator' } | New-JobDraftPlan -Service Sorce |
            Invoke-JobDraftPlan -InformationAction Continue 6>&1 | Where-Object { $_ -is [Management.Automation.InformationRecord] }

        "$told" | Should -Be 'Applied: 1 of 1 rows applied.'
    }

    It 'names the job in what -Verbose shows of a call' {
        $told = Update-JobDraft -JobId ot-draft-01 -Headcount 4 -Verbose 4>&1

        "$told" | Should -Match 'PATCH /job-drafts/ot-draft-01: 200'
    }
}

Describe 'What a user of PowerShell guesses' {
    BeforeAll {
        Connect-Sandbox
    }

    AfterAll {
        Disconnect-Sandbox
    }

    It 'works for listings: ids with wildcards, titles and states' {
        @(Get-JobListing 'job_s*').JobId | Should -HaveCount 10
        @(Get-JobListing -Status PAUSED).JobId | Should -Be 'job_paused01'
        @(Get-JobListing -Title '*developer*').JobId | Should -Be 'job_s01'
        @(Get-JobListing 'job_s*' -Status ACTIVE) | Should -HaveCount 0
    }

    It 'works for drafts and jobs' {
        @(Get-JobDraft 'ot-draft-0*') | Should -HaveCount 9
        @(Get-JobDraft -Title 'Parking*').JobId | Should -Be 'ot-draft-15'
        @(Get-PublishedJob).JobId | Sort-Object | Should -Be 'ot-live-01', 'ot-live-02'
        @(Get-PublishedJob 'ot-live-*') | Should -HaveCount 2
    }

    It 'works for translations: the jobs of all projects, and names' {
        @(Get-TranslationJob).Count | Should -BeGreaterThan @(Get-TranslationJob -ProjectId $project).Count
        @(Get-TranslationJob -Title 'Leaflet EN to F*').Title | Should -Be 'Leaflet EN to FR'
        @(Get-TranslationProject -Name 'Spring*').ProjectId | Should -Be $project
    }

    It 'works for a sheet: rows and paths by position, and encodings as Import-Csv takes them' {
        $file = [IO.Path]::Combine($TestDrive, 'latin.csv')
        [IO.File]::WriteAllText($file, "jobId,title`njob_s02,F$([char] 0xe4)hre`n", [Text.Encoding]::GetEncoding('iso-8859-1'))
        $rows = @([pscustomobject]@{ jobId = 'job_s02'; title = 'X' }, [pscustomobject]@{ jobId = 'job_s03'; title = 'Y' })

        (New-JobDraftPlan $rows -Service Sorce).Rows | Should -HaveCount 2
        foreach ($encoding in [Text.Encoding]::GetEncoding('iso-8859-1'), 28591, 'latin1') {
            (New-JobDraftPlan $file -Service Sorce -Encoding $encoding).Rows[0].Changes[0].To | Should -Be "F$([char] 0xe4)hre"
        }
    }

    It 'means the one sandbox that runs, and asks for a name where there are two' {
        (Set-JobDraftSandbox -RateLimit 1000 -PassThru).RateLimit | Should -Be 1000
        $second = Start-JobDraftSandbox
        try { { Set-JobDraftSandbox -RateLimit 1001 } | Should -Throw '*sandbox*' }
        finally { Stop-JobDraftSandbox $second }
    }

    It 'lists topics by their names' {
        $topic = @(Get-TranslationTopic)[0]
        $line = "Get-TranslationTopic $($topic.Name.Substring(0, 3))"
        $found = (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches

        $found.ListItemText | Should -Contain "$($topic.Name)  $($topic.TopicId)"
        $found.CompletionText -join ' ' | Should -Match $topic.TopicId
    }
}

Describe 'Two copies of the module in one process' {
    It 'are told apart by a clear error' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $copy = [IO.Path]::Combine($TestDrive, 'copy')
        foreach ($file in [IO.Directory]::GetFiles("$module/lib", '*', 'AllDirectories') + "$module/JobDraftsPS.psd1") {
            $target = $copy + $file.Substring($module.Length)
            $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
            [IO.File]::Copy($file, $target)
        }

        { Import-Module -Name "$copy/JobDraftsPS.psd1" -ErrorAction Stop } | Should -Throw '*Another copy of JobDraftsPS is loaded*'
        1 | ForEach-Object -Parallel { try { Import-Module -Name "$using:copy/JobDraftsPS.psd1" -ErrorAction Stop } catch { "$_" } } |
            Should -Match 'Another copy of JobDraftsPS is loaded'
        (Get-Command -Name Get-JobDraft).Module.ModuleBase | Should -Be $module
    }
}
