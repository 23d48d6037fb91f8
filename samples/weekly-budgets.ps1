# Raises the weekly budgets of all listings of a season by 10 %, under Sorce's limit of 60 requests a minute:
# one list read for all, a preview that sends nothing, then one edit a listing.
#
#   with PowerShell     dotnet build src/JobDraftsPS; ./samples/weekly-budgets.ps1
#   without PowerShell  dotnet run --project samples/QuickStart -- samples/weekly-budgets.ps1
#
# It happens in a sandbox inside this process, with 40 listings made for it. There the minute of the limit is shortened to two
# seconds, so that the wait for it is short; the rule is the same. For the real service leave the sandbox and step 0 out and
# connect with `Connect-JobDraftService -Service Sorce`, which takes the key from the environment; nothing else changes.
[CmdletBinding()]
param(
    [ValidateRange(1, 100)] [int] $Percent = 10,
    [timespan] $RateWindow = '00:00:02',
    $Sandbox
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../JobDraftsPS.psd1"

$own = $null
if (-not $Sandbox) { $Sandbox = $own = Start-JobDraftSandbox }
try {
    $Sandbox | Set-JobDraftSandbox -RateWindow $RateWindow
    Connect-JobDraftService -Sandbox $Sandbox

    # 0. The listings of the season: each with a weekly and a monthly cap, in cents.
    $made = @(1..40 | ForEach-Object {
        @{
            title   = "Harvest helper $_"
            budgets = @(@{ window = 'WEEKLY'; budgetCents = 10000 + 250 * $_; notes = 'season' }, @{ window = 'MONTHLY'; budgetCents = 60000 })
        }
    } | New-JobListing)
    Write-Host "$($made.Count) listings are there."

    # 1. One read for all of them.
    $listings = @(Get-JobListing | Where-Object { $_.Title -like 'Harvest helper *' -and $_.Status -in 'DRAFT', 'ACTIVE', 'PAUSED' })

    # 2. The new sets of budgets. The service replaces a whole set, so every budget of the listing goes along; cents are whole.
    $edits = @(foreach ($listing in $listings | Where-Object { $_.Budgets.Window -contains 'WEEKLY' }) {
        $budgets = @(foreach ($budget in $listing.Budgets) {
            $cents = $budget.BudgetCents
            if ($budget.Window -eq 'WEEKLY') { $cents = [Math]::Floor($cents * (100 + $Percent) / 100) }
            [JobDraftsPS.JobBudget]@{ Window = $budget.Window; BudgetCents = $cents; Notes = $budget.Notes; AdditionalData = $budget.AdditionalData }
        })
        [pscustomobject]@{ jobId = $listing.JobId; budgets = $budgets }
    })

    # 3. The preview names every listing with its new budgets, and what a set would lose. -Present spares reading them again.
    $edits | Set-JobListing -Present $listings -WhatIf

    # 4. The edits. They wait for the limit by themselves; one that fails does not stop the others.
    $changed = @($edits | Set-JobListing -Present $listings -ErrorAction SilentlyContinue -ErrorVariable refused)
    $refused | ForEach-Object { Write-Host "  $_ $($_.ErrorDetails.RecommendedAction)" -ForegroundColor Yellow }

    $before = 0; $after = 0
    $listings | ForEach-Object { $_.Budgets } | Where-Object Window -eq WEEKLY | ForEach-Object { $before += $_.BudgetCents }
    $changed | ForEach-Object { $_.Budgets } | Where-Object Window -eq WEEKLY | ForEach-Object { $after += $_.BudgetCents }
    [pscustomobject]@{ Listings = $listings.Count; Changed = $changed.Count; Refused = $refused.Count; WeeklyCentsBefore = $before; WeeklyCentsAfter = $after } | Out-Host
}
finally {
    if ($own) { $own | Stop-JobDraftSandbox }
}
