<#
.SYNOPSIS
Builds the module, tests it, or clears what was built. Needs the .NET SDK; works in Windows PowerShell 5.1 and PowerShell 7.

.PARAMETER Task
Build lays the module into lib/ beside the manifest. Test builds and runs all tests; the Pester ones only where Pester 5 is
installed. Clean removes what the other two made.

.PARAMETER Configuration
Debug or Release.

.EXAMPLE
./build.ps1
Builds; then Import-Module ./JobDraftsPS.psd1 works.

.EXAMPLE
./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE."
    }
}

function Invoke-PesterTest {
    $pester = Get-Module -Name Pester -ListAvailable | Where-Object { $_.Version.Major -eq 5 } |
        Sort-Object -Property Version -Descending | Select-Object -First 1
    if (-not $pester) {
        Write-Warning 'Pester 5 is not installed, so the tests in tests/Pester are left out.'
        return
    }

    # In a process of its own: a session that has imported the module keeps its files open and could not build again.
    $engine = (Get-Process -Id $PID).Path
    $run = "Import-Module '$($pester.Path)'; " +
        "`$result = Invoke-Pester -Path '$PSScriptRoot/tests/Pester' -Output Detailed -PassThru; " +
        'exit [int] ($result.FailedCount -gt 0 -or $result.PassedCount -eq 0)'
    & $engine -NoProfile -NonInteractive -Command $run
    if ($LASTEXITCODE -ne 0) {
        throw 'Pester tests failed.'
    }
}

Push-Location -LiteralPath $PSScriptRoot
try {
    switch ($Task) {
        'Build' {
            Invoke-DotNet build src/JobDraftsPS --configuration $Configuration
        }
        'Test' {
            Invoke-DotNet test --configuration $Configuration
            Invoke-PesterTest
        }
        'Clean' {
            $made = @(Get-ChildItem -Path src, tests, samples -Directory -Recurse |
                    Where-Object { $_.Name -eq 'bin' -or $_.Name -eq 'obj' } |
                    ForEach-Object { $_.FullName })
            foreach ($folder in $made + 'lib' + 'en-US') {
                if (Test-Path -LiteralPath $folder) {
                    Remove-Item -LiteralPath $folder -Recurse -Force
                }
            }
        }
    }
}
finally {
    Pop-Location
}
