using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>Which answers are repeated for which call, how long is waited, and what is told of it.</summary>
public sealed class RetryTests
{
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(20);

    public static TheoryData<WriteKind, int> RepeatedStatuses => Rows([408, 500, 502, 503, 504]);

    public static TheoryData<WriteKind, int> FinalStatuses => Rows([301, 302, 307, 400, 401, 402, 403, 404, 409, 410, 413, 422]);

    public static TheoryData<WriteKind, int> NeverMeantStatuses => Rows([501, 505]);

    [Theory]
    [MemberData(nameof(RepeatedStatuses))]
    public async Task A_failure_of_the_service_is_repeated(WriteKind kind, int status)
    {
        using var bench = new CallBench(request => Listing(request) ?? (request.Number == 1 ? ScriptedNetwork.Json(status, "{}") : CallBench.Good(request)));

        Assert.NotNull(await bench.Call(kind).SendAsync(bench.Context()));

        Assert.Equal(2, bench.Requests.Count(request => request.IsWrite));
    }

    [Theory]
    [MemberData(nameof(FinalStatuses))]
    public async Task A_refusal_is_final(WriteKind kind, int status)
    {
        using var bench = new CallBench(request => Listing(request) ?? ScriptedNetwork.Json(status, "{}"));

        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Call(kind).SendAsync(bench.Context()));

