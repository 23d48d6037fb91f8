# Every example of the help, as it is typed at a console. The test project executes those whose commands its bare engine has;
# here are all of them, and so the rest, which ask a person.

BeforeDiscovery {
    . "$PSScriptRoot/HelpExample.ps1"
    $examples = @(Get-HelpExample -Folder "$PSScriptRoot/../../docs/en-US")
}

BeforeAll {
    . "$PSScriptRoot/Setup.ps1"
    Enter-TestSession
    $script:executed = 0
    $script:asking = 0

    function Read-Host {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidOverwritingBuiltInCmdlets', '', Justification = 'The person at the keyboard.')]
        param([string] $Prompt, [switch] $AsSecureString)

        $script:asked = $true
        if (-not $AsSecureString) { throw "'$Prompt' is asked in the clear." }
        $secret = [securestring]::new()
        'typed'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        $secret
    }
}

AfterAll {
    Write-Host "Help: $executed examples executed by Pester, of them $asking that ask a person."
    Exit-TestSession
}

Describe 'The help' {
    BeforeEach {
        Connect-Sandbox
        # The sheets of the examples lie in the current folder.
        $script:folder = [IO.Path]::Combine($TestDrive, [Guid]::NewGuid().ToString('N'))
        $samples = [IO.Path]::GetFullPath("$root/docs/samples")
        foreach ($file in [IO.Directory]::GetFiles($samples, '*', 'AllDirectories')) {
            $copy = $folder + $file.Substring($samples.Length)
            $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($copy))
            [IO.File]::Copy($file, $copy)
        }

        Push-Location -Path $folder
        $script:asked = $false
    }

    AfterEach {
        Pop-Location
        # What an example reads from the environment it sets there.
        $env:SORCE_API_KEY = $null
        Disconnect-Sandbox
    }

    It '<Page>: <Title>' -ForEach $examples {
        $Error.Clear()
        $null = & ([scriptblock]::Create($Code)) 3>&1 4>&1

        # What an example lets happen on purpose it keeps quiet about, and shows.
        if ($Code -notmatch '-ErrorAction SilentlyContinue') { "$Error" | Should -BeNullOrEmpty }
        $script:executed++
        if ($asked) { $script:asking++ }
    }

    It 'has <_> examples, and all were executed' -ForEach $examples.Count {
        $executed | Should -Be $_
        $asking | Should -BeGreaterThan 0
    }
}
