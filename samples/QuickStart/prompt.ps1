# The prompt of `dotnet run --project samples/QuickStart -- -Interactive`: the module is imported and all three services are a new
# sandbox inside this process, so nothing that is typed here reaches a real account.
param([Parameter(Mandatory)] [string] $Module)

Import-Module $Module
$global:sandbox = Start-JobDraftSandbox
Connect-JobDraftService -Sandbox $sandbox
Write-Host "PowerShell $($PSVersionTable.PSVersion). Connected to a sandbox of OpenTrain, TEXTKING and Sorce in this process; 'exit' ends it."
Write-Host 'Try:  Get-JobDraft    Get-JobListing    Update-JobDraft ot-draft-01 -Headcount 4 -WhatIf    Get-Command -Module JobDraftsPS'
