using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>Every operation of every service and every hazard: what is planned sends no write, and each hazard is accepted by its name alone.</summary>
public sealed class EveryHazardTests : IDisposable
{
    private const string Spring = "11111111-1111-4111-8111-111111111111";
    private const string Running = "22222222-2222-4222-8222-222222222222";

    /// <summary>One row for each operation of a service, and more until each hazard has come up.</summary>
    private static readonly string Table = $$"""
        @{ service = 'OpenTrain'; jobId = 'ot-draft-01'; jobTitle = 'A' }
        @{ service = 'OpenTrain'; operation = 'Create'; jobDescription = 'Count birds.' }
        @{ service = 'OpenTrain'; jobId = 'ot-draft-07'; operation = 'Publish' }
        @{ service = 'OpenTrain'; jobId = 'ot-draft-15'; operation = 'Publish' }
        @{ service = 'OpenTrain'; jobId = 'ot-live-02'; operation = 'Close' }
        @{ service = 'OpenTrain'; jobId = 'ot-live-01'; jobTitle = 'Lights' }
        @{ service = 'TextKing'; projectId = '{{Spring}}'; jobId = 'aaaaaaaa-0000-4000-8000-000000000001'; briefing = 'Warm' }
        @{ service = 'TextKing'; projectId = '{{Running}}'; jobId = 'bbbbbbbb-0000-4000-8000-000000000001'; briefing = 'Warm' }
        @{ service = 'TextKing'; projectId = '{{Spring}}'; operation = 'Create'; name = 'New'; source_language = 'en'; target_language = 'fr'; quality = 'translation' }
        @{ service = 'TextKing'; operation = 'Create'; name = 'Another project' }
        @{ service = 'TextKing'; projectId = $ready; operation = 'Publish' }
        @{ service = 'TextKing'; projectId = '{{Spring}}'; operation = 'Close' }
        @{ service = 'Sorce'; jobId = 'job_s02'; title = 'A' }
        @{ service = 'Sorce'; jobId = 'job_s01'; budgets = '[]' }
        @{ service = 'Sorce'; jobId = 'job_live02'; questions = '[{"prompt":"Why?"}]' }
        @{ service = 'Sorce'; operation = 'Create'; title = 'Baker' }
        @{ service = 'Sorce'; jobId = 'job_s03'; operation = 'Publish' }
        @{ service = 'Sorce'; jobId = 'job_live01'; operation = 'Close' }
        """;

    private readonly SandboxBench bench = new(null, "-PublishQuota 1");
    private readonly TemporaryFolder folder = new();

    public EveryHazardTests() => bench.Run("$ready = $project", ("project", TranslationDocuments.NewReadyProject(bench)));

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Planning_every_operation_of_every_service_and_every_hazard_sends_no_write()
    {
        var before = bench.Writes().Count;

        var planned = bench.Run($"$plan = @({Table}) | New-JobDraftPlan -OutFile $file; $plan.Findings | Where-Object Severity -eq Error", ("file", Path.Combine(folder.Path, "plan.json")));

        Assert.Empty(planned.AllErrors);
        Assert.Empty(planned.Output);
        Assert.Equal(before, bench.Writes().Count);
        Assert.Empty(Texts("$seen = $plan.Rows | ForEach-Object { \"$($_.Service) $($_.Operation)\" }; foreach ($service in [Enum]::GetNames([JobDraftsPS.JobService])) { foreach ($operation in [Enum]::GetNames([JobDraftsPS.PlanOperation])) { if ($seen -notcontains \"$service $operation\") { \"$service $operation\" } } }"));
        Assert.Empty(Texts("[Enum]::GetNames([JobDraftsPS.PlanHazard]) | Where-Object { $plan.Rows.Hazards -notcontains $_ }"));
    }

    [Fact]
    public void Nothing_is_sent_until_every_hazard_has_been_accepted()
    {
        bench.Run($"$plan = @({Table}) | New-JobDraftPlan");
        var before = bench.Writes().Count;

        foreach (var hazard in Texts("[Enum]::GetNames([JobDraftsPS.PlanHazard])"))
        {
            var refused = bench.Run("$plan | Invoke-JobDraftPlan -Accept ([Enum]::GetNames([JobDraftsPS.PlanHazard]) -ne $left)", ("left", hazard));

            Assert.Empty(refused.Output);
            Assert.Contains($"hazards that nobody has accepted: {hazard} (row", Assert.Single(refused.AllErrors).Text(), StringComparison.Ordinal);
        }

        Assert.Equal(before, bench.Writes().Count);
    }

    [Fact]
    public void A_billed_order_leaves_only_once_it_is_accepted_by_name()
    {
        bench.Run("$plan = @{ projectId = $ready; operation = 'Publish' } | New-JobDraftPlan -Service TextKing");
        Assert.Equal(["BilledOrder"], Texts("$plan.Rows.Hazards"));
        var before = bench.Writes().Count;

        Assert.Contains("BilledOrder (row 1)", Assert.Single(bench.Run("$plan | Invoke-JobDraftPlan").AllErrors).Text(), StringComparison.Ordinal);
        Assert.Contains("BilledOrder (row 1)", Assert.Single(bench.Run("$plan | Invoke-JobDraftPlan -Accept Irreversible").AllErrors).Text(), StringComparison.Ordinal);
        Assert.Equal(before, bench.Writes().Count);

        var ordered = bench.Run("$plan | Invoke-JobDraftPlan -Accept BilledOrder");

        Assert.Empty(ordered.AllErrors);
        Assert.Equal("Applied", Assert.Single(ordered.Output).Properties["Outcome"].Value.ToString());
        Assert.Equal(before + 1, bench.Writes().Count);
        Assert.Equal(["running"], Texts("(Get-TranslationProject $ready).State"));
    }

    [Theory]
    [InlineData("@{ service = 'OpenTrain'; jobId = 'ot-draft-07'; operation = 'Publish' }, @{ service = 'OpenTrain'; jobId = 'ot-draft-15'; operation = 'Publish' }", "QuotaExceeded", "Applied NotSent")]
    [InlineData("@{ service = 'Sorce'; jobId = 'job_live02'; questions = '[{\"prompt\":\"Why?\"}]' }", "FrozenFields, ReplaceSetLoss", "Refused")]
    public void A_hazard_that_is_accepted_leaves_the_decision_to_the_service(string rows, string hazards, string outcomes)
    {
        bench.Run($"$plan = @({rows}) | New-JobDraftPlan");

        Assert.Contains(hazards.Split(',')[0], Assert.Single(bench.Run("$plan | Invoke-JobDraftPlan").AllErrors).Text(), StringComparison.Ordinal);
        Assert.Equal(outcomes, string.Join(' ', Texts($"($plan | Invoke-JobDraftPlan -MaxWaitSec 0 -Accept {hazards}).Outcome")));
    }

    private string[] Texts(string script)
    {
        var result = bench.Run(script);
        Assert.Empty(result.AllErrors);
        return [.. result.Output.Select(item => item.ToString())];
    }
}
