# The Tab key.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession

    function Get-Offer([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }
    }
}

AfterAll {
    Exit-TestSession
}

Describe 'Without a connection' {
    It 'the Tab key offers <Expected> for <Line>' -ForEach @(
        @{ Line = 'Update-JobDraft d -PaymentType fix'; Expected = 'FIXED_PRICE' }
        @{ Line = 'Update-JobDraft d -Clear headc'; Expected = 'headcount' }
        @{ Line = 'Update-JobDraft d -Field headc'; Expected = '@{ headcount = ' }
        @{ Line = 'Set-JobListing l -Clear salaryP'; Expected = 'salaryPeriod' }
        @{ Line = 'Set-TranslationJob j p -IsActive f'; Expected = '$false' }
        @{ Line = 'Get-TranslationJob p -State canc'; Expected = 'canceled' }
        @{ Line = 'Invoke-JobDraftPlan -Path p -Accept bill'; Expected = 'BilledOrder' }
        @{ Line = 'Invoke-JobDraftPlan -Path p -FailOn n'; Expected = 'None' }
        @{ Line = 'New-JobDraftPlan -InputObject op'; Expected = '@{ operation = ' }
    ) {
        Get-Offer $Line | Should -Be $Expected
    }

    It 'the Tab key offers no file where it has nothing to offer' {
        Push-Location -Path $TestDrive
        try {
            Set-Content -Path zzz.csv -Value 'a'
            @(Get-Offer 'Update-JobDraft zz') | Should -HaveCount 0
        }
        finally {
            Pop-Location
        }
    }

    It 'the Tab key is no error where nobody serves' {
        $secret = [securestring]::new()
        'token'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        Connect-JobDraftService -Service OpenTrain -BaseUri http://127.0.0.1:9/ot -Token $secret

        Get-Offer 'Update-JobDraft d -PaymentType f' | Should -Be 'FIXED_PRICE'
    }
}

Describe 'After some reading' {
    BeforeAll {
        Connect-Sandbox
        $script:drafts = @(Get-JobDraft)
        $null = Get-TranslationTopic
        $null = Get-TranslationLanguage
        $null = Get-TranslationJob -ProjectId $project
    }

    It 'the Tab key offers the drafts that were read' {
        Get-Offer 'Update-JobDraft ot-' | Sort-Object | Should -Be ($drafts.JobId | Sort-Object)
    }

    It 'the Tab key finds an id by a title, in the quotes that were begun' {
        $title = ($drafts | Where-Object JobId -EQ ot-draft-03).Title

        Get-Offer "Update-JobDraft '$title" | Should -Be "'ot-draft-03'"
    }

    It 'the Tab key offers topics by name, languages and jobs' {
        Get-Offer 'Get-TranslationPrice 100 -SourceLanguage en -TargetLanguage Fre' | Should -Be 'fr'
        @(Get-Offer 'Set-TranslationJob -Topic gen').Count | Should -BeGreaterThan 0
        @(Get-Offer "Set-TranslationJob -ProjectId $project -JobId aaaa").Count | Should -BeGreaterThan 5
    }
}
