<#
.SYNOPSIS
Applies a sheet of the repository from a CI job, in Windows PowerShell 5.1 or PowerShell 7.

.DESCRIPTION
The sheet is reviewed as everything else in the repository is. The job's secrets come in as environment variables:
OT_API_TOKEN, TEXTKING_ACCESS_TOKEN, SORCE_API_KEY; nothing else is read from there.

A plan of the same rows has the same hash on another day, and the journal is named by it: run again, the job does only what
is left, and a changed sheet begins a journal of its own.

.PARAMETER State
A folder that the CI keeps from one run to the next (a cache, a share); the journals are there.

.PARAMETER PlanOnly
Checks the sheet and says what would change; for the job that a pull request runs. Fails where a cell is wrong.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $Sheet,
    [Parameter(Mandatory = $true)] [string] $State,
    [ValidateSet('OpenTrain', 'TextKing', 'Sorce')] [string[]] $Service = @('OpenTrain'),
    [string[]] $Accept = @(),
    [string] $FailOn = '5%',
    [int] $MaxChange = 500,
    [int] $Minutes = 50,
    [switch] $PlanOnly
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$deadline = [DateTimeOffset]::Now.AddMinutes($Minutes)

foreach ($name in $Service) { Connect-JobDraftService -Service $name }
$rows = @{ Path = $Sheet; MaxChange = $MaxChange; WarningAction = 'SilentlyContinue' }
if ($Service.Count -eq 1) { $rows.Service = $Service[0] }
$plan = New-JobDraftPlan @rows

$wrong = @($plan.Findings | Where-Object Severity -eq Error)
foreach ($finding in $wrong) { "Row $($finding.Row), $($finding.Column): $($finding.Message)" }
if ($PlanOnly) {
    foreach ($row in $plan.Rows) { "Row $($row.Row) $($row.Service) $($row.JobId): $($row.Operation) $($row.Changes -join '; ') $($row.Hazards)" }
    exit [int] ($wrong.Count -gt 0)
}

$folder = [IO.Directory]::CreateDirectory($PSCmdlet.GetUnresolvedProviderPathFromPSPath($State)).FullName
$apply = @{
    JournalPath = [IO.Path]::Combine($folder, "$($plan.Hash -replace '\W', '-').journal.jsonl")
    Accept = $Accept; Deadline = $deadline; FailOn = $FailOn; SummaryVariable = 'summary'; Confirm = $false
}
$summary = $null
$shown = 0
try {
    $plan | Invoke-JobDraftPlan @apply | Where-Object Outcome -notin Applied, Skipped | ForEach-Object {
        if (($shown += 1) -le 20) { "Row $($_.Row) $($_.Service) $($_.JobId): $($_.Outcome), $($_.Code). $($_.Message)" }
    }
}
finally {
    if ($summary) { "$($summary.Outcome): $($summary.Applied) of $($summary.Rows) rows are done. Run the job again for what is left." }
}
