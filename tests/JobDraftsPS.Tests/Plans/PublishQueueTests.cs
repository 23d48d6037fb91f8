using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>More drafts than a day's quota: what goes out today, and what keeps its place.</summary>
public sealed class PublishQueueTests : IDisposable
{
    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Forty_five_drafts_go_out_in_three_days_by_the_same_command_each_exactly_once()
    {
        var create = bench.Run("""
            $rows = foreach ($i in 1..45) { @{ operation = 'Create'; jobDescription = "Count birds in set $i."; jobTitle = "Birds $i"; paymentType = 'PAY_PER_HOUR'; pricePerHour = '20'; experienceLevel = 'EXPERT'; dataVolumeUnit = 'NUMBER_OF_FILES' } }
            $made = $rows | New-JobDraftPlan -Service OpenTrain | Invoke-JobDraftPlan -ThrottleLimit 8
            $plan = $made.Record | New-JobDraftPlan -Operation Publish -OutFile $file
            $plan
            """, ("file", At("publish.plan.json")));
        Assert.Empty(create.AllErrors);
        Assert.Equal(25, bench.Run("$plan.Rows | Where-Object { $_.Hazards -contains 'QuotaExceeded' }").Output.Count);

        var refused = bench.Run("$plan | Invoke-JobDraftPlan");
        Assert.Contains("QuotaExceeded (rows 21, 22,", refused.AllErrors[^1].Text(), StringComparison.Ordinal);

        var left = new List<object>();
        for (var day = 1; day <= 3; day++)
        {
            var run = bench.Run("$results = Invoke-JobDraftPlan -Path $file -Accept QuotaExceeded -JournalPath $journal -SummaryVariable summary; $summary; Get-JobDraftJournal $journal -Summary", ("journal", At("publish.jsonl")));
            Assert.Empty(run.AllErrors);
            left.Add(run.Output[0].Properties["NotSent"].Value);
            Assert.All(run.Output, summary => Assert.Equal(day < 3 ? "Partial" : "Applied", summary.Properties["Outcome"].Value.ToString()));
            AssertTellsHowToGoOn(run.Output, day < 3);
            bench.AdvanceClock(TimeSpan.FromHours(25));
        }

        Assert.Equal([25, 5, 0], left);
        var published = bench.Requests().Where(request => request.Target.EndsWith("/publish", StringComparison.Ordinal)).ToArray();
        Assert.Equal(45, published.Length);
        Assert.All(published, request => Assert.Equal(200, request.Status));
        Assert.Equal(45, published.Select(request => request.Target).Distinct().Count());
    }

    /// <summary>The run and its journal say the same, and both name the command as it is to be typed.</summary>
    private void AssertTellsHowToGoOn(IReadOnlyList<PSObject> summaries, bool hasRest)
    {
        Assert.Equal(2, summaries.Count);
        if (!hasRest)
        {
            Assert.All(summaries, summary => Assert.Null(summary.Properties["ContinueAt"].Value));
            Assert.All(summaries, summary => Assert.Null(summary.Properties["ResumeWith"].Value));
            return;
        }

        var at = Assert.IsType<DateTimeOffset>(summaries[0].Properties["ContinueAt"].Value);
        Assert.All(summaries, summary => Assert.Equal(at, (DateTimeOffset)summary.Properties["ContinueAt"].Value, TimeSpan.FromSeconds(2)));
        Assert.All(summaries, summary => Assert.StartsWith($"Run Invoke-JobDraftPlan -Path '{At("publish.plan.json")}' -JournalPath '{At("publish.jsonl")}' again after 20", (string)summary.Properties["ResumeWith"].Value, StringComparison.Ordinal));
    }

    private string At(string name) => Path.Combine(folder.Path, name);
}
