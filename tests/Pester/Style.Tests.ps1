# All scripts of the repository by the rules of PSScriptAnalyzer, where it is installed.

BeforeDiscovery {
    $analyzer = Get-Module -Name PSScriptAnalyzer -ListAvailable | Select-Object -First 1

    $built = '[\\/](bin|obj|lib|artifacts|\.git)[\\/]'
    $start = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $scripts = [IO.Directory]::GetFiles($start, '*.ps*1', 'AllDirectories') | Where-Object { $_ -match '\.ps(1|m1|d1)$' } |
        ForEach-Object { $_.Substring($start.Length).TrimStart('\', '/') } | Where-Object { "/$_" -notmatch $built } | Sort-Object |
        ForEach-Object { @{ Name = $_; Analyzer = $analyzer } }
}

Describe 'PSScriptAnalyzer' {
    It 'finds nothing to say about <Name>' -ForEach $scripts {
        if (-not $Analyzer) { Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed' }

        $root = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
        $found = Invoke-ScriptAnalyzer -Path (Join-Path -Path $root -ChildPath $Name) -Settings "$root/PSScriptAnalyzerSettings.psd1"

        $found | ForEach-Object { "$($_.Line): $($_.RuleName) $($_.Message)" } | Should -BeNullOrEmpty
    }
}