        Assert.Equal(1, bench.Requests.Count(request => request.IsWrite));
        Assert.Empty(bench.Time.Waits);
    }

    [Theory]
    [MemberData(nameof(NeverMeantStatuses))]
    public async Task A_service_that_does_not_know_the_call_is_not_asked_again(WriteKind kind, int status)
    {
        using var bench = new CallBench(request => Listing(request) ?? ScriptedNetwork.Json(status, "{}"));

        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Call(kind).SendAsync(bench.Context()));

        Assert.Equal(1, bench.Requests.Count(request => request.IsWrite));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    public async Task A_call_whose_second_one_has_an_effect_of_its_own_is_never_repeated(int status)
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(status, "{}"));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => RunOnceAsync(bench));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task A_call_of_an_earlier_run_that_must_never_be_repeated_is_unknown_and_says_how_to_look()
    {
        using var bench = new CallBench(CallBench.Good);
        var context = bench.Context();
        context.SentBefore = true;

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => RunOnceAsync(bench, context));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal("Look into the book.", error.RecommendedAction);
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public async Task Too_many_requests_may_be_repeated_for_any_call()
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Json(429, "{}", ("Retry-After", "2")) : CallBench.Good(request));

        Assert.NotNull(await RunOnceAsync(bench));

        Assert.Equal(2, bench.Requests.Count);
    }

    [Fact]
    public async Task A_read_is_repeated_and_its_failure_is_never_unknown()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Lost());

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.OpenTrain.GetCapabilitiesAsync(false, bench.Context()));

        Assert.Equal(5, bench.Requests.Count);
        Assert.NotEqual(CallOutcome.Unknown, error.Outcome);
        Assert.Contains("Nothing was changed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_that_failed_and_then_finds_the_quota_used_up_was_not_sent()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(500, "{}")) { RateLimit = 1 };
        var context = bench.Context();
        context.MaxWait = TimeSpan.FromSeconds(1);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.TestAsync(context));

        Assert.Equal("Sorce.QuotaExceeded", error.ErrorId);
        Assert.NotEqual(CallOutcome.Unknown, error.Outcome);
        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task A_refused_connection_is_tried_again_and_then_nothing_was_sent()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.NobodyThere());

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(5, bench.Requests.Count);
        Assert.Equal(CallOutcome.NotSent, error.Outcome);
        Assert.Equal("OpenTrain.ConnectionFailed", error.ErrorId);
    }

    [Fact]
    public async Task A_refused_connection_after_a_lost_reply_does_not_undo_what_may_have_been_done()
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Lost() : ScriptedNetwork.NobodyThere());

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task Even_a_call_that_must_never_be_repeated_is_tried_again_when_it_never_left()
    {
        using var bench = new CallBench(request => request.Number < 3 ? ScriptedNetwork.NobodyThere() : CallBench.Good(request));

        Assert.NotNull(await RunOnceAsync(bench));

        Assert.Equal(3, bench.Requests.Count);
    }

    [Fact]
    public async Task Waits_grow_with_jitter_and_stay_below_the_cap()
    {
        var waits = new List<TimeSpan[]>();
        for (var run = 0; run < 20; run++)
        {
            using var bench = new CallBench(_ => ScriptedNetwork.Json(500, "{}"));
            await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));
            waits.Add([.. bench.Time.Waits]);
        }

        Assert.All(waits, run => Assert.Equal(4, run.Length));
        Assert.All(waits.SelectMany(run => run), wait => Assert.InRange(wait, TimeSpan.Zero, Cap));
        Assert.True(waits.Select(run => run[0]).Distinct().Count() > 10, "Everyone who failed together comes back together.");
        Assert.True(waits.Average(run => run[3].TotalMilliseconds) > 2 * waits.Average(run => run[0].TotalMilliseconds), "The waits do not grow.");
    }

    [Fact]
    public async Task A_wait_that_the_service_names_is_kept_to_the_second()
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Json(503, "{}", ("Retry-After", "17")) : CallBench.Good(request));

        await bench.Update("a").SendAsync(bench.Context());

        Assert.Equal([TimeSpan.FromSeconds(17)], bench.Time.Waits);
        Assert.Equal(TimeSpan.FromSeconds(17), bench.Requests[1].At - bench.Requests[0].At);
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(429, "Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData(503, "0")]
    [InlineData(503, "Wed, 21 Oct 2015 07:28:00 GMT")]
    public async Task A_service_that_asks_for_no_wait_still_gets_our_own(int status, string header)
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(status, "{}", ("Retry-After", header)));

        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(5, bench.Requests.Count);
        Assert.InRange(bench.Requests[4].At - bench.Requests[0].At, TimeSpan.FromSeconds(1.8), TimeSpan.FromSeconds(20));
        Assert.All(bench.Requests.Zip(bench.Requests.Skip(1), (one, next) => next.At - one.At), wait => Assert.True(wait >= TimeSpan.FromMilliseconds(125), $"It waited {wait}."));
    }

    [Fact]
    public async Task Sorces_own_word_for_no_wait_is_answered_with_longer_and_longer_ones()
    {
        using var bench = new CallBench(request => request.Number < 4
            ? ScriptedNetwork.Json(429, """{"error":{"code":"RATE_LIMITED","message":"Slow down.","retryAfterSeconds":0}}""")
            : CallBench.Good(request));

        await bench.Sorce.Publish("job_1").SendAsync(bench.Context());

        var waits = bench.Requests.Zip(bench.Requests.Skip(1), (one, next) => Math.Round((next.At - one.At).TotalSeconds)).ToArray();
        Assert.Equal([1, 2, 4], waits);
    }

    [Fact]
    public async Task A_wait_that_is_shorter_than_our_own_does_not_cut_it()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(429, "{}", ("Retry-After", "3")));

        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        var waits = bench.Requests.Zip(bench.Requests.Skip(1), (one, next) => Math.Round((next.At - one.At).TotalSeconds)).ToArray();
        Assert.Equal([3, 3, 4, 8], waits);
    }

    [Fact]
    public async Task A_named_wait_that_is_too_long_is_not_waited()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(503, "{}", ("Retry-After", "301")));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Single(bench.Requests);
        Assert.Empty(bench.Time.Waits);
        Assert.Equal(TimeSpan.FromSeconds(301), error.RetryAfter);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task A_service_that_fails_everything_is_not_given_every_request_five_times()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(500, "{}"));
        for (var i = 0; i < 40; i++)
        {
            await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update($"job-{i}").SendAsync(bench.Context()));
        }

        Assert.Equal(40 + 50, bench.Requests.Count);
    }

    [Fact]
    public async Task Successes_earn_further_retries()
    {
        var isDown = true;
        using var bench = new CallBench(request => isDown ? ScriptedNetwork.Json(500, "{}") : CallBench.Good(request));
        for (var i = 0; i < 13; i++)
        {
            await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));
        }

        isDown = false;
        for (var i = 0; i < 11; i++)
        {
            await bench.Update("a").SendAsync(bench.Context());
        }

        isDown = true;
        var before = bench.Requests.Count;
        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(before + 1 + 2, bench.Requests.Count);
    }

    [Fact]
    public async Task Every_attempt_has_a_request_of_its_own_with_the_same_bytes()
    {
        using var bench = new CallBench(request => request.Number < 4 ? ScriptedNetwork.Json(503, "{}") : CallBench.Good(request));

        await bench.Update("a").SendAsync(bench.Context());

        Assert.Equal(4, bench.Requests.Select(request => request.Message).Distinct().Count());
        Assert.Equal(["""{"headcount":2}"""], bench.Requests.Select(request => request.Body).Distinct());
        Assert.All(bench.Requests, request => Assert.Equal(["Bearer " + CallBench.Token], request.Message.Headers.GetValues("Authorization")));
    }

    [Fact]
    public async Task Verbose_tells_each_wait_and_why()
    {
        using var bench = new CallBench(request => request.Number switch
        {
            1 => ScriptedNetwork.Json(503, "{}", ("Retry-After", "3")),
            2 => ScriptedNetwork.Lost(),
            3 => ScriptedNetwork.NobodyThere(),
            4 => ScriptedNetwork.Json(200, "["),
            _ => CallBench.Good(request),
        });

        await bench.Update("a").SendAsync(bench.Context());

        var told = bench.Said().Where(line => line.Contains("again", StringComparison.Ordinal)).ToArray();
        Assert.Equal(4, told.Length);
        Assert.Equal("Waiting 3.0 s, then trying the update of draft 'a' again (2. attempt): HTTP 503.", told[0]);
        Assert.EndsWith("(3. attempt): the reply was lost.", told[1], StringComparison.Ordinal);
        Assert.EndsWith("(4. attempt): no connection.", told[2], StringComparison.Ordinal);
        Assert.EndsWith("(5. attempt): the answer could not be read.", told[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_intent_is_told_once_before_the_first_attempt()
    {
        var intents = 0;
        using var bench = new CallBench(request =>
        {
            Assert.Equal(1, intents);
            return request.Number < 3 ? ScriptedNetwork.Json(500, "{}") : CallBench.Good(request);
        });
        var context = bench.Context();
        context.BeforeSend = () =>
        {
            intents++;
            Assert.Empty(bench.Requests);
            return Task.CompletedTask;
        };

        await bench.Update("a").SendAsync(context);

        Assert.Equal(3, bench.Requests.Count);
        Assert.Equal(1, intents);
    }

    [Fact]
    public async Task What_the_intent_throws_keeps_the_request_here()
    {
        using var bench = new CallBench(CallBench.Good);
        var context = bench.Context();
        context.BeforeSend = () => throw new InvalidOperationException("no room");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Update("a").SendAsync(context));

        Assert.Empty(bench.Requests);
        Assert.False(context.HasSent);
    }

    private static TheoryData<WriteKind, int> Rows(int[] statuses) =>
        [.. Enum.GetValues<WriteKind>().SelectMany(kind => statuses.Select(status => new TheoryDataRow<WriteKind, int>(kind, status)))];

    /// <summary>A look at the listing always finds a draft.</summary>
    private static HttpResponseMessage? Listing(SentRequest request) =>
        request.IsWrite ? null : ScriptedNetwork.Json(200, """{"id":"job_1","status":"DRAFT"}""");

    /// <summary>A call of the kind that nothing repeats.</summary>
    private static Task<object> RunOnceAsync(CallBench bench, CallContext? context = null)
    {
        var request = new ApiRequest("PATCH", "/jobs/{jobId}", "the edit of job 'a'", "a") { Json = "{}" };
        var call = new ApiCall(request, body => body.GetRawText(), "the job's id") { Safety = CallSafety.Never("Look into the book.") };
        return bench.Session(JobService.OpenTrain).RunAsync<object>(call, (_, _) => new CallFailure(), context ?? bench.Context());
    }
}
