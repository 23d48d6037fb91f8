# Edits the 34 jobs of one sheet over three services, fills what the drafts still lack, publishes what is ready and names
# what was refused. Three rows of the sheet are wrong on purpose.
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
Import-Module "$PSScriptRoot/../../JobDraftsPS.psd1"

# What we answer where a draft says nothing. An empty cell of the sheet means "leave as it is", never "make empty".
$houseRules = @{
    paymentType     = 'PAY_PER_HOUR'
    pricePerHour    = 24
    experienceLevel = 'INTERMEDIATE'
    dataVolumeUnit  = 'NUMBER_OF_FILES'
}

# An answer for one gap: our rule where the service allows it, else its own example of a number or a choice. A text that
# nobody has written stays a gap; somebody has to write it.
function Get-Answer($Gap) {
    $rule = $houseRules[$Gap.Field]
    if ($null -ne $rule -and (-not $Gap.EnumValues -or $Gap.EnumValues -contains $rule)) { return $rule }
    if ($Gap.Type -eq 'number' -or $Gap.EnumValues) { return $Gap.Example }
}

# One bad row must not stop the others: its error is collected, and the row itself is the error's TargetObject.
$collect = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = '+refused' }
$refused = @()

$sandbox = Start-JobDraftSandbox -LatencyMs $LatencyMs
try {
    Connect-JobDraftService -Sandbox $sandbox
    Write-Host "This account may set $((Get-DraftCapabilities).UpdateKeys.Count) fields of a draft.`n"

    # 1. The sheet. Every cmdlet takes its service's rows and reads the columns by name.
    $rows = @(Import-Csv $Path)
    $drafts = @($rows | Where-Object service -eq OpenTrain | Update-JobDraft @collect)
    $translations = @($rows | Where-Object service -eq TextKing | Set-TranslationJob @collect)

    # A new job from plain words goes the same way as the old ones. The external id makes a second run find it again.
    $drafts += New-JobDraft -ExternalId 'quickstart-bees' -Description @'
Bee counting
Count the bees at the entrance of the hive in 4,000 photos. We look for 3 annotators and pay $0.04 per image.
'@
    Write-Host 'After the edits of the sheet:' -ForegroundColor Cyan
    $drafts + $translations | Out-Host

    # 2. The gaps. Every answer of the service says what is missing, so ask, answer, look again: a way of payment that is
    # given in one round makes its rate missing in the next.
    Write-Host 'Filling the gaps:' -ForegroundColor Cyan
    foreach ($round in 1..3) {
        $drafts = @(foreach ($draft in $drafts) {
            $answers = [ordered]@{}
            foreach ($gap in $draft.Validation.MissingFields) {
                $answer = Get-Answer $gap
                if ($null -ne $answer) { $gap.UpdateKeys | ForEach-Object { $answers[$_] = $answer } }
            }
            if ($answers.Count -eq 0) { $draft; continue }
            Write-Host "  $($draft.JobId): $(($answers.GetEnumerator() | ForEach-Object { "$($_.Key) = $($_.Value)" }) -join ', ')"
            $draft | Update-JobDraft -Field $answers @collect
        })
    }

    # 3. What is ready goes out. Sorce's rows name drafts that need no edit; the service checks them itself.
    $published = @($drafts | Where-Object PublishReady | Publish-Job @collect)
    $published += @($rows | Where-Object service -eq Sorce | Publish-Job @collect)
    Write-Host "`nPublished:" -ForegroundColor Cyan
    $published | Out-Host

    # Reading back shows what a translation job holds now.
    Write-Host 'Translation jobs with a briefing:' -ForegroundColor Cyan
    Get-TranslationJob -ProjectId '11111111-1111-4111-8111-111111111111' | Where-Object Briefing | Out-Host

    # 4. What went wrong, and why. The rows in TargetObject can be mended and piped again.
    Write-Host 'Refused:' -ForegroundColor Cyan
    $refused | ForEach-Object { Write-Host "  $($_.TargetObject.service) $($_.TargetObject.jobId): $_ $($_.ErrorDetails.RecommendedAction)" -ForegroundColor Yellow }

    [pscustomobject]@{
        Rows = $rows.Count; Drafts = $drafts.Count; Translations = $translations.Count
        Published = $published.Count; Refused = $refused.Count
    } | Out-Host
}
finally {
    Stop-JobDraftSandbox
}
