using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>What Invoke-JobDraftPlan does with a plan: exactly what was reviewed, or nothing.</summary>
public sealed class ApplyTests : IDisposable
{
    private const string ThreeDrafts = "@(@{ jobId = 'ot-draft-01'; headcount = '4' }, @{ jobId = 'ot-draft-02'; headcount = '5' }, @{ jobId = 'ot-draft-03'; headcount = '6' }) | New-JobDraftPlan -Service OpenTrain";
    private const string ThreeListings = "@(@{ jobId = 'job_s01'; title = 'A' }, @{ jobId = 'job_s02'; title = 'B' }, @{ jobId = 'job_s03'; title = 'C' }) | New-JobDraftPlan -Service Sorce";

    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_plan_is_applied_row_by_row_over_services()
    {
        var result = bench.Run("""
            @(@{ service = 'OpenTrain'; jobId = 'ot-draft-01'; headcount = '4' }
              @{ service = 'Sorce'; jobId = 'job_s01'; title = 'Ferry developer' }
              @{ service = 'Sorce'; jobId = 'job_s02'; operation = 'Publish' }
              @{ service = 'OpenTrain'; operation = 'Create'; jobDescription = 'Count birds in pictures.'; jobTitle = 'Birds'; headcount = '3' }) |
                New-JobDraftPlan | Invoke-JobDraftPlan -SummaryVariable summary
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal([1, 2, 3, 4], result.Output.Select(row => row.Properties["Row"].Value));
        Assert.All(result.Output, row => Assert.Equal("Applied", row.Properties["Outcome"].Value.ToString()));
        Assert.Equal(5, bench.Writes().Count);
        Assert.NotNull(result.Output[3].Properties["JobId"].Value);
        Assert.Equal(("Applied", 4, 4), Summary());
    }

    [Fact]
    public void A_project_ends_after_the_rows_that_edit_its_jobs_have_been_written()
    {
        const string project = "11111111-1111-4111-8111-111111111111";

        var result = bench.Run($$"""
            $rows = foreach ($i in 1..12) { @{ projectId = '{{project}}'; jobId = 'aaaaaaaa-0000-4000-8000-{0:D12}' -f $i; briefing = "Note $i" } }
            $rows += @{ projectId = '{{project}}'; operation = 'Create'; name = 'New'; source_language = 'en'; target_language = 'fr'; quality = 'translation' }
            $rows += @{ projectId = '{{project}}'; operation = 'Close' }
            $rows += @{ operation = 'Create'; name = 'Another project'; due_date = '2026-05-04' }
            $rows | New-JobDraftPlan -Service TextKing | Invoke-JobDraftPlan -Accept Irreversible -ThrottleLimit 16
            """);

        Assert.Empty(result.AllErrors);
        Assert.All(Outcomes(result), outcome => Assert.Equal("Applied", outcome));
        Assert.Equal(15, result.Output.Count);
        Assert.NotNull(result.Output[14].Properties["ProjectId"].Value);
        Assert.Equal($"PUT /v1/project/{project} 200", bench.Writes().Last(write => write.Contains(project, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("operation = 'Close'", "Irreversible")]
    [InlineData("jobId = 'bbbbbbbb-0000-4000-8000-000000000001'; briefing = 'A'", "ProjectNotPrepared")]
    public void A_hazard_of_a_project_must_be_accepted_by_name(string row, string hazard)
    {
        var project = hazard == "Irreversible" ? "11111111-1111-4111-8111-111111111111" : "22222222-2222-4222-8222-222222222222";
        bench.Run($"$plan = @{{ projectId = '{project}'; {row} }} | New-JobDraftPlan -Service TextKing");

        Refused("$plan | Invoke-JobDraftPlan", hazard);
        var result = bench.Run($"$plan | Invoke-JobDraftPlan -Accept {hazard}");

        Assert.Equal([hazard == "Irreversible" ? "Applied" : "Refused"], Outcomes(result));
    }

    [Fact]
    public void A_project_that_cannot_start_is_not_ordered()
    {
        var plan = bench.Run("$plan = @{ projectId = '11111111-1111-4111-8111-111111111111'; operation = 'Publish' } | New-JobDraftPlan -Service TextKing; $plan.Rows.Hazards; $plan.Findings.Code");

        Assert.Equal(["BilledOrder", "NotReady"], plan.Output.Select(item => item.ToString()));
        Assert.Empty(bench.Writes());
    }

    [Theory]
    [InlineData("Invoke-JobDraftPlan -Path $file")]
    [InlineData("Invoke-JobDraftPlan $file")]
    public void A_plan_goes_through_a_file_unchanged(string apply)
    {
        var result = bench.Run(ThreeDrafts + " -OutFile $file | Out-Null; " + apply, ("file", File("plan.json")));

        Assert.Empty(result.AllErrors);
        Assert.Equal(3, result.Output.Count);
        Assert.Equal(3, bench.Writes().Count);
    }

    [Fact]
    public void An_edited_plan_is_refused_and_nothing_is_sent()
    {
        bench.Run(ThreeDrafts + " -OutFile $file", ("file", File("plan.json")));
        var text = System.IO.File.ReadAllText(File("plan.json"));
        System.IO.File.WriteAllText(File("plan.json"), text.Replace("ot-draft-03", "ot-draft-04", StringComparison.Ordinal));

        Refused("Invoke-JobDraftPlan -Path $file", "was changed after it was made");
    }

    [Fact]
    public void A_plan_that_was_edited_in_memory_is_refused()
    {
        bench.Run($"$plan = {ThreeDrafts}; $plan.Rows[0].Changes[0].To = 40");

        Refused("$plan | Invoke-JobDraftPlan", "was changed after it was made");
    }

    [Fact]
    public void A_plan_of_a_newer_version_is_refused()
    {
        bench.Run(ThreeDrafts + " -OutFile $file", ("file", File("plan.json")));
        System.IO.File.WriteAllText(File("plan.json"), System.IO.File.ReadAllText(File("plan.json")).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));

        Refused("Invoke-JobDraftPlan -Path $file", "it has version 2, and this module reads version 1");
    }

    [Fact]
    public void A_plan_for_another_account_is_refused()
    {
        bench.Run($"$plan = {ThreeDrafts}; $other = Start-JobDraftSandbox -Confirm:$false; Connect-JobDraftService -Sandbox $other");

        var result = bench.Run("$plan | Invoke-JobDraftPlan; $other | Stop-JobDraftSandbox -Confirm:$false");

        Assert.Contains("another OpenTrain account", result.AllErrors[^1].Text(), StringComparison.Ordinal);
        bench.Run("$other | Stop-JobDraftSandbox -Confirm:$false");
    }

    [Fact]
    public void A_stale_plan_is_refused_with_the_rows_named_and_the_rest_can_be_applied()
    {
        bench.Run($"$plan = {ThreeListings}; Set-JobListing -JobId job_s02 -Title 'Other' -Confirm:$false | Out-Null");
        var before = bench.Writes().Count;

        var refused = bench.Run("$plan | Invoke-JobDraftPlan");

        Assert.Equal("JobDrafts.Plan", refused.AllErrors[^1].Id());
        Assert.Contains("Row 2: title: Data annotator, Spanish -> Other since the plan was made", refused.AllErrors[^1].Text(), StringComparison.Ordinal);
        Assert.Equal(before, bench.Writes().Count);

        var result = bench.Run("$plan | Invoke-JobDraftPlan -SkipStale -SummaryVariable summary");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["Applied", "Skipped", "Applied"], Outcomes(result));
        Assert.Equal("Stale", result.Output[1].Properties["Code"].Value);
        Assert.Equal(before + 2, bench.Writes().Count);
        Assert.Equal(("Partial", 3, 2), Summary());
    }

    [Fact]
    public void A_draft_that_went_live_meanwhile_makes_the_plan_stale()
    {
        bench.Run("$plan = @{ jobId = 'ot-draft-07'; headcount = '4' } | New-JobDraftPlan -Service OpenTrain; 'ot-draft-07' | Publish-Job -Service OpenTrain | Out-Null");
        var before = bench.Writes().Count;

        var refused = bench.Run("$plan | Invoke-JobDraftPlan -Accept LiveEdit");

        Assert.Contains("Row 1: It has become LiveEdit", refused.AllErrors[^1].Text(), StringComparison.Ordinal);
        Assert.Equal(before, bench.Writes().Count);
    }

    [Fact]
    public void A_plan_with_errors_is_refused_and_the_rest_can_be_applied()
    {
        bench.Run("$plan = @(@{ jobId = 'ot-draft-01'; headcount = 'x' }, @{ jobId = 'ot-draft-02'; headcount = '5' }) | New-JobDraftPlan -Service OpenTrain");

        Refused("$plan | Invoke-JobDraftPlan", "Row 1:");
        var result = bench.Run("$plan | Invoke-JobDraftPlan -SkipInvalid");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["Skipped", "Applied"], Outcomes(result));
        Assert.Single(bench.Writes());
    }

    [Theory]
    [InlineData("@{ service = 'OpenTrain'; jobId = 'ot-live-01'; jobTitle = 'Lights' }", "LiveEdit")]
    [InlineData("@{ service = 'OpenTrain'; jobId = 'ot-live-01'; operation = 'Close' }", "Irreversible")]
    [InlineData("@{ service = 'Sorce'; jobId = 'job_s01'; budgets = '[]' }", "UnlimitedBudget, ReplaceSetLoss")]
    [InlineData("@{ service = 'Sorce'; jobId = 'job_live01'; operation = 'Close' }", "Irreversible")]
    public void A_hazard_must_be_accepted_by_name(string row, string hazards)
    {
        bench.Run($"$plan = {row} | New-JobDraftPlan");

        Refused("$plan | Invoke-JobDraftPlan", hazards.Split(',')[0]);
        var result = bench.Run($"$plan | Invoke-JobDraftPlan -Accept {hazards}");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["Applied"], Outcomes(result));
    }

    [Fact]
    public void The_first_rows_are_a_trial_and_the_same_command_does_the_rest()
    {
        bench.Run($"$plan = {ThreeDrafts}");

        var trial = bench.Run("$plan | Invoke-JobDraftPlan -First 1 -JournalPath $journal -SummaryVariable summary", ("journal", File("run.jsonl")));

        Assert.Equal([1], trial.Output.Select(row => row.Properties["Row"].Value));
        Assert.Equal(("Stopped", 3, 1), Summary());
        Assert.Equal("Partial", bench.Run("(Get-JobDraftJournal $journal -Summary).Outcome").Output[0].ToString());

        var rest = bench.Run("$plan | Invoke-JobDraftPlan -JournalPath $journal -SummaryVariable summary");

        Assert.Empty(rest.AllErrors);
        Assert.Equal(3, rest.Output.Count);
        Assert.Equal(3, bench.Writes().Count);
        Assert.Equal(("Applied", 3, 3), Summary());

        var again = bench.Run("$plan | Invoke-JobDraftPlan -JournalPath $journal -SummaryVariable summary");

        Assert.Empty(again.AllErrors);
        Assert.Equal(3, bench.Writes().Count);
        Assert.Equal(("NoChange", 3, 3), Summary());
    }

    [Fact]
    public void Rows_that_the_journal_has_do_not_count_as_moved()
    {
        bench.Run($"$plan = {ThreeListings}; $plan | Invoke-JobDraftPlan -First 2 -JournalPath $journal", ("journal", File("run.jsonl")));

        var result = bench.Run("$plan | Invoke-JobDraftPlan -JournalPath $journal");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["Applied", "Applied", "Applied"], Outcomes(result));
        Assert.Equal(3, bench.Writes().Count);
    }

    [Fact]
    public void A_journal_of_another_plan_or_command_is_refused()
    {
        bench.Run($"$plan = {ThreeDrafts}; 'ot-draft-05' | Update-JobDraft -Headcount 2 -JournalPath $other | Out-Null; @{{ jobId = 'ot-draft-04'; headcount = '1' }} | New-JobDraftPlan -Service OpenTrain | Invoke-JobDraftPlan -JournalPath $journal | Out-Null", ("other", File("other.jsonl")), ("journal", File("run.jsonl")));
        var before = bench.Writes().Count;

        Assert.Contains("belongs to another plan", bench.Run("$plan | Invoke-JobDraftPlan -JournalPath $journal").AllErrors[^1].Text(), StringComparison.Ordinal);
        Assert.Contains("belongs to Update-JobDraft", bench.Run("$plan | Invoke-JobDraftPlan -JournalPath $other").AllErrors[^1].Text(), StringComparison.Ordinal);
        Assert.Equal(before, bench.Writes().Count);
    }

    [Fact]
    public void After_its_deadline_a_run_begins_no_row()
    {
        var result = bench.Run($"{ThreeDrafts} | Invoke-JobDraftPlan -Deadline ([datetime]::Now.AddSeconds(-1)) -SummaryVariable summary");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["NotSent", "NotSent", "NotSent"], Outcomes(result));
        Assert.Equal("Deadline", result.Output[0].Properties["Code"].Value);
        Assert.Empty(bench.Writes());
        Assert.Equal(("Stopped", 3, 0), Summary());
    }

    [Theory]
    [InlineData("'03/04/2099'")]
    [InlineData("'04.03.2099'")]
    [InlineData("'02:30'")]
    public void A_deadline_that_could_mean_two_moments_is_refused(string deadline)
    {
        var result = bench.Run($"{ThreeDrafts} | Invoke-JobDraftPlan -Deadline {deadline}");

        Assert.Contains("2026-06-10T11:02:00Z", Assert.Single(result.AllErrors).Text(), StringComparison.Ordinal);
        Assert.Empty(bench.Writes());
    }

    [Theory]
    [InlineData("$here.ToString('yyyy-MM-ddTHH:mm:ss')")]
    [InlineData("$here.ToString('yyyy-MM-dd HH:mm')")]
    [InlineData("[datetime]::SpecifyKind($here, 'Unspecified')")]
    [InlineData("$here.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')")]
    public void A_deadline_without_a_zone_is_this_machines(string deadline)
    {
        var past = bench.Run($"$here = [datetime]::Now.AddMinutes(-2); {ThreeDrafts} | Invoke-JobDraftPlan -Deadline ({deadline})");
        var coming = bench.Run($"$here = [datetime]::Now.AddMinutes(9); {ThreeDrafts} | Invoke-JobDraftPlan -Deadline ({deadline})");

        Assert.Equal(["NotSent", "NotSent", "NotSent"], Outcomes(past));
        Assert.Equal(["Applied", "Applied", "Applied"], Outcomes(coming));
    }

    [Fact]
    public void A_deadline_that_is_null_is_none() =>
        Assert.Equal(["Applied", "Applied", "Applied"], Outcomes(bench.Run($"{ThreeDrafts} | Invoke-JobDraftPlan -Deadline $null")));

    [Theory]
    [InlineData("None", false)]
    [InlineData("Any", true)]
    [InlineData("50%", false)]
    [InlineData("30", true)]
    public void Failed_rows_make_the_command_fail_where_it_was_asked_for(string share, bool fails)
    {
        bench.Run($"$plan = {ThreeDrafts}; $sandbox | Set-JobDraftSandbox -Fault @{{ Kind = 'Status'; Status = 403; PathContains = 'ot-draft-02'; Method = 'PATCH' }}");

        var result = bench.Run("$results = $plan | Invoke-JobDraftPlan -FailOn $share -ErrorAction SilentlyContinue -SummaryVariable summary", ("share", share));
        var summary = bench.Run("$summary").Output;

        Assert.Equal(fails, result.AllErrors.Any(error => error.Text().Contains("1 of 3 rows failed", StringComparison.Ordinal)));
        Assert.Equal("Partial", Assert.Single(summary).Properties["Outcome"].Value.ToString());
        Assert.Equal(3, bench.Writes().Count);
    }

    [Fact]
    public void A_share_that_is_none_is_refused() => Assert.Equal("JobDrafts.BadValue", bench.Run($"{ThreeDrafts} | Invoke-JobDraftPlan -FailOn some").AllErrors[^1].Id());

    [Fact]
    public void What_is_so_already_is_not_sent()
    {
        var result = bench.Run("@{ jobId = 'job_s01'; title = 'Backend developer' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -SummaryVariable summary");

        Assert.Equal(["Skipped"], Outcomes(result));
        Assert.Equal("NoChange", result.Output[0].Properties["Code"].Value);
        Assert.Empty(bench.Writes());
        Assert.Equal(("NoChange", 1, 0), Summary());
    }

    [Fact]
    public void WhatIf_shows_each_row_and_sends_nothing()
    {
        var host = new RecordingHost(width: 2000);
        using var shown = new SandboxBench(host);

        var result = shown.Run("@{ jobId = 'job_s01'; title = 'Ferry developer' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -WhatIf");

        Assert.Empty(result.AllErrors);
        Assert.Contains("Update title: Backend developer -> Ferry developer", host.Shown, StringComparison.Ordinal);
        Assert.Empty(shown.Writes());
    }

    [Fact]
    public void A_host_that_cannot_ask_is_told_so_and_nothing_is_sent()
    {
        var result = bench.Run($"{ThreeDrafts} | Invoke-JobDraftPlan -Confirm");

        Assert.Equal("JobDrafts.CannotConfirm", Assert.Single(result.AllErrors).Id());
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void Present_values_go_into_the_journal()
    {
        bench.Run("@{ jobId = 'job_s01'; title = 'Ferry developer' } | New-JobDraftPlan -Service Sorce | Invoke-JobDraftPlan -JournalPath $journal", ("journal", File("run.jsonl")));

        Assert.Contains("\"before\":{\"title\":\"Backend developer\"}", System.IO.File.ReadAllText(File("run.jsonl")), StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(folder.Path, name);

    private void Refused(string script, string says)
    {
        var before = bench.Writes().Count;
        var result = bench.Run(script);
        Assert.Equal("JobDrafts.Plan", Assert.Single(result.AllErrors).Id());
        Assert.Contains(says, result.AllErrors[^1].Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", result.AllErrors[^1].Text(), StringComparison.Ordinal);
        Assert.Equal(before, bench.Writes().Count);
    }

    private (string Outcome, object Rows, object Applied) Summary()
    {
        var summary = Assert.Single(bench.Run("$summary").Output);
        return (summary.Properties["Outcome"].Value.ToString()!, summary.Properties["Rows"].Value, summary.Properties["Applied"].Value);
    }

    private static string[] Outcomes(RunResult result) => [.. result.Output.Select(row => row.Properties["Outcome"].Value.ToString()!)];
}
