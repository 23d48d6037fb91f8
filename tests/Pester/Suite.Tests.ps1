# What the files here promise together: every cmdlet is called in some test, and every test asserts something.

BeforeDiscovery {
    $manifest = Import-PowerShellDataFile -Path "$PSScriptRoot/../../JobDraftsPS.psd1"
    $cmdlets = $manifest.CmdletsToExport
}

BeforeAll {
    $script:bodies = foreach ($file in [IO.Directory]::GetFiles($PSScriptRoot, '*.Tests.ps1')) {
        $script = [Management.Automation.Language.Parser]::ParseFile($file, [ref] $null, [ref] $null)
        $script.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] -and $args[0].GetCommandName() -eq 'It' }, $true)
    }
    $script:called = $bodies.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true) |
        ForEach-Object { $_.GetCommandName() } | Sort-Object -Unique
}

Describe 'The suite' {
    It 'calls <_>' -ForEach $cmdlets {
        $called | Should -Contain $_
    }

    It 'asserts something in every test' {
        $silent = $bodies | Where-Object { $_.Extent.Text -notmatch '\bShould\b' } |
            ForEach-Object { "$([IO.Path]::GetFileName($_.Extent.File)): $($_.Extent.StartLineNumber)" }

        $silent | Should -BeNullOrEmpty
    }
}
