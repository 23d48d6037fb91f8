<#
.SYNOPSIS
Goes on with a reviewed plan as a runbook of Azure Automation, in Windows PowerShell 5.1 or PowerShell 7.

.DESCRIPTION
Plan and journal are blobs of a storage account that the Automation account's managed identity may read and write: nothing
that a job leaves on its own disk is there for the next one. The journal goes back at the end of each run, also of one that
failed; -Minutes ends a run well before the host does, after three hours. Do not let two jobs of one plan overlap.

The tokens are connection assets of the type that JobDraftsPS-Automation.json describes; the platform encrypts them.

.PARAMETER Plan
The blob with the plan. The journal is the blob of this name with .journal.jsonl behind it.

.PARAMETER Connection
The connection assets, one a service of the plan. In the portal an array is typed as ["a","b"].
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $StorageAccount,
    [string] $Container = 'jobdrafts',
    [string] $Plan = 'edits.plan.json',
    [string[]] $Connection = @('JobDrafts-OpenTrain'),
    [string[]] $Accept = @(),
    [string] $FailOn = 'Any',
    [int] $Minutes = 150
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$deadline = [DateTimeOffset]::Now.AddMinutes($Minutes)

foreach ($name in $Connection) { Connect-JobDraftService -ConnectionInfo (Get-AutomationConnection -Name $name) }

$null = Connect-AzAccount -Identity
$blobs = @{ Container = $Container; Context = New-AzStorageContext -StorageAccountName $StorageAccount -UseConnectedAccount }
$work = [IO.Directory]::CreateDirectory([IO.Path]::Combine([IO.Path]::GetTempPath(), [Guid]::NewGuid().ToString('N'))).FullName
$planFile = [IO.Path]::Combine($work, 'plan.json')
$journalFile = [IO.Path]::Combine($work, 'journal.jsonl')

$null = Get-AzStorageBlobContent @blobs -Blob $Plan -Destination $planFile -Force
# A list cannot fail for a journal that is not there yet; reading the blob could, and so could a storage that is out of reach.
if (Get-AzStorageBlob @blobs -Prefix "$Plan.journal.jsonl") {
    $null = Get-AzStorageBlobContent @blobs -Blob "$Plan.journal.jsonl" -Destination $journalFile -Force
}

$apply = @{
    Path = $planFile; JournalPath = $journalFile
    Accept = $Accept; Deadline = $deadline; FailOn = $FailOn; SummaryVariable = 'summary'; Confirm = $false
}
$summary = $null
$shown = 0
try {
    # The host keeps little output and charges for the time to write it: the journal has every row.
    Invoke-JobDraftPlan @apply | Where-Object Outcome -notin Applied, Skipped | ForEach-Object {
        if (($shown += 1) -le 20) { "Row $($_.Row) $($_.Service) $($_.JobId): $($_.Outcome), $($_.Code). $($_.Message)" }
    }
}
finally {
    if ([IO.File]::Exists($journalFile)) { $null = Set-AzStorageBlobContent @blobs -File $journalFile -Blob "$Plan.journal.jsonl" -Force }
    [IO.Directory]::Delete($work, $true)
    if ($summary) { "$($summary.Outcome): $($summary.Applied) of $($summary.Rows) rows are done; the next run goes on with what is left." }
}
