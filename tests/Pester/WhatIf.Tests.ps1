# -WhatIf: nothing is written, at no service and to no file.

BeforeDiscovery {
    $lines = @(
        "Close-JobListing -JobId job_live01"
        "Close-PublishedJob -JobId ot-live-01"
        "Complete-JobDraft -JobId ot-draft-01 -Answer @{ experienceLevel = 'EXPERT' }"
        "New-JobDraft -Description 'A job'"
        "New-JobListing -Title New"
        "New-TranslationCallback -JobId `$runningJob -ProjectId `$runningProject -Url https://hooks.example.org/ -TriggerState completed"
        "New-TranslationJob -ProjectId `$project -Name A -SourceLanguage en -TargetLanguage fr -Quality translation"
        "New-TranslationProject -Name Spring"
        "Publish-Job -JobId ot-draft-07 -Service OpenTrain"
        "Publish-Job -JobId job_s01 -Service Sorce"
        "Remove-TranslationJob -JobId `$job -ProjectId `$project"
        "Remove-TranslationProject -ProjectId `$project"
        "Resume-JobListing -JobId job_paused01"
        "Send-TranslationDocument -JobId `$job -ProjectId `$project -Path `$root/docs/samples/leaflet.txt"
        "Set-JobListing -JobId job_s01 -Title Other"
        "Set-TranslationJob -JobId `$job -ProjectId `$project -Briefing Warm"
        "Set-TranslationProject -ProjectId `$project -Name Summer"
        "Start-TranslationProject -ProjectId `$project -SkipCheck"
        "Stop-TranslationProject -ProjectId `$project"
        "Suspend-JobListing -JobId job_live01"
        "Update-JobDraft -JobId ot-draft-01 -Headcount 4"
        "Update-PublishedJob -JobId ot-live-01 -JobTitle Other"
        "@{ jobId = 'job_s01'; title = 'Other' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan"
    )
    $writers = $lines | ForEach-Object { @{ Line = $_ } }
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
    Connect-Sandbox
}

AfterAll {
    Exit-TestSession
}

Describe '-WhatIf' {
    It 'lets nothing out: <Line>' -ForEach $writers {
        $before = @(Get-SandboxWrite).Count
        $written = . ([scriptblock]::Create("$Line -WhatIf"))

        $written | Should -BeNullOrEmpty
        @(Get-SandboxWrite) | Should -HaveCount $before
    }

    It 'holds for a whole sheet' {
        $before = @(Get-SandboxWrite).Count
        $drafts = Import-Csv -Path "$root/docs/samples/drafts.csv" | Update-JobDraft -WhatIf

        $drafts | Should -BeNullOrEmpty
        @(Get-SandboxWrite) | Should -HaveCount $before
    }

    It 'writes no file' {
        $before = @(Get-SandboxWrite).Count
        $null = Get-TranslationJob -ProjectId $runningProject | Save-TranslationDocument -Path "$TestDrive/originals" -WhatIf
        $null = 'ot-draft-07' | New-JobDraftPlan -Service OpenTrain -Operation Publish -OutFile "$TestDrive/queue.json" -WhatIf
        $null = Get-JobListing | Where-Object PublishReady -EQ $false | Export-JobDraftForm -Path "$TestDrive/gaps.csv" -WhatIf

        [IO.Directory]::GetFileSystemEntries($TestDrive) | Should -BeNullOrEmpty
        @(Get-SandboxWrite) | Should -HaveCount $before
    }

    It 'is there on everything that writes' {
        $reading = 'Get', 'Find', 'Test', 'Compare', 'Connect', 'Disconnect', 'Import'
        $writing = @(Get-Command -Module JobDraftsPS -CommandType Cmdlet | Where-Object { $_.Verb -notin $reading })

        $writing.Count | Should -BeGreaterThan 20
        @($writing | Where-Object { -not $_.Parameters.ContainsKey('WhatIf') }) | Should -HaveCount 0
    }
}
