# Edits the shifts of a service that the module does not come with: plan, apply with pace and journal, undo.
param(
    [Parameter(Mandatory)] [string] $Module,

    [Parameter(Mandatory)] [string] $Service,

    [Parameter(Mandatory)] [string] $Address,

    [Parameter(Mandatory)] [string] $Work
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
# Its library joins those of the module, which live apart from everyone else's.
$context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext([Reflection.Assembly]::Load('JobDraftsPS.Core'))
$library = $context.LoadFromAssemblyPath($Service)
$library.GetType('JobDraftsPS.FourthService.Registration').GetMethod('Register').Invoke($null, @())

Connect-JobDraftService -Service Shifts -BaseUri $Address -Token (ConvertTo-SecureString 'a-token' -AsPlainText -Force)
"test: $((Test-JobDraftConnection -Service shifts).Message)"
"complete: $((TabExpansion2 'New-JobDraftPlan -Service ' 26).CompletionMatches.CompletionText -join ' ')"

"service,jobId,title,places", "Shifts,a,Early,3", "shifts,b,Late,many", "Shifts,c,Night,2" | Set-Content "$Work/edits.csv"
$plan = New-JobDraftPlan "$Work/edits.csv" -OutFile "$Work/edits.plan.json" -WarningAction SilentlyContinue
"plan: $($plan.Rows.Count) rows, $($plan.Findings[0].Message)"
"changes: $($plan.Rows[0].Changes -join '; ')"
"service,jobId,title,places", "Shifts,a,Early,3", "Shifts,b,Late,1", "Shifts,c,Night,2", "Shifts,d,Day,4", "Shifts,e,Day,5", "Shifts,f,Day,6" | Set-Content "$Work/edits.csv"
$null = New-JobDraftPlan "$Work/edits.csv" -OutFile "$Work/edits.plan.json"
$results = Invoke-JobDraftPlan "$Work/edits.plan.json" -JournalPath "$Work/edits.journal.jsonl" -Confirm:$false
"apply: $(($results | Group-Object Outcome | ForEach-Object { "$($_.Count) $($_.Name)" }) -join ', ')"
"again: $((Invoke-JobDraftPlan "$Work/edits.plan.json" -JournalPath "$Work/edits.journal.jsonl" -Confirm:$false | Group-Object Outcome | ForEach-Object { "$($_.Count) $($_.Name)" }) -join ', ')"
"journal: $(@(Get-JobDraftJournal "$Work/edits.journal.jsonl" | Where-Object Outcome -EQ Applied).Count)"
$undo = New-JobDraftPlan -Undo -JournalPath "$Work/edits.journal.jsonl" -OutFile "$Work/undo.plan.json"
"undo: $($undo.Rows.Count) rows, $(($undo.Rows | Where-Object JobId -EQ a).Changes -join '; ')"
"undone: $(@(Invoke-JobDraftPlan "$Work/undo.plan.json" -JournalPath "$Work/undo.journal.jsonl" -Confirm:$false | Where-Object Outcome -EQ Applied).Count)"
