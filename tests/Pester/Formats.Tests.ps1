# What a console shows: tables and lists at the width of a small console and of a usual one.

BeforeDiscovery {
    $views = @(
        @{ What = 'connections'; Columns = 'Service BaseUri TokenSource IsSandbox'; Line = 'Get-JobDraftConnection' }
        @{ What = 'drafts'; Columns = 'JobId Title Status Ready'; Line = 'Get-JobDraft' }
        @{ What = 'live jobs'; Columns = 'JobId Title Status Ready'; Line = 'Get-PublishedJob -Mine' }
        @{ What = 'counts'; Columns = 'Facet Value Count'; Line = 'Get-PublishedJobFacet' }
        @{ What = 'changes'; Columns = 'JobId EventType OccurredAt'; Line = 'Get-PublishedJobChange -Since 2026-01-01' }
        @{ What = 'listings'; Columns = 'JobId Title Status Ready'; Line = 'Get-JobListing' }
        @{ What = 'places'; Columns = 'LocationId City StateProvince Country'; Line = 'Find-JobLocation -Query Springfield' }
        @{ What = 'translation jobs'; Columns = 'JobId Title Status Ready'; Line = 'Get-TranslationJob -ProjectId $project' }
        @{ What = 'projects'; Columns = 'ProjectId Name State NetPrice Ready'; Line = 'Get-TranslationProject -State prepared' }
        @{ What = 'topics'; Columns = 'TopicId Name In'; Line = 'Get-TranslationTopic' }
        @{ What = 'languages'; Columns = 'Code Name Source Target'; Line = 'Get-TranslationLanguage' }
        @{ What = 'prices'; Columns = 'From To Quality Words PerWord Total Currency'; Line = 'Get-TranslationPrice -Words 1200 -SourceLanguage en -TargetLanguage fr' }
        @{ What = 'extra services'; Columns = 'ProjectId Description Value Currency'; Line = 'Get-TranslationLineItem -ProjectId $runningProject' }
        @{ What = 'addresses'; Columns = 'AddressId Company Name City Country Default'; Line = 'Get-BillingAddress' }
    )
    $tables = foreach ($view in $views) {
        foreach ($width in 80, 120, 200) {
            @{ What = $view.What; Columns = $view.Columns; Line = $view.Line; Width = $width }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
    Connect-Sandbox
}

AfterAll {
    Exit-TestSession
}

Describe 'A table' {
    It 'of <What> has its columns and breaks no word at <Width> columns' -ForEach $tables {
        $lines = @(. ([scriptblock]::Create($Line)) | Get-ShownLine -Width $Width)

        $lines[0].Trim() -replace '\s+', ' ' | Should -Be $Columns
        $lines.Count | Should -BeGreaterThan 2
        @($lines | Where-Object { $_.Length -gt $Width }) | Should -HaveCount 0
        # One line a record: a text that is too long ends with an ellipsis, and an id is whole.
        $ids = @(. ([scriptblock]::Create($Line)) | ForEach-Object { $_.JobId, $_.ProjectId | Where-Object { $_ } | Select-Object -First 1 })
        foreach ($id in $ids) { @($lines | Where-Object { $_ -match "^$([regex]::Escape($id))(\s|$)" }).Count | Should -BeGreaterThan 0 }
        @($lines).Count | Should -BeLessOrEqual (2 + @(. ([scriptblock]::Create($Line))).Count)
    }

    It 'of connection tests shows each message whole, in lines that break at spaces, at <_> columns' -ForEach 80, 120 {
        $tests = @(Test-JobDraftConnection)
        $lines = @($tests | Get-ShownLine -Width $_)

        $lines[0].Trim() -replace '\s+', ' ' | Should -Be 'Service Succeeded Account Message'
        $column = $lines[0].IndexOf('Message')
        ($lines | Select-Object -Skip 2 | ForEach-Object { $_.Substring($column).Trim() }) -join ' ' | Should -Be ($tests.Message -join ' ')
        $width = $_
        @($lines | Where-Object { $_.Length -gt $width }) | Should -HaveCount 0
    }

    It 'holds records of all services' {
        $lines = @(. { Get-JobDraft -JobId ot-draft-01; Get-JobListing -JobId job_s01; Get-TranslationJob -ProjectId $project -JobId $job } | Get-ShownLine -Width 80)

        @($lines | Where-Object { $_ -match '^JobId\s+Title' }) | Should -HaveCount 1
        $lines -join "`n" | Should -Match '\not-draft-01 (.|\n)*\njob_s01 (.|\n)*\naaaaaaaa-'
    }
}

Describe 'A list' {
    It 'shows what a listing lacks, with the question, at <_> columns' -ForEach 80, 120 {
        $listing = Get-JobListing | Where-Object PublishReady -EQ $false | Select-Object -First 1
        $lines = @($listing | Format-List | Get-ShownLine -Width $_)

        $lines -join "`n" | Should -Match 'Missing\s+: '
        $lines -join "`n" | Should -Match ([regex]::Escape($listing.Validation.MissingFields[0].Field))
        @($lines | Where-Object { $_ -match '\u2026' }) | Should -HaveCount 0
    }

    It 'shows what a draft lacks, with the allowed values' {
        $lines = @(Update-JobDraft -JobId ot-draft-01 -Headcount 6 | Format-List | Get-ShownLine -Width 120)

        $lines -join ' ' | Should -Match 'experienceLevel: .*EXPERT'
    }

    It 'is how a plan and the sum of a run are shown' {
        $plan = @{ jobId = 'job_s03'; title = 'Ferry pilot' } | New-JobDraftPlan -Service Sorce
        $null = $plan | Invoke-JobDraftPlan -SummaryVariable summary -Confirm:$false

        @($plan | Get-ShownLine -Width 80) -join "`n" | Should -Match 'Rows\s+: 1'
        @($summary | Get-ShownLine -Width 80) -join "`n" | Should -Match 'Outcome\s+: Applied'
    }

    It 'has colours of its own where they are wanted, and none where NO_COLOR says so' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $plan = New-JobDraftPlan -Path "$root/samples/QuickStart/edits.csv" -WarningAction SilentlyContinue
        $colour = "$([char] 27)\[3[13]m"
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Ansi'
        try {
            $env:NO_COLOR = $null
            $plan | Out-String -Width 80 | Should -Match $colour
            $env:NO_COLOR = '1'
            $plan | Out-String -Width 80 | Should -Not -Match $colour
        }
        finally {
            $env:NO_COLOR = $null
            $PSStyle.OutputRendering = $before
        }
    }

    It 'is plain in Windows PowerShell' {
        if ($PSVersionTable.PSVersion.Major -ge 7) { Set-ItResult -Skipped -Because 'this is not Windows PowerShell' }

        $plan = New-JobDraftPlan -Path "$root/samples/QuickStart/edits.csv" -WarningAction SilentlyContinue

        $plan | Out-String -Width 80 | Should -Not -Match ([char] 27)
    }
}
