# Has a folder of documents translated into several languages: one project, a job for each document and language, uploads,
# prices, the order, and the translations in a folder for each language.
#
#   with PowerShell     dotnet build src/JobDraftsPS; ./samples/translate-folder.ps1
#   without PowerShell  dotnet run --project samples/QuickStart -- samples/translate-folder.ps1
#
# All of it happens in a sandbox inside this process: no account, no cost, and the sandbox delivers at once. With the real
# service the script ends with the order; Save-Translation fetches the translations some days later.
[CmdletBinding()]
param(
    [string] $Path = "$PSScriptRoot/documents",
    [string] $OutPath = "$PSScriptRoot/translations",
    [string] $SourceLanguage = 'en',
    [string[]] $TargetLanguage = @('fr', 'de', 'es'),
    [string] $Quality = 'translation'
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../JobDraftsPS.psd1"

$documents = @([IO.Directory]::GetFiles($Path))
[Array]::Sort($documents, [StringComparer]::Ordinal)

$sandbox = Start-JobDraftSandbox
try {
    Connect-JobDraftService TextKing -Sandbox $sandbox

    # 1. What it will cost, before anything exists at the service.
    $prices = @(Get-TranslationPrice -Path $documents -SourceLanguage $SourceLanguage -TargetLanguage $TargetLanguage | Where-Object Quality -eq $Quality)
    $expected = 0
    $prices | ForEach-Object { $expected += $_.TotalPrice }
    Write-Host "$($documents.Count) documents, $($TargetLanguage.Count) languages: $expected $($prices[0].Currency) net expected."

    # 2. A project with a job for each document and language. The job's name says which document it is for.
    $project = New-TranslationProject "Folder '$([IO.Path]::GetFileName($Path))'"
    $rows = foreach ($document in $documents) {
        foreach ($language in $TargetLanguage) {
            [pscustomobject]@{ name = "$([IO.Path]::GetFileName($document)) > $language"; target_language = $language }
        }
    }
    $jobs = @($rows | New-TranslationJob -ProjectId $project.ProjectId -SourceLanguage $SourceLanguage -Quality $Quality)

    # 3. Many files to many jobs, side by side. A row names the job and the file.
    $jobs = @($jobs | ForEach-Object {
        [pscustomobject]@{ projectId = $_.ProjectId; jobId = $_.JobId; path = "$Path/$(($_.Name -split ' > ')[0])" }
    } | Send-TranslationDocument)

    # 4. The order. It is billed, so the module asks by default and says jobs, languages, words and price; an unattended
    # script answers with -Confirm:$false and had better look at the price first.
    $project = Get-TranslationProject $project.ProjectId
    if ($project.NetPrice -ne $expected) { throw "The project costs $($project.NetPrice) and not $expected; nothing was ordered." }
    $project = Start-TranslationProject $project.ProjectId -Confirm:$false
    Write-Host "Ordered as $($project.Number): $($jobs.Count) jobs, $($project.NetPrice) $($project.Currency) net."

    # 5. The translators' work, which here the sandbox does.
    $jobs | Complete-SandboxTranslation -Step Deliver -Sandbox $sandbox

    # 6. A translation has its document's name, so each language gets a folder of its own. A file is there whole or not at all.
    $saved = foreach ($language in $TargetLanguage) {
        Get-TranslationJob $project.ProjectId | Where-Object TargetLanguage -eq $language | Save-Translation -Path "$OutPath/$language" -Force
    }
    $saved | Out-Host

    $project = Get-TranslationProject $project.ProjectId
    [pscustomobject]@{ Documents = $documents.Count; Jobs = $jobs.Count; Saved = @($saved).Count; NetPrice = $project.NetPrice; State = $project.State } | Out-Host
}
finally {
    Stop-JobDraftSandbox $sandbox
}
