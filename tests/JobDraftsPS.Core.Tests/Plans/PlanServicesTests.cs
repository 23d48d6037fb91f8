using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Plans;

/// <summary>What a plan takes for the present state of jobs.</summary>
public sealed class PlanServicesTests
{
    private static readonly PlanRow Edit = new()
    {
        Row = 1,
        Service = JobService.OpenTrain,
        Operation = PlanOperation.Update,
        JobId = "job_1",
        Changes = [new PlanChange { Field = "pricePerHour", To = 25m }],
    };

    [Theory]
    [InlineData("2026-06-10T11:02:00.000Z", true)]
    [InlineData("2026-06-10T11:05:00.000Z", true)]
    [InlineData("2026-06-10T11:01:59.000Z", false)]
    [InlineData(null, true)]
    public async Task What_the_marketplace_shows_from_before_the_last_change_is_not_known(string? listedAt, bool isKnown)
    {
        using var bench = LiveJob(listedAt, 25);
        var services = new PlanServices();
        services.Use(bench.OpenTrainConnection);

        var state = await services.ReadAsync([Edit], bench.Context);
        var review = new PlanReview(new JobDraftPlan { Rows = [Edit] }, [Edit], state, [PlanBench.RulesOf(JobService.OpenTrain)]);

        Assert.Equal(isKnown, review.IsUnchanged(1));
    }

    [Theory]
    [InlineData(true, "2026-06-10T11:01:00.000Z", true)]
    [InlineData(true, "2026-06-10T11:02:00.000Z", false)]
    [InlineData(false, "2026-06-10T11:01:00.000Z", false)]
    public async Task A_live_job_that_was_changed_unseen_since_the_plan_has_moved(bool fromKnown, string listedAt, bool hasMoved)
    {
        using var bench = LiveJob(listedAt, 20);
        var services = new PlanServices();
        services.Use(bench.OpenTrainConnection);
        var planned = new PlanRow { Row = 1, JobId = "job_1", Hazards = [PlanHazard.LiveEdit], Changes = [new PlanChange { Field = "pricePerHour", From = 20m, FromKnown = fromKnown, To = 25m }] };

        var state = await services.ReadAsync([planned], bench.Context);
        var review = new PlanReview(new JobDraftPlan { Rows = [planned] }, [planned], state, [PlanBench.RulesOf(JobService.OpenTrain)]);

        Assert.Equal(hasMoved, review.Moved.ContainsKey(1));
        Assert.False(review.IsUnchanged(1));
    }

    [Fact]
    public async Task An_account_without_drafting_can_still_plan_edits_of_live_jobs()
    {
        using var bench = ServiceBench.Answering(403, """{"error":"Off.","code":"FORBIDDEN","details":{"featureKey":"public_api_job_drafting","mode":"OFF"}}""");
        var services = new PlanServices();
        services.Use(bench.OpenTrainConnection);

        var rules = Assert.Single(await services.GetRulesAsync(bench.Context));

        Assert.NotNull(rules.FieldsOf(PlanOperation.Update, inProject: false).Find("pricePerHour"));
    }

    [Theory]
    [InlineData(120, "net 14.40 EUR", 120, false)]
    [InlineData(120, "net 14.40 EUR", 9000, true)]
    public async Task A_start_that_would_order_something_else_than_was_reviewed_has_moved(int words, string price, int wordsNow, bool hasMoved)
    {
        var count = words;
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Target.Contains("/jobs", StringComparison.Ordinal)
            ? $$"""{"page":1,"per_page":100,"total":1,"items":[{"id":"{{PlanBench.Job}}","name":"A","source_language":"en","target_language":"fr","quality":"translation","state":"new","is_active":true,"words":{{count}},"net_price":{{(count * 0.12m).ToString(System.Globalization.CultureInfo.InvariantCulture)}},"currency":"EUR"}]}"""
            : $$"""{"id":"{{PlanBench.Project}}","name":"P","state":"prepared"}"""));
        var services = new PlanServices();
        services.Use(bench.TextKingConnection);
        var builder = new PlanBuilder();
        builder.Add(new PlanInput { Row = 1, Service = JobService.TextKing, ProjectId = PlanBench.Project, Operation = PlanOperation.Publish });
        var rules = await services.GetRulesAsync(bench.Context);
        builder.Use(rules[0]);
        var plan = builder.Build(await services.ReadAsync(builder.Targets(), bench.Context), services.Accounts, DateTimeOffset.UnixEpoch);

        count = wordsNow;
        var review = new PlanReview(plan, plan.Rows, await services.ReadAsync(plan.Rows, bench.Context), rules);

        Assert.Contains($"1 job (en to fr), {words} words, {price}", Assert.Single(plan.Findings).Message, StringComparison.Ordinal);
        Assert.Equal(hasMoved, review.Moved.TryGetValue(1, out var why) && why.Contains($"{wordsNow} words", StringComparison.Ordinal));
    }

    /// <summary>A live job that was changed last at 11:02, and what the marketplace shows of it.</summary>
    private static ServiceBench LiveJob(string? listedAt, int hourlyRate) => new(request => WireReply.Of(200, request.Target switch
    {
        var target when target.Contains("/jobs/mine?status=OPEN&", StringComparison.Ordinal) => """{"jobs":[{"id":"job_1","status":"OPEN","updatedAt":"2026-06-10T11:02:00.000Z"}],"nextCursor":null}""",
        var target when target.Contains("/jobs/mine", StringComparison.Ordinal) => """{"jobs":[],"nextCursor":null}""",
        _ => $$$"""{"id":"job_1","status":"OPEN","updatedAt":{{{(listedAt is null ? "null" : $"\"{listedAt}\"")}}},"pay":{"paymentType":"PAY_PER_HOUR","hourlyRate":{{{hourlyRate}}}}}""",
    }));
}
