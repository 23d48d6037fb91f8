# Plans the 34 rows of one sheet over three services, applies what is right in it, has the gaps of the drafts filled in as a form,
# publishes what is ready, and takes one edit back. Three rows of the sheet are wrong on purpose.
#
#   with PowerShell     dotnet build src/JobDraftsPS; ./samples/QuickStart/bulk-edit.ps1
#   without PowerShell  dotnet run --project samples/QuickStart
#
# All of it happens in a sandbox inside this process: no account, no cost. For the real services leave the sandbox out and
# connect with `Connect-JobDraftService -Service OpenTrain`, which takes the token from the environment; nothing else changes.
# With -LatencyMs the sandbox answers as slowly as a service far away.
[CmdletBinding()]
param([string] $Path = "$PSScriptRoot/edits.csv", [int] $LatencyMs = 0)

$ErrorActionPreference = 'Stop'
$WarningPreference = 'SilentlyContinue' # what it would say is shown in full below
Import-Module "$PSScriptRoot/../../JobDraftsPS.psd1"

function Write-Heading($Text) { Write-Host "`n$Text" -ForegroundColor Cyan }

$folder = [IO.Directory]::CreateDirectory([IO.Path]::Combine([IO.Path]::GetTempPath(), "quickstart-$([guid]::NewGuid())")).FullName
$journal = "$folder/edits.journal.jsonl"
$sandbox = Start-JobDraftSandbox -LatencyMs $LatencyMs
try {
    Connect-JobDraftService -Sandbox $sandbox
    Write-Host "This account may set $((Get-DraftCapabilities).UpdateKeys.Count) fields of a draft."

    # 1. Preview. Every row is checked and nothing is sent: what would change, what is wrong, what is dangerous.
    $plan = New-JobDraftPlan $Path -OutFile "$folder/edits.plan.json"
    Write-Heading 'The plan:'
    $plan.Rows | Out-Host
    Write-Heading 'Findings:'
    $plan.Findings | Where-Object Severity -ne Info | ForEach-Object { Write-Host "  $_" -ForegroundColor Yellow }

    # 2. Apply: exactly the plan that was looked at, without the rows that are wrong. A hazard is accepted by its name; one project
    # runs already, and its service shall say no by itself. The journal has every row on disk before it is sent.
    $results = @(Invoke-JobDraftPlan -Path "$folder/edits.plan.json" -SkipInvalid -Accept ProjectNotPrepared -JournalPath $journal -SummaryVariable summary)
    Write-Heading 'Results:'
    $results | Out-Host
    Write-Heading 'Refused:'
    $results | Where-Object Message | ForEach-Object { Write-Host "  Row $($_.Row), $($_.Service) $($_.JobId): $($_.Outcome). $($_.Message)" -ForegroundColor Yellow }
    Write-Heading 'Summary:'
    $summary | Out-Host

    # 3. Fill in. What the drafts still lack goes out as a form for a spreadsheet; here a script writes the answers that a
    # person would. A way of payment that is answered in one round makes its rate missing in the next.
    $answers = @{ paymentType = 'PAY_PER_HOUR'; pricePerHour = 24; experienceLevel = 'INTERMEDIATE'; dataVolumeUnit = 'NUMBER_OF_FILES' }
    Write-Heading 'Filling in the form:'
    $drafts = [ordered]@{}
    $results.Record | Where-Object Service -eq OpenTrain | ForEach-Object { $drafts[$_.JobId] = $_ }
    foreach ($round in 1..3) {
        $form = $drafts.Values | Export-JobDraftForm "$folder/gaps.csv" -Force
        if (-not $form) { break }
        $rows = @(Import-Csv $form.FullName)
        foreach ($row in $rows) {
            $row.Answer = $answers[$row.Field]
            Write-Host "  $($row.JobId): $($row.Field) = $($row.Answer)"
        }
        $rows | Export-Csv $form.FullName -Encoding utf8 -NoTypeInformation
        Import-JobDraftForm $form.FullName | Update-JobDraft | ForEach-Object { $drafts[$_.JobId] = $_ }
    }

    # 4. Publish what is ready. Sorce's listings went out with the plan.
    $published = @($drafts.Values | Where-Object PublishReady | Publish-Job)
    Write-Heading 'Published:'
    $published | Out-Host

    # 5. Take back. The journal knows values from before, and the plan of an undo says why for the rows that have none. The last
    # edit comes first; here it is the only one to be undone.
    $undo = New-JobDraftPlan -Undo -JournalPath $journal
    Write-Heading "Undone, of $($undo.Rows.Count) jobs that can be put back:"
    $undo.Rows | Where-Object Row -eq 1 | Out-Host
    $undo | Invoke-JobDraftPlan -First 1 | Out-Host
}
finally {
    Stop-JobDraftSandbox
    [IO.Directory]::Delete($folder, $true)
}
