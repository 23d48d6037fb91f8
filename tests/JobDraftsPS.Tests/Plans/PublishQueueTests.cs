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
            $plan = $made.Record | New-JobDraftPlan -Operation Publish
            $plan
            """);
        Assert.Empty(create.AllErrors);
        Assert.Equal(25, bench.Run("$plan.Rows | Where-Object { $_.Hazards -contains 'QuotaExceeded' }").Output.Count);

        var refused = bench.Run("$plan | Invoke-JobDraftPlan");
        Assert.Contains("QuotaExceeded (rows 21, 22,", refused.AllErrors[^1].Text(), StringComparison.Ordinal);

        var left = new List<object>();
        for (var day = 1; day <= 3; day++)
        {
            var run = bench.Run("$results = $plan | Invoke-JobDraftPlan -Accept QuotaExceeded -JournalPath $journal -SummaryVariable summary; $summary", ("journal", Path.Combine(folder.Path, "publish.jsonl")));
            Assert.Empty(run.AllErrors);
            var summary = run.Output[0];
            left.Add(summary.Properties["NotSent"].Value);
            Assert.Equal(day < 3 ? "Partial" : "Applied", summary.Properties["Outcome"].Value.ToString());
            Assert.Equal(day < 3, summary.Properties["ContinueAt"].Value is DateTimeOffset);
            bench.AdvanceClock(TimeSpan.FromHours(25));
        }

        Assert.Equal([25, 5, 0], left);
        var published = bench.Requests().Where(request => request.Target.EndsWith("/publish", StringComparison.Ordinal)).ToArray();
        Assert.Equal(45, published.Length);
        Assert.All(published, request => Assert.Equal(200, request.Status));
        Assert.Equal(45, published.Select(request => request.Target).Distinct().Count());
    }
}
