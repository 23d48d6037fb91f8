# TEXTKING from a user's console: projects, jobs, documents, callbacks and the catalogues.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
}

AfterAll {
    Exit-TestSession
}

Describe 'Translation jobs' {
    BeforeEach {
        Connect-Sandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'are read by project, by id and by row' {
        @(Get-TranslationJob -ProjectId $project) | Should -HaveCount 12
        (Get-TranslationJob -ProjectId $project -JobId $job).JobId | Should -Be $job
        @(Import-Csv -Path "$root/docs/samples/translations.csv" | Get-TranslationJob).Count | Should -BeGreaterThan 1
    }

    It 'are written from a sheet, and a running project says why it refuses' {
        $rows = @(Import-Csv -Path "$root/samples/QuickStart/edits.csv" | Where-Object service -EQ TextKing)
        $jobs = @($rows | Set-TranslationJob -ErrorAction SilentlyContinue -ErrorVariable refused)

        $jobs | Should -HaveCount 12
        $refused | Should -HaveCount 1
        "$($refused[0])" | Should -Match 'is running'
        (Get-TranslationJob -ProjectId $project -JobId $job).Briefing | Should -Be $rows[0].briefing
    }

    It 'are made and deleted' {
        $made = New-TranslationJob -ProjectId $project -Name 'Poster EN to FR' -SourceLanguage en -TargetLanguage fr -Quality translation
        $made | Remove-TranslationJob -Confirm:$false

        $made.TargetLanguage | Should -Be 'fr'
        @(Get-TranslationJob -ProjectId $project).JobId | Should -Not -Contain $made.JobId
    }

    It 'get a document, are delivered, and give the translation back' {
        Set-Content -Path TestDrive:/note.txt -Value 'two words' -NoNewline
        $made = New-TranslationProject -Name Documents
        $note = New-TranslationJob -ProjectId $made.ProjectId -Name Note -SourceLanguage en -TargetLanguage fr -Quality translation

        ($note | Send-TranslationDocument -Path TestDrive:/note.txt).Words | Should -Be 2
        @(Get-TranslationPrice -Path TestDrive:/note.txt -SourceLanguage en -TargetLanguage fr) | Should -HaveCount 2
        (Start-TranslationProject -ProjectId $made.ProjectId -Confirm:$false).State | Should -Be 'running'
        $note | Complete-SandboxTranslation -Step Deliver -Sandbox $sandbox
        $saved = $note | Save-Translation -Path TestDrive:/translations

        [IO.File]::ReadAllText($saved.Path) | Should -Be '[en > fr] two words'
        ($note | Save-TranslationDocument -Path TestDrive:/originals).Length | Should -Be 9
        { $note | Save-Translation -Path TestDrive:/translations -ErrorAction Stop } | Should -Throw '*left as it is*'
    }

    It 'have callbacks that are made, listed, changed and removed' {
        $callback = New-TranslationCallback -JobId $runningJob -ProjectId $runningProject -Url https://hooks.example.org/ -TriggerState completed

        (Get-TranslationCallback -ProjectId $runningProject -JobId $runningJob).CallbackId | Should -Be $callback.CallbackId
        ($callback | Set-TranslationCallback -ExtraData 'order 9').ExtraData | Should -Be 'order 9'
        $callback | Remove-TranslationCallback
        @(Get-TranslationCallback -ProjectId $runningProject -JobId $runningJob) | Should -HaveCount 0
    }
}

Describe 'Translation projects' {
    BeforeEach {
        Connect-Sandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'run up to their order, and say what keeps them from starting' {
        $made = New-TranslationProject -Name 'Console catalogue' -DueDate 2026-08-31
        $jobs = @('fr', 'de' | ForEach-Object { New-TranslationJob -ProjectId $made.ProjectId -Name "Leaflet $_" -SourceLanguage en -TargetLanguage $_ -Quality translation })
        $started = $made | Start-TranslationProject -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable refused

        $jobs | Should -HaveCount 2
        $started | Should -BeNullOrEmpty
        "$($refused[0])" | Should -Match 'needs a source document'
        (Get-TranslationProject -ProjectId $made.ProjectId).MissingFieldCount | Should -Be 2
    }

    It 'take a name, a due date and a coupon' {
        $changed = Set-TranslationProject -ProjectId $project -Name 'Summer catalogue' -DueDate 2026-08-31 -CouponName WELCOME

        $changed.Name | Should -Be 'Summer catalogue'
        (Get-TranslationCoupon -ProjectId $project).Unit | Should -Be 'percent'
    }

    It 'are canceled' {
        (New-TranslationProject -Name 'A change of mind' | Stop-TranslationProject -Confirm:$false).State | Should -Be 'canceled'
    }

    It 'are deleted' {
        $made = New-TranslationProject -Name 'A slip'
        $made | Remove-TranslationProject -Confirm:$false

        { Get-TranslationProject -ProjectId $made.ProjectId -ErrorAction Stop } | Should -Throw '*404*'
    }
}

Describe 'The catalogues of translations' {
    BeforeAll {
        Connect-Sandbox
    }

    AfterAll {
        Disconnect-Sandbox
    }

    It 'have topics in one''s own language' {
        @(Get-TranslationTopic -Culture de | Where-Object Name -EQ Allgemein) | Should -HaveCount 1
    }

    It 'have languages that are targets' {
        @(Get-TranslationLanguage -Direction Target | Where-Object Code -EQ ja) | Should -HaveCount 1
    }

    It 'have a price for each service level' {
        $prices = @(Get-TranslationPrice -Words 10 -SourceLanguage en -TargetLanguage fr)

        $prices | Should -HaveCount 2
        $prices[0].TotalPrice | Should -BeGreaterThan 0
    }

    It 'have the extra services of a project' {
        @(Get-TranslationLineItem -ProjectId $runningProject) | Should -HaveCount 1
    }

    It 'have one address that bills go to by default' {
        @(Get-BillingAddress | Where-Object IsDefault) | Should -HaveCount 1
    }
}
