<#
.SYNOPSIS
Builds the module, tests it, packs it, or clears what was built. Needs the .NET SDK and no other module; works in Windows
PowerShell 5.1 and PowerShell 7.

.DESCRIPTION
Where there is no PowerShell, the SDK alone does the same:

  Build  dotnet build src/JobDraftsPS
  Test   dotnet test
  Pack   dotnet build src/JobDraftsPS -t:PackModule
  Docs   dotnet build src/JobDraftsPS -t:StageHelp
  Clean  git clean -fdX

.PARAMETER Task
Build lays the module into lib/ beside the manifest, with its help in en-US/. Test builds and runs all tests, those of Pester
included, in the PowerShell that is a tool of the repository. Pack makes artifacts/JobDraftsPS.<version>.nupkg of a Release
build. Docs makes the help in en-US/ of the pages in docs/en-US. Clean removes what the others made.

.PARAMETER Configuration
Debug or Release. A package is always of a Release build.

.PARAMETER Package
With Test: a package to unpack and to test, in place of building anything. Runs the Pester tests in the PowerShell that runs this
script, with the Pester 5 that is installed there.

.EXAMPLE
./build.ps1
Builds; then Import-Module ./JobDraftsPS.psd1 works.

.EXAMPLE
./build.ps1 -Task Test

.EXAMPLE
./build.ps1 -Task Pack; ./build.ps1 -Task Test -Package (Get-Item ./artifacts/*.nupkg).FullName
Tests what a gallery would get.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack', 'Docs', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [string] $Package
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE."
    }
}

# In a process of its own: a session that has imported the module keeps its files open and could not build again.
function Invoke-PesterTest {
    $engine = @((Get-Process -Id $PID).Path)
    # As a .NET tool PowerShell is a library that dotnet runs.
    if ([IO.Path]::GetFileNameWithoutExtension($engine[0]) -eq 'dotnet') { $engine += 'exec', "$PSHOME/pwsh.dll" }
    $program, $arguments = $engine + @('-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/tests/Pester/Run.ps1")
    & $program @arguments | Out-Host
    if ($LASTEXITCODE -ne 0) {
        throw 'Pester tests failed.'
    }
}

function Test-Package([string] $Path) {
    # By its class, not by Expand-Archive: Windows PowerShell's takes no other ending than .zip.
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    $folder = Join-Path ([IO.Path]::GetTempPath()) "JobDraftsPS-$([Guid]::NewGuid().ToString('N'))"
    [IO.Compression.ZipFile]::ExtractToDirectory($Path, $folder)
    $before = $env:JOBDRAFTS_MODULE_PATH
    try {
        $env:JOBDRAFTS_MODULE_PATH = $folder
        Invoke-PesterTest
    }
    finally {
        $env:JOBDRAFTS_MODULE_PATH = $before
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}

if ($Package) { $Package = (Resolve-Path -LiteralPath $Package).ProviderPath }
Push-Location -LiteralPath $PSScriptRoot
try {
    switch ($Task) {
        'Build' {
            Invoke-DotNet build src/JobDraftsPS --configuration $Configuration
        }
        'Test' {
            if ($Package) {
                Test-Package $Package
            }
            else {
                Invoke-DotNet test --configuration $Configuration
            }
        }
        'Pack' {
            Invoke-DotNet build src/JobDraftsPS '-t:PackModule'
        }
        'Docs' {
            Invoke-DotNet build src/JobDraftsPS '-t:StageHelp'
        }
        'Clean' {
            $made = @(Get-ChildItem -Path src, tests, samples, tools, benchmarks -Directory -Recurse |
                    Where-Object { $_.Name -eq 'bin' -or $_.Name -eq 'obj' } |
                    ForEach-Object { $_.FullName })
            foreach ($folder in $made + 'lib' + 'en-US' + 'artifacts') {
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
