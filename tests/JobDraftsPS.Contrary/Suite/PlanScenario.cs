using System.Collections;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Services;
using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>A plan over all three services: made, applied with a journal, applied again, and taken back.</summary>
internal static class PlanScenario
{
    private const string Apply = "$plan | Invoke-JobDraftPlan -JournalPath $journal -Accept LiveEdit, ReplaceSetLoss -Confirm:$false -Resume";

    public static void Play(ContraryRun run)
    {
        run.Connect();
        var draft = run.Server.OpenTrain.Jobs[^1]["id"]!.GetValue<string>();
        var listing = run.Server.Sorce.Jobs.Last(job => job["status"]!.GetValue<string>() == "DRAFT")["id"]!.GetValue<string>();
        var project = run.Server.TextKing.Projects.Last(one => one["state"]!.GetValue<string>() == "prepared" && run.Server.TextKing.Jobs[one["id"]!.GetValue<string>()].Count > 0)["id"]!.GetValue<string>();
        var job = run.Server.TextKing.Jobs[project][0]["id"]!.GetValue<string>();
        var title = run.Server.Sorce.Find(listing)!["title"]!.GetValue<string>();
        Hashtable[] rows =
        [
            new() { ["service"] = "OpenTrain", ["jobId"] = draft, ["headcount"] = 9 },
            new() { ["service"] = "Sorce", ["jobId"] = listing, ["title"] = "Planned" },
            new() { ["service"] = "TextKing", ["jobId"] = job, ["projectId"] = project, ["briefing"] = "Planned" },
            new() { ["service"] = "Sorce", ["operation"] = "Create", ["title"] = "Planned create" },
            new() { ["service"] = "OpenTrain", ["operation"] = "Create", ["jobDescription"] = "Planned create" },
        ];
        var start = run.Server.State.Events.Count;
        var made = run.Run("$rows | ForEach-Object { [pscustomobject] $_ } | New-JobDraftPlan -Confirm:$false", ("rows", rows));
        run.Check("New-JobDraftPlan", run.Server.State.Events.Count == start, "making a plan changed something");
        run.Check("New-JobDraftPlan", made.AllErrors.Count == 0 && made.Output.Count == 1, "there is no plan: " + string.Join(" | ", made.AllErrors));
        if (made.Output.Count != 1)
        {
            return;
        }

        var journal = Path.Combine(run.Folder, "plan.jsonl");
        (string, object?)[] variables = [("plan", made.Output[0]), ("journal", journal)];
        for (var time = 1; time <= 2; time++)
        {
            var result = run.Run(Apply, variables);
            var events = run.Server.State.Events.Skip(start).ToArray();
            var outcomes = result.Output.Select(row => (Row: Convert.ToInt32(row.Properties["Row"].Value, null), Outcome: row.Properties["Outcome"].Value.ToString())).ToArray();
            var told = $"run {time}: [{string.Join(", ", result.Output)}], server [{string.Join("; ", events.Select(one => one.ToString()))}], errors {string.Join(" | ", result.AllErrors)}";
            bool[] done = [Held(run, draft, "headcount", "9"), Held(run, listing, "title", "Planned"), run.Server.TextKing.FindJob(project, job)!["briefing"]?.ToString() == "Planned", Made(events, "so"), Made(events, "ot")];
            run.Check("Invoke-JobDraftPlan", outcomes.Length == rows.Length || (outcomes.Length == 0 && result.AllErrors.Count > 0), "not one result a row: " + told);
            run.Check("Invoke-JobDraftPlan", !result.AllErrors.Any(error => error.ToString().Contains("has no job", StringComparison.Ordinal)), "a job that is there is said not to be: " + told);
            foreach (var (row, outcome) in outcomes)
            {
                run.Check("Invoke-JobDraftPlan", outcome != "Applied" || done[row - 1], $"row {row} is claimed and not done: " + told);
                run.Check("Invoke-JobDraftPlan", outcome is not ("Refused" or "NotSent" or "Skipped") || !done[row - 1], $"row {row} is denied and done: " + told);
            }

            run.Check("Invoke-JobDraftPlan", events.Count(one => one.Kind == WriteKind.Create && one.Service == "so") <= 1 && events.Count(one => one.Kind == WriteKind.Create && one.Service == "ot") <= 1, "made twice: " + told);
        }

        run.Connect();
        TakeBack(run, journal, listing, title);
    }

    private static void TakeBack(ContraryRun run, string journal, string listing, string title)
    {
        var isDone = Held(run, listing, "title", "Planned");
        // The undo belongs to the account of the plan, so it is only asked to tell what it would do.
        var undo = run.Run("New-JobDraftPlan -Undo -JournalPath $journal -Confirm:$false", ("journal", journal));
        run.Check("New-JobDraftPlan -Undo", !Held(run, listing, "title", title) == isDone, "making an undo changed something");
        run.Check("New-JobDraftPlan -Undo", undo.Output.Count + undo.AllErrors.Count > 0, "neither a plan nor an error");
    }

    private static bool Held(ContraryRun run, string id, string key, string value)
    {
        lock (run.Server.State.Gate)
        {
            return (run.Server.OpenTrain.Find(id) ?? run.Server.Sorce.Find(id))?[key] is JsonNode held && held.ToString() == value;
        }
    }

    private static bool Made(ContraryEvent[] events, string service) => events.Any(one => one.Service == service && one.Kind == WriteKind.Create);
}
