using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>Every OpenTrain cmdlet that sends, on a few jobs.</summary>
internal static class OpenTrainScenario
{
    public static void Play(ContraryRun run)
    {
        run.Connect();
        string[] ids = [.. run.Server.OpenTrain.Jobs.Select(job => job["id"]!.GetValue<string>())];
        run.Read("Get-DraftCapabilities");
        run.Read("Get-JobDraft", ids);
        run.Read("Get-PublishedJobFacet");
        run.Read("Get-PublishedJobChange -Since 2026-01-01T00:00:00Z");
        run.Read("Test-JobDraftConnection -Service OpenTrain");
        run.Write("'Bee count', 'Öl tanks' | New-JobDraft -JournalPath $journal", "ot", WriteKind.Create, rows: 2);
        run.Write("$ids | Update-JobDraft -Headcount 5 -JournalPath $journal", "ot", WriteKind.Edit, rows: Math.Min(2, ids.Length), variables: ("ids", ids[..Math.Min(2, ids.Length)]));
        run.Refused("Update-JobDraft $id -Field @{ colour = 'red' } -SkipCheck", run.Settings.Errors is ErrorForm.Text or ErrorForm.Html or ErrorForm.Xml ? "not valid" : "Unrecognized key", ("id", ids[0]));
        run.Write("Complete-JobDraft $id -Answer @{ experienceLevel = 'EXPERT' } -JournalPath $journal", "ot", WriteKind.Edit, variables: ("id", ids[0]));
        run.Write("Publish-Job $id -Service OpenTrain -Confirm:$false -JournalPath $journal", "ot", WriteKind.Publish, variables: ("id", ids[0]));
        run.Write("Update-PublishedJob $id -JobTitle 'Bees at night' -Confirm:$false -JournalPath $journal", "ot", WriteKind.Edit, variables: ("id", ids[0]));
        run.Read("Find-PublishedJob", [.. run.Server.OpenTrain.Jobs.Where(job => job["status"]!.GetValue<string>() == "OPEN").Select(job => job["id"]!.GetValue<string>())]);
        if (run.Server.OpenTrain.Find(ids[0])!["status"]!.GetValue<string>() == "OPEN")
        {
            run.Read("Get-PublishedJob $id", [ids[0]], variables: ("id", ids[0]));
        }

        run.Write("Close-PublishedJob $id -Confirm:$false -JournalPath $journal", "ot", WriteKind.Close, variables: ("id", ids[0]));
    }
}
