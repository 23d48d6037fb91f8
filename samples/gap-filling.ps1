# From 20 texts to 20 published jobs with nobody asked: drafts are made from the texts, what each of them lacks is filled in by our
# rules, and what is ready goes out, within the 20 publications that OpenTrain allows a day.
#
#   with PowerShell     dotnet build src/JobDraftsPS; ./samples/gap-filling.ps1
#   without PowerShell  dotnet run --project samples/QuickStart -- samples/gap-filling.ps1
#
# All of it happens in a sandbox: no account, no cost. Without -Answer, Complete-JobDraft asks you instead of the rules below.
[CmdletBinding()]
param(
    [string] $Path = "$PSScriptRoot/gap-filling/*.txt",

    # A sandbox that runs already, or its address; without it one of our own is started.
    [object] $Sandbox
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../JobDraftsPS.psd1"

# The service leaves open what a text only hints at. Our rules read the hints: they get the gap and the draft as it was made, with
# what the service found in the text, and return a value, or nothing where a person has to decide.
$rules = {
    param($Gap, $Draft)
    $text = $Draft.NormalizedFields['jobDescription']
    switch ($Gap.Field) {
        'paymentType' { 'PAY_PER_HOUR' }
        'pricePerHour' {
            # A range is named in the text: its middle. Else what we pay by the hour.
            if ($Draft.NormalizedFields['budgetRange'] -match '^(\d+)\D+(\d+)$') { ([int] $Matches[1] + [int] $Matches[2]) / 2 } else { 21 }
        }
        'experienceLevel' {
            if ($text -match 'for a living|by ear|expert') { 'EXPERT' }
            elseif ($text -match 'beginner') { 'ENTRY_LEVEL' }
            elseif ($text -match 'experienced') { 'INTERMEDIATE' }
            else { 'ANY_EXPERIENCE_LEVEL' }
        }
        'dataVolumeUnit' {
            if ($text -match 'hours of audio') { 'HOURS_OF_RECORDING_AUDIO_VIDEO' }
            elseif ($text -match '[\d,]+ words') { 'NUMBER_OF_WORDS' }
            elseif ($text -match '[\d,]+ sentences') { 'UNKNOWN_NOT_SPECIFIED' }
            else { 'NUMBER_OF_FILES' }
        }
    }
}

$own = if (-not $Sandbox) { $Sandbox = Start-JobDraftSandbox -PublishQuota 20; $Sandbox }
try {
    Connect-JobDraftService -Sandbox $Sandbox

    # The key of a draft is made from its text, so a second run finds the same drafts again.
    $drafts = @(New-JobDraft -Path $Path)
    Write-Host "$($drafts.Count) drafts, of which $(@($drafts | Where-Object PublishReady).Count) can be published as they are." -ForegroundColor Cyan
    $drafts | Out-Host
    $gaps = 0
    $drafts | ForEach-Object { $gaps += $_.MissingFieldCount }

    $filled = @($drafts | Complete-JobDraft -Answer $rules)
    Write-Host "`nFilled:" -ForegroundColor Cyan
    $filled | Out-Host

    $published = @($filled | Where-Object PublishReady | Publish-Job)
    $open = @(Get-PublishedJob -Mine)
    [pscustomobject]@{
        Texts     = $drafts.Count
        Gaps      = $gaps
        Ready     = @($filled | Where-Object PublishReady).Count
        Published = $published.Count
        Open      = @($open | Where-Object { $published.JobId -contains $_.JobId }).Count
    } | Out-Host
}
finally {
    if ($own) { $own | Stop-JobDraftSandbox }
}
