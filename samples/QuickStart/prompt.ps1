# The prompt of `dotnet run --project samples/QuickStart -- -Interactive`: the module is imported and all three services are a new
# sandbox inside this process, so nothing that is typed here reaches a real account.
param([Parameter(Mandatory)] [string] $Module)

Import-Module $Module
$global:sandbox = Start-JobDraftSandbox
Connect-JobDraftService -Sandbox $sandbox
if (Get-Module -Name PSReadLine) { Set-PSReadLineKeyHandler -Key Tab -Function MenuComplete }
Write-Host "PowerShell $($PSVersionTable.PSVersion), connected to a sandbox of all three services; 'exit' ends it."
Write-Host 'Tab completes ids, fields and values. Try:'
Write-Host '  Get-JobDraft'
Write-Host '  Update-JobDraft ot-draft-01 -Headcount 4 -WhatIf'
Write-Host '  Get-Command -Module JobDraftsPS'
