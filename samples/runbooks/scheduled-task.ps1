<#
.SYNOPSIS
Goes on with a reviewed plan, once a run: for Task Scheduler or cron, in Windows PowerShell 5.1 or PowerShell 7.

.DESCRIPTION
Make the plan at your desk with New-JobDraftPlan -OutFile, look at it, and put it where this script finds it. Each run does
what is left of it, and what today's quota allows; when all is done, a run changes nothing and succeeds.

  Windows  schtasks /Create /SC DAILY /ST 04:15 /TN JobDrafts /TR "powershell.exe -NoProfile -NonInteractive -File C:\Jobs\scheduled-task.ps1 -Plan C:\Jobs\may.plan.json"
  cron     15 4 * * * pwsh -NoProfile -NonInteractive -File /srv/jobs/scheduled-task.ps1 -Plan /srv/jobs/may.plan.json

The exit code is 1 when more rows failed than -FailOn allows, and when the plan cannot be applied; else 0.

.PARAMETER Plan
The plan's file. Its journal is kept beside it, so the folder must outlast the machine's restarts: no temporary one.

.PARAMETER Service
The services of the plan.

.PARAMETER SecretPrefix
Where SecretManagement is installed, the token of each service is the secret of this name and the service's. Elsewhere it
comes from the environment of the task's account: OT_API_TOKEN, TEXTKING_ACCESS_TOKEN, SORCE_API_KEY.

.PARAMETER Minutes
How long a run may take. Give less than the time after which the task is ended.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $Plan,
    [ValidateSet('OpenTrain', 'TextKing', 'Sorce')] [string[]] $Service = @('OpenTrain'),
    [string] $SecretPrefix = 'JobDrafts-',
    [string[]] $Accept = @(),
    [string] $FailOn = 'Any',
    [int] $Minutes = 55
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$deadline = [DateTimeOffset]::Now.AddMinutes($Minutes)

$hasVault = [bool] (Get-Command -Name Get-Secret -ErrorAction SilentlyContinue)
foreach ($name in $Service) {
    if ($hasVault) { Connect-JobDraftService -Service $name -Token (Get-Secret -Name "$SecretPrefix$name") }
    else { Connect-JobDraftService -Service $name }
}

$apply = @{
    Path = $Plan; JournalPath = [IO.Path]::ChangeExtension($Plan, '.journal.jsonl')
    Accept = $Accept; Deadline = $deadline; FailOn = $FailOn; SummaryVariable = 'summary'; Confirm = $false
}
$summary = $null
$shown = 0
try {
    # The journal has every row. What is mailed or logged need not be long.
    Invoke-JobDraftPlan @apply | Where-Object Outcome -notin Applied, Skipped | ForEach-Object {
        if (($shown += 1) -le 20) { "Row $($_.Row) $($_.Service) $($_.JobId): $($_.Outcome), $($_.Code). $($_.Message)" }
    }
}
finally {
    if ($summary) { "$($summary.Outcome): $($summary.Applied) of $($summary.Rows) rows are done. $($summary.ResumeWith)" }
}
