using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Pacing;

/// <summary>OpenTrain allows a number of publications a day: only real ones count, and what may have been one does too.</summary>
public sealed class PublishCounterTests
{
    private const string Already = """{"ok":true,"jobId":"job_1","status":"OPEN","alreadyPublished":true}""";

    [Fact]
    public async Task Beyond_the_days_number_nothing_is_sent()
    {
        using var bench = new CallBench(CallBench.Good) { PublishQuota = 2 };
        await PublishAsync(bench, 2);

        var error = await RefusedAsync(bench);

        Assert.Equal("OpenTrain.QuotaExceeded", error.ErrorId);
        Assert.Equal(CallOutcome.NotSent, error.Outcome);
        Assert.Contains("2026-03-03 08:00:00 UTC", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, bench.Requests.Count);
    }

    [Fact]
    public async Task A_day_later_publishing_goes_on()
    {
        using var bench = new CallBench(CallBench.Good) { PublishQuota = 2 };
        await PublishAsync(bench, 2);

        bench.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        await PublishAsync(bench, 2);
        await RefusedAsync(bench);
    }

    [Fact]
    public async Task A_job_that_was_live_already_does_not_count()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(200, Already)) { PublishQuota = 1 };

        await PublishAsync(bench, 5);

        Assert.Equal(5, bench.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task A_refused_publish_does_not_count(int status)
    {
        using var bench = new CallBench(request => request.Number < 3 ? ScriptedNetwork.Json(status, "{}") : CallBench.Good(request)) { PublishQuota = 1 };

        await RefusedAsync(bench);
        await RefusedAsync(bench);

        await PublishAsync(bench, 1);
    }

    [Fact]
    public async Task A_publish_that_never_left_does_not_count()
    {
        using var bench = new CallBench(request => request.Number <= 5 ? ScriptedNetwork.NobodyThere() : CallBench.Good(request)) { PublishQuota = 1 };

        await RefusedAsync(bench);

        await PublishAsync(bench, 1);
    }

    [Fact]
    public async Task All_attempts_of_one_publish_count_once()
    {
        using var bench = new CallBench(request => request.Number is 1 or 2 ? ScriptedNetwork.Lost() : CallBench.Good(request)) { PublishQuota = 2 };

        await PublishAsync(bench, 2);

        Assert.Equal("OpenTrain.QuotaExceeded", (await RefusedAsync(bench)).ErrorId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(504)]
    public async Task A_publish_that_its_own_repeat_finds_done_counts(int firstStatus)
    {
        using var bench = new CallBench(request => request.Number == 1
            ? firstStatus == 0 ? ScriptedNetwork.Lost() : ScriptedNetwork.Json(firstStatus, "{}")
            : ScriptedNetwork.Json(200, Already))
        { PublishQuota = 1 };
        await PublishAsync(bench, 1);

        Assert.Equal("OpenTrain.QuotaExceeded", (await RefusedAsync(bench)).ErrorId);
    }

    [Fact]
    public async Task An_account_with_three_a_day_meets_one_refusal_and_no_more()
    {
        // One publication was made elsewhere, so the third from here is one too many.
        using var bench = new CallBench(request => request.Number <= 2
            ? CallBench.Good(request)
            : ScriptedNetwork.Json(429, """{"error":"Enough.","code":"RATE_LIMITED","details":{"limit":3,"windowHours":24}}"""));
        await PublishAsync(bench, 2);

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("OpenTrain.QuotaExceeded", (await RefusedAsync(bench)).ErrorId);
        }

        Assert.Equal(3, bench.Requests.Count);
    }

    [Fact]
    public async Task A_learnt_limit_of_three_is_tried_again_the_next_day()
    {
        var refuse = false;
        using var bench = new CallBench(request => refuse ? ScriptedNetwork.Json(429, """{"error":"Enough.","code":"RATE_LIMITED","details":{"limit":3,"windowHours":24}}""") : CallBench.Good(request));
        await PublishAsync(bench, 3);
        refuse = true;
        await RefusedAsync(bench);
        refuse = false;
        bench.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        await PublishAsync(bench, 4);

        Assert.Equal(3 + 1 + 4, bench.Requests.Count);
    }

    [Fact]
    public async Task A_repeated_publish_stands_at_the_door_like_any_other_request()
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Json(503, "{}") : CallBench.Good(request));
        await PublishAsync(bench, 1);

        // The 503 pushed everyone back to one request at a time, and the repeat's success let one more in.
        var pacer = bench.Session(JobService.OpenTrain).Pacer;
        var plan = bench.Session(JobService.OpenTrain).Paced("the call");
        var entering = new List<Task<PacerTicket>>();
        for (var i = 0; i < 3; i++)
        {
            entering.Add(pacer.EnterAsync(QuotaUse.Calls, null, plan, bench.Context()));
        }

        Assert.Equal([true, true, false], entering.Select(task => task.IsCompleted));
    }

    private static async Task PublishAsync(CallBench bench, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.IsType<PublishedJob>(await bench.OpenTrain.Publish("job_1", null).SendAsync(bench.Context()));
        }
    }

    private static Task<JobDraftsApiException> RefusedAsync(CallBench bench) =>
        Assert.ThrowsAsync<JobDraftsApiException>(() => bench.OpenTrain.Publish("job_1", null).SendAsync(bench.Context()));
}
