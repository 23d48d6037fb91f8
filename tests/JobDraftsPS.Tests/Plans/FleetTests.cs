using JobDraftsPS.Tests.Loading;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>One plan, four parts, four processes at once.</summary>
public sealed class FleetTests : IDisposable
{
    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Four_processes_do_each_row_once_within_the_quota_and_their_journals_are_one()
    {
        var made = bench.Run(
            """
            $rows = foreach ($i in 1..24) { @{ operation = 'Create'; jobDescription = "Count birds in set $i."; jobTitle = "Birds $i"; paymentType = 'PAY_PER_HOUR'; pricePerHour = '20'; experienceLevel = 'EXPERT'; dataVolumeUnit = 'NUMBER_OF_FILES' } }
            $created = $rows | New-JobDraftPlan -Service OpenTrain | Invoke-JobDraftPlan -ThrottleLimit 8
            $created.Record | New-JobDraftPlan -Operation Publish | Split-JobDraftPlan -Count 4 -OutFile $file | ForEach-Object { $_.Rows.Count }
            """,
            ("file", At("plan.json")));
        Assert.Empty(made.AllErrors);
        Assert.Equal([6, 6, 6, 6], made.Output.Select(count => count.BaseObject));

        await Task.WhenAll(Enumerable.Range(1, 4).Select(RunPartAsync));

        Assert.Equal(20, Published().Length);
        Assert.Equal(("Partial", 20), Summary());
        Assert.Contains($"Invoke-JobDraftPlan -Path '{At("plan.1.json")}' -JournalPath '{At("part1.jsonl")}'; Invoke-JobDraftPlan -Path '{At("plan.2.json")}'", ResumeWith(), StringComparison.Ordinal);

        bench.AdvanceClock(TimeSpan.FromHours(25));
        await Task.WhenAll(Enumerable.Range(1, 4).Select(RunPartAsync));

        Assert.Equal(24, Published().Length);
        Assert.Equal(24, Published().Distinct().Count());
        Assert.Equal(("Applied", 24), Summary());
    }

    private string At(string name) => Path.Combine(folder.Path, name);

    private async Task RunPartAsync(int part)
    {
        var run = await EngineProcess.RunAsync($$"""
            {{Scripts.Import()}}
            Connect-JobDraftService -Sandbox '{{bench.Sandbox.Properties["ControlUri"].Value}}'
            Invoke-JobDraftPlan -Path '{{At($"plan.{part}.json")}}' -Accept QuotaExceeded -JournalPath '{{At($"part{part}.jsonl")}}' | Out-Null
            """);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
    }

    /// <summary>The publications that the service was asked for; each must have been granted.</summary>
    private string[] Published()
    {
        var asked = bench.Requests().Where(request => request.Target.EndsWith("/publish", StringComparison.Ordinal)).ToArray();
        Assert.All(asked, request => Assert.Equal(200, request.Status));
        return [.. asked.Select(request => request.Target)];
    }

    private string ResumeWith() => (string)Assert.Single(bench.Run("(Get-JobDraftJournal $journals -Summary | Where-Object ContinueAt).ResumeWith", ("journals", At("part*.jsonl"))).Output).BaseObject;

    private (string Outcome, object Applied) Summary()
    {
        var summary = Assert.Single(bench.Run("Get-JobDraftJournal $journals -Summary", ("journals", At("part*.jsonl"))).Output);
        return (summary.Properties["Outcome"].Value.ToString()!, summary.Properties["Applied"].Value);
    }
}
