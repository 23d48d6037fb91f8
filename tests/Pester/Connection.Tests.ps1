# Import, help, connections and the sandbox itself, as a user meets them first.

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession

    # Without ConvertTo-SecureString, which would ask for -AsPlainText.
    function ConvertTo-Secret([string] $Text) {
        $secret = [securestring]::new()
        $Text.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        $secret
    }
}

AfterAll {
    Exit-TestSession
}

Describe 'The module' {
    It 'brings <_>' -ForEach 'Update-JobDraft', 'Get-DraftCapabilities', 'Set-TranslationJob', 'Publish-Job' {
        (Get-Command -Name $_ -Module JobDraftsPS).CommandType | Should -Be 'Cmdlet'
    }

    It 'brings what its manifest names' {
        $named = (Test-ModuleManifest -Path "$module/JobDraftsPS.psd1").ExportedCmdlets.Keys | Sort-Object

        (Get-Command -Module JobDraftsPS -CommandType Cmdlet).Name | Sort-Object | Should -Be $named
    }

    It 'brings the singular names that habit asks for' {
        (Get-Command -Name Get-DraftCapability).Definition | Should -Be 'Get-DraftCapabilities'
        (Get-Command -Name Publish-JobDraft).Definition | Should -Be 'Publish-Job'
    }

    It 'is imported a second time' {
        { Import-Module -Name "$module/JobDraftsPS.psd1" -Force -ErrorAction Stop } | Should -Not -Throw
    }

    It 'has help with examples, and topics' {
        $help = Get-Help -Name Update-JobDraft -Full

        $help.Synopsis | Should -Match '\.$'
        @($help.examples.example).Count | Should -BeGreaterThan 1
        "$(Get-Help -Name about_JobDraftsPS_Bulk)" | Should -Match 'SHORT DESCRIPTION'
    }
}

Describe 'A connection' {
    BeforeEach {
        $script:sandbox = Start-JobDraftSandbox
    }

    AfterEach {
        Disconnect-Sandbox
    }

    It 'is made to all three services of a sandbox, and ended for one' {
        Connect-JobDraftService -Sandbox $sandbox
        @(Get-JobDraftConnection) | Should -HaveCount 3
        Disconnect-JobDraftService -Service Sorce

        (Get-JobDraftConnection).Service | Sort-Object | Should -Be 'OpenTrain', 'TextKing'
    }

    It 'is made with a token, and says whose it is' {
        Connect-JobDraftService -Service OpenTrain -Token (ConvertTo-Secret $sandbox.OpenTrainToken) -BaseUri $sandbox.OpenTrainUri
        $test = Test-JobDraftConnection

        $test.Succeeded | Should -Be $true
        $test.Account | Should -Not -BeNullOrEmpty
    }

    It 'is made from the environment' {
        $env:SORCE_API_KEY = $sandbox.SorceToken
        try {
            Connect-JobDraftService -Service Sorce -BaseUri $sandbox.SorceUri
        }
        finally {
            $env:SORCE_API_KEY = $null
        }

        (Test-JobDraftConnection -Service Sorce).Succeeded | Should -Be $true
    }

    It 'is made from what a runbook''s asset gives' {
        Connect-JobDraftService -ConnectionInfo @{ Service = 'TextKing'; Token = $sandbox.TextKingToken; BaseUri = "$($sandbox.TextKingUri)"; TimeoutSec = '30' }

        (Get-TranslationProject -ProjectId $project).ProjectId | Should -Be $project
    }

    It 'says that a token does not work, and shows none' {
        Connect-JobDraftService -Service OpenTrain -Token (ConvertTo-Secret 'canary-4711') -BaseUri $sandbox.OpenTrainUri
        $test = Test-JobDraftConnection

        $test.Succeeded | Should -Be $false
        "$test $($test.Message) $(Get-JobDraftConnection)" | Should -Not -Match 'canary'
    }

    It 'keeps its token to itself, also as JSON' {
        $connection = Connect-JobDraftService -Service OpenTrain -Token (ConvertTo-Secret 'canary-4711') -BaseUri $sandbox.OpenTrainUri -PassThru
        $json = $connection | ConvertTo-Json -Depth 5

        $json | Should -Match 'OpenTrain'
        $json | Should -Not -Match 'canary'
    }

    It 'is one of two accounts where -Connection says so' {
        $second = Start-JobDraftSandbox
        $main = Connect-JobDraftService -Sandbox $sandbox -Service OpenTrain -PassThru
        $other = Connect-JobDraftService -Sandbox $second -Service OpenTrain -PassThru
        $null = Update-JobDraft -JobId ot-draft-01 -JobTitle 'Here' -Connection $main
        $null = Update-JobDraft -JobId ot-draft-01 -JobTitle 'There' -Connection $other

        (Get-JobDraft -JobId ot-draft-01 -Connection $main).Title | Should -Be 'Here'
        (Get-JobDraft -JobId ot-draft-01 -Connection $other).Title | Should -Be 'There'
    }
}

Describe 'Without a connection' {
    It 'a command says how to get one' {
        { Update-JobDraft -JobId ot-draft-01 -Headcount 2 } | Should -Throw '*Connect-JobDraftService*'
    }
}

Describe 'A sandbox' {
    AfterEach {
        Disconnect-Sandbox
    }

    It 'runs until it is stopped' {
        $started = Start-JobDraftSandbox
        @(Get-JobDraftSandbox) | Should -HaveCount 1
        $started | Stop-JobDraftSandbox

        @(Get-JobDraftSandbox) | Should -HaveCount 0
    }

    It 'lets a day pass, and gives the quota of the next one' {
        $started = Start-JobDraftSandbox -PublishQuota 1
        Connect-JobDraftService -Sandbox $started
        $null = Publish-Job -JobId ot-draft-07 -Service OpenTrain
        $tomorrow = Set-JobDraftSandbox -Sandbox $started -AdvanceClock 1.00:00:01 -PassThru

        ($tomorrow.Now - [DateTimeOffset]::Now).TotalHours | Should -BeGreaterThan 23
        (Publish-Job -JobId ot-draft-15 -Service OpenTrain).Status | Should -Be 'OPEN'
    }

    It 'fails where it is told to' {
        $started = Start-JobDraftSandbox
        Connect-JobDraftService -Sandbox $started
        Set-JobDraftSandbox -Sandbox $started -Fault @{ Kind = 'Status'; Status = 404; Method = 'PATCH' }
        $null = Update-JobDraft -JobId ot-draft-01 -Headcount 2 -ErrorAction SilentlyContinue -ErrorVariable refused

        $refused[0].Exception.StatusCode | Should -Be 404
    }
}
