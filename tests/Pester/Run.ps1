<#
.SYNOPSIS
Runs all Pester files beside it in the PowerShell that runs this script, and exits with 0 only if all went well.

.PARAMETER Pester
The manifest or the name of Pester 5.

.PARAMETER ResultPath
Where the results go, in the format NUnit3; without it they are only printed.
#>
[CmdletBinding()]
param(
    [string] $Pester = 'Pester',

    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module -Name $Pester -MinimumVersion 5.5 -MaximumVersion 5.99

$run = New-PesterConfiguration
$run.Run.Path = $PSScriptRoot
$run.Run.PassThru = $true
$run.Output.Verbosity = 'Normal'
$run.Output.RenderMode = 'Plaintext'
if ($ResultPath) {
    $run.TestResult.Enabled = $true
    $run.TestResult.OutputFormat = 'NUnit3'
    $run.TestResult.OutputPath = $ResultPath
}

# FailedCount knows of tests alone; Result also of a file that could not be read and of a clean-up that failed.
$result = Invoke-Pester -Configuration $run
exit [int] ($result.Result -ne 'Passed' -or $result.PassedCount -eq 0)
