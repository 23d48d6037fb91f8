using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>Apply, then undo: what was known before is there again, and what cannot come back is listed.</summary>
public sealed class UndoTests : IDisposable
{
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private const string Leaflet = "aaaaaaaa-0000-4000-8000-000000000001";
    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public UndoTests() => bench.Run("$journal = $path", ("path", Path.Combine(folder.Path, "run.jsonl")));

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Values_that_were_known_come_back_on_all_services()
    {
        var before = State();
        var run = bench.Run($$"""
            @(@{ service = 'OpenTrain'; jobId = 'ot-live-01'; jobTitle = 'Lights'; languages = 'Polish;German' }
              @{ service = 'TextKing'; projectId = '{{Project}}'; jobId = '{{Leaflet}}'; name = 'Other'; topic = '49353ab0-fdbf-4e1c-a063-cdf4aad98782'; is_active = 'no' }
              @{ service = 'TextKing'; projectId = '{{Project}}'; jobId = '{{Leaflet}}'; briefing = 'Warm' }
              @{ service = 'Sorce'; jobId = 'job_s01'; title = 'Other'; salaryMin = '1'; budgets = '[{"window":"DAILY","budgetCents":100}]'; clear = 'description;jobLevel' }
              @{ service = 'Sorce'; jobId = 'job_s03'; locations = '[{"locationId":50321}]'; questions = '[]' }) |
                New-JobDraftPlan | Invoke-JobDraftPlan -JournalPath $journal -Accept LiveEdit, ReplaceSetLoss
            """);
        Assert.Empty(run.AllErrors);
        Assert.All(run.Output, row => Assert.Equal("Applied", row.Properties["Outcome"].Value.ToString()));
        Assert.NotEqual(before, State());

        var undo = bench.Run("$undo = New-JobDraftPlan -Undo -JournalPath $journal; $undo | Invoke-JobDraftPlan -Accept LiveEdit, ReplaceSetLoss");

        Assert.Empty(undo.AllErrors);
        Assert.Equal("", string.Join('\n', bench.Run("$undo.Findings | Where-Object Severity -ne Info").Output));
        Assert.Equal(4, undo.Output.Count);
        Assert.All(undo.Output, row => Assert.Equal("Applied", row.Properties["Outcome"].Value.ToString()));
        Assert.Equal(before, State());
    }

    [Fact]
    public void Apply_and_undo_leave_the_sandbox_as_it_was_save_for_what_was_listed()
    {
        var before = SandboxContents.Read(bench);
        var run = bench.Run($$"""
            @(@{ service = 'OpenTrain'; jobId = 'ot-live-01'; jobTitle = 'Lights'; languages = 'Polish;German' }
              @{ service = 'OpenTrain'; jobId = 'ot-draft-07'; operation = 'Publish' }
              @{ service = 'OpenTrain'; jobId = 'ot-live-02'; operation = 'Close' }
              @{ service = 'OpenTrain'; operation = 'Create'; jobDescription = 'Count birds.' }
              @{ service = 'TextKing'; projectId = '{{Project}}'; jobId = '{{Leaflet}}'; name = 'Other'; topic = '49353ab0-fdbf-4e1c-a063-cdf4aad98782'; is_active = 'no'; quality = 'translation-and-correction' }
              @{ service = 'TextKing'; projectId = '{{Project}}'; jobId = 'aaaaaaaa-0000-4000-8000-000000000007'; clear = 'briefing' }
              @{ service = 'TextKing'; operation = 'Create'; name = 'Another project' }
              @{ service = 'Sorce'; jobId = 'job_s01'; title = 'Other'; salaryMin = '1'; budgets = '[{"window":"DAILY","budgetCents":100}]'; clear = 'description;jobLevel' }
              @{ service = 'Sorce'; jobId = 'job_s01'; salaryMax = '9' }
              @{ service = 'Sorce'; jobId = 'job_s03'; locations = '[{"locationId":50321}]'; questions = '[]' }
              @{ service = 'Sorce'; jobId = 'job_s04'; operation = 'Publish' }
              @{ service = 'Sorce'; jobId = 'job_live01'; operation = 'Close' }) |
                New-JobDraftPlan | Invoke-JobDraftPlan -JournalPath $journal -Accept LiveEdit, ReplaceSetLoss, Irreversible
            """);
        Assert.Empty(run.AllErrors);
        Assert.All(run.Output, row => Assert.Equal("Applied", row.Properties["Outcome"].Value.ToString()));
        var changed = SandboxContents.Read(bench);
        string[] edited = ["OpenTrain/ot-live-01", "Sorce/job_s01", "Sorce/job_s03", "TextKing/aaaaaaaa-0000-4000-8000-000000000007", $"TextKing/{Leaflet}"];
        Assert.All(edited, job => Assert.NotEqual(before[job], changed[job]));

        var undo = bench.Run("$undo = New-JobDraftPlan -Undo -JournalPath $journal; $undo | Invoke-JobDraftPlan -Accept LiveEdit, ReplaceSetLoss");

        Assert.Empty(undo.AllErrors);
        Assert.All(undo.Output, row => Assert.Equal("Applied", row.Properties["Outcome"].Value.ToString()));
        var after = SandboxContents.Read(bench);
        Assert.All(edited, job => Assert.Equal(before[job], after[job]));
        var differs = before.Keys.Union(after.Keys).Where(job => before.GetValueOrDefault(job) != after.GetValueOrDefault(job)).Select(job => job.Split('/')[1]).Order(StringComparer.Ordinal).ToArray();
        string[] listed = [.. bench.Run("$undo.Findings | Where-Object Code -eq CannotUndo | ForEach-Object Message").Output.Select(text => text.ToString().Split('\'')[1]).Order(StringComparer.Ordinal)];
        string[] newIds = [.. bench.Run("$undo.Findings | Where-Object Code -eq NewIds | ForEach-Object Column").Output.Select(column => column.ToString()).Order(StringComparer.Ordinal)];
        Assert.Equal(["budgets", "questions"], newIds);
        Assert.Equal(6, listed.Length);
        Assert.Equal(listed, differs);
    }

