# All scripts of the repository by the rules of PSScriptAnalyzer, where it is installed.

BeforeDiscovery {
    $analyzer = Get-Module -Name PSScriptAnalyzer -ListAvailable | Select-Object -First 1
    $missing = ''
    if (-not $analyzer) { $missing = ' (left out: PSScriptAnalyzer is not installed)' }

    $built = '[\\/](bin|obj|lib|artifacts|\.git)[\\/]'
    $start = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $scripts = [IO.Directory]::GetFiles($start, '*.ps*1', 'AllDirectories') | Where-Object { $_ -match '\.ps(1|m1|d1)$' } |
        ForEach-Object { $_.Substring($start.Length).TrimStart('\', '/') } | Where-Object { "/$_" -notmatch $built } | Sort-Object |
        ForEach-Object { @{ Name = $_; Missing = $missing } }
}

Describe 'PSScriptAnalyzer' {
    It 'finds nothing to say about <Name><Missing>' -ForEach $scripts -Skip:($missing -ne '') {
        $root = [IO.Path]::GetFullPath("$PSScriptRoot/../..")
        $found = Invoke-ScriptAnalyzer -Path (Join-Path -Path $root -ChildPath $Name) -Settings "$root/PSScriptAnalyzerSettings.psd1"

        $found | ForEach-Object { "$($_.Line): $($_.RuleName) $($_.Message)" } | Should -BeNullOrEmpty
    }
}
