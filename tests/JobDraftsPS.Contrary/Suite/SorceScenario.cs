using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>Every Sorce cmdlet that sends, on a few listings.</summary>
internal static class SorceScenario
{
    private const string Whole = """
        $job = @{
            Title = 'Fährmann'; Description = 'Serve guests.'; RemoteOption = 'REMOTE'; RemoteCountry = 'United States'; JobType = 'PART_TIME'; JobLevel = 'ENTRY'
            SalaryMin = 18; SalaryMax = 21; SalaryPeriod = 'HOURLY'; BidPerQualifiedApplicantCents = 400; Qualifications = 'Speaks two languages'
            Budgets = @{ window = 'DAILY'; budgetCents = 5000 }
        }
        New-JobListing @job -Publish -Confirm:$false -JournalPath $journal
        """;

    public static void Play(ContraryRun run)
    {
        run.Connect();
        string[] ids = [.. run.Server.Sorce.Jobs.Select(job => job["id"]!.GetValue<string>())];
        var isCut = run.Settings.ListLimit > 0 && run.Settings.ListLimit < ids.Length;
        var listed = run.Read("Get-JobListing", isCut ? null : ids);
        var saysSo = run.Settings.ListMark != ListMark.None && run.Settings.ListMember != ListMember.Bare;
        run.Check("Get-JobListing", !isCut || !saysSo || listed.Warnings.Count > 0, "the list says that there is more, and nobody is told");
        run.Read("Get-JobListing $id", [ids[0]], variables: ("id", ids[0]));
        run.Read("Find-JobLocation Tulsa", ["61007"], "LocationId");
        run.Read("Test-JobDraftConnection -Service Sorce");
        run.Write("@{ title = 'Bäcker' }, @{ title = 'Miller' } | New-JobListing -JournalPath $journal", "so", WriteKind.Create, rows: 2);
        run.Write(Whole, "so", WriteKind.Create);
        run.Connect();
        run.Write("Set-JobListing $id -Title 'Night baker' -Confirm:$false -JournalPath $journal", "so", WriteKind.Edit, variables: ("id", ids[0]));
        run.Refused("Set-JobListing $id -Field @{ jobLevel = 'NOVICE' } -SkipCheck -Confirm:$false", run.Settings.Errors is ErrorForm.Text or ErrorForm.Html or ErrorForm.Xml ? "marked fields" : "One of ENTRY", ("id", ids[0]));
        run.Write("Set-JobListing $id -AddBudget @{ window = 'DAILY'; budgetCents = 900 } -Confirm:$false -JournalPath $journal", "so", WriteKind.Edit, variables: ("id", ids[0]));
        run.Write("Publish-Job $id -Service Sorce -Confirm:$false -JournalPath $journal", "so", WriteKind.Publish, variables: ("id", ids[0]));
        run.Write("Suspend-JobListing $id -Confirm:$false -JournalPath $journal", "so", WriteKind.Pause, variables: ("id", ids[0]));
        run.Write("Resume-JobListing $id -Confirm:$false -JournalPath $journal", "so", WriteKind.Resume, variables: ("id", ids[0]));
        run.Write("Close-JobListing $id -Confirm:$false -JournalPath $journal", "so", WriteKind.Close, variables: ("id", ids[0]));
    }
}
