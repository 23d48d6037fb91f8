<#
.SYNOPSIS
The three steps of a plan that several machines apply side by side: split it, apply one part, sum up.

.DESCRIPTION
ci-matrix.yml beside this script shows the three jobs. No job of the services is in two parts, and each part has its share of
OpenTrain's daily publications, so the parts need to know nothing of each other. Tokens come from the environment, as in
ci-job.ps1. Sorce counts requests a minute for all machines together: let one part do its rows, or give it a sheet of its own.

.EXAMPLE
./ci-matrix.ps1 -Sheet ./edits.csv -Count 4 -State ./state
Writes edits.1.json to edits.4.json into the folder and says the numbers of the parts as JSON, for the matrix.

.EXAMPLE
./ci-matrix.ps1 -Part 2 -State ./state
Applies the second part, or what an earlier run left of it.

.EXAMPLE
./ci-matrix.ps1 -Summary -State ./state
Says what came of all parts.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true, ParameterSetName = 'Split')] [string] $Sheet,
    [Parameter(Mandatory = $true, ParameterSetName = 'Split')] [ValidateRange(1, 100)] [int] $Count,
    [Parameter(Mandatory = $true, ParameterSetName = 'Part')] [int] $Part,
    [Parameter(Mandatory = $true, ParameterSetName = 'Summary')] [switch] $Summary,
    [Parameter(Mandatory = $true)] [string] $State,
    [ValidateSet('OpenTrain', 'TextKing', 'Sorce')] [string[]] $Service = @('OpenTrain'),
    [Parameter(ParameterSetName = 'Part')] [string[]] $Accept = @(),
    [Parameter(ParameterSetName = 'Part')] [string] $FailOn = '5%',
    [Parameter(ParameterSetName = 'Part')] [int] $Minutes = 50
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$deadline = [DateTimeOffset]::Now.AddMinutes($Minutes)

$folder = [IO.Directory]::CreateDirectory($PSCmdlet.GetUnresolvedProviderPathFromPSPath($State)).FullName
if ($Summary) {
    $all = Get-JobDraftJournal -Path ([IO.Path]::Combine($folder, 'edits.*.journal.jsonl')) -Summary
    "$($all.Outcome): $($all.Applied) applied, $($all.Refused) refused, $($all.NotSent) not sent, $($all.Unknown) unknown."
    return
}

foreach ($name in $Service) { Connect-JobDraftService -Service $name }
if ($Sheet) {
    $rows = @{ Path = $Sheet }
    if ($Service.Count -eq 1) { $rows.Service = $Service[0] }
    $parts = @(New-JobDraftPlan @rows | Split-JobDraftPlan -Count $Count -OutFile ([IO.Path]::Combine($folder, 'edits.json')))
    "[$(1..$parts.Count -join ',')]"
    return
}

$apply = @{
    Path = [IO.Path]::Combine($folder, "edits.$Part.json"); JournalPath = [IO.Path]::Combine($folder, "edits.$Part.journal.jsonl")
    Accept = $Accept; Deadline = $deadline; FailOn = $FailOn; SummaryVariable = 'outcome'; Confirm = $false
}
$outcome = $null
$shown = 0
try {
    Invoke-JobDraftPlan @apply | Where-Object Outcome -notin Applied, Skipped | ForEach-Object {
        if (($shown += 1) -le 20) { "Row $($_.Row) $($_.Service) $($_.JobId): $($_.Outcome), $($_.Code). $($_.Message)" }
    }
}
finally {
    if ($outcome) { "Part ${Part}: $($outcome.Outcome): $($outcome.Applied) of $($outcome.Rows) rows are done." }
}