    [Fact]
    public void What_cannot_come_back_is_listed_with_its_reason()
    {
        bench.Run("""
            @(@{ service = 'OpenTrain'; jobId = 'ot-draft-01'; headcount = '4' }
              @{ service = 'OpenTrain'; jobId = 'ot-draft-07'; operation = 'Publish' }
              @{ service = 'OpenTrain'; operation = 'Create'; jobDescription = 'Count birds.' }
              @{ service = 'Sorce'; jobId = 'job_s01'; operation = 'Publish' }
              @{ service = 'Sorce'; jobId = 'job_live01'; operation = 'Close' }
              @{ service = 'Sorce'; operation = 'Create'; title = 'Baker' }) |
                New-JobDraftPlan | Invoke-JobDraftPlan -JournalPath $journal -Accept Irreversible
            """);

        var undo = bench.Run("New-JobDraftPlan -Undo -JournalPath $journal");

        Assert.Empty(undo.AllErrors);
        var plan = Assert.Single(undo.Output);
        Assert.Empty((Array)plan.Properties["Rows"].Value);
        string[] told = [.. ((Array)plan.Properties["Findings"].Value).Cast<object>().Select(finding => finding.ToString()!)];
        Assert.Equal(6, told.Length);
        Assert.Contains(told, text => text.Contains("Row 1 of the journal", StringComparison.Ordinal) && text.Contains("not known: headcount", StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains("Row 2 of the journal", StringComparison.Ordinal) && text.Contains("does not become a draft again", StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains("Row 3 of the journal", StringComparison.Ordinal) && text.Contains("no call that deletes", StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains("Row 5 of the journal", StringComparison.Ordinal) && text.Contains("nothing opens", StringComparison.Ordinal));
        Assert.Contains("6 rows of the journal cannot be undone", Assert.Single(undo.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_row_needs_no_undo()
    {
        bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'Status'; Status = 403; PathContains = 'job_s01'; Method = 'PATCH' }; @(@{ jobId = 'job_s01'; title = 'A' }, @{ jobId = 'job_s02'; title = 'B' }) | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -JournalPath $journal");

        var undo = bench.Run("(New-JobDraftPlan -Undo -JournalPath $journal).Rows.JobId");

        Assert.Equal(["job_s02"], undo.Output.Select(id => id.ToString()));
    }

    [Fact]
    public void What_was_changed_since_is_said()
    {
        bench.Run("@{ jobId = 'job_s01'; title = 'A' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -JournalPath $journal; Set-JobListing -JobId job_s01 -Title 'B' -Confirm:$false");

        var undo = bench.Run("(New-JobDraftPlan -Undo -JournalPath $journal).Findings");

        Assert.Equal(["ChangedSince"], undo.Output.Select(finding => finding.Properties["Code"].Value));
    }

    [Fact]
    public void A_journal_of_another_account_is_refused()
    {
        bench.Run("@{ jobId = 'job_s01'; title = 'A' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -JournalPath $journal; $other = Start-JobDraftSandbox -Confirm:$false; Connect-JobDraftService -Sandbox $other");

        var undo = bench.Run("New-JobDraftPlan -Undo -JournalPath $journal");

        Assert.Equal("JobDrafts.Journal", Assert.Single(undo.AllErrors).Id());
        bench.Run("$other | Stop-JobDraftSandbox -Confirm:$false");
    }

    /// <summary>All that the services tell of their jobs now.</summary>
    private string State() => string.Join('\n', bench.Run($$"""
        $job = Get-PublishedJob ot-live-01
        "$($job.Title) $($job.Languages)"
        Get-TranslationJob -ProjectId {{Project}} | ForEach-Object { "$($_.JobId) $($_.Name) $($_.Topic) $($_.Briefing) $($_.IsActive) $($_.Quality)" }
        Get-JobListing | ForEach-Object { "$($_.JobId) $($_.Status) $($_.Title) $($_.Description) $($_.JobLevel) $($_.SalaryMin) | $($_.Locations.LocationId) | $($_.Questions.Prompt) | $($_.Budgets | ForEach-Object { "$($_.Window) $($_.BudgetCents) $($_.Notes)" })" }
        """).Output.Select(line => line.ToString()));
}
