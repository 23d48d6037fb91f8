using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Pacing;

/// <summary>What each service says with a 429, and who waits for it.</summary>
public sealed class PauseTests
{
    private const string Busy = """{"error":"Too many.","code":"RATE_LIMITED","details":{}}""";

    [Theory]
    [InlineData(WriteKind.DraftUpdate)]
    [InlineData(WriteKind.TranslationUpdate)]
    [InlineData(WriteKind.ListingPublish)]
    [InlineData(WriteKind.DraftPublish)]
    [InlineData(WriteKind.DraftCreate)]
    public async Task A_wait_in_seconds_is_kept(WriteKind kind)
    {
        using var bench = Refusing(("Retry-After", "30"));

        await bench.Call(kind).SendAsync(bench.Context());

        AssertWaited(bench, 30);
    }

    [Theory]
    [InlineData(WriteKind.DraftUpdate)]
    [InlineData(WriteKind.TranslationUpdate)]
    [InlineData(WriteKind.ListingPublish)]
    public async Task A_wait_to_a_date_is_measured_by_the_services_clock(WriteKind kind)
    {
        using var bench = Refusing(("Date", "Mon, 02 Mar 2026 03:00:00 GMT"), ("Retry-After", "Mon, 02 Mar 2026 03:00:45 GMT"));

        await bench.Call(kind).SendAsync(bench.Context());

        AssertWaited(bench, 45);
    }

    [Theory]
    [InlineData("""{"error":{"code":"RATE_LIMITED","message":"Slow down.","retryAfterSeconds":21}}""", 21)]
    [InlineData("""{"error":{"code":"RATE_LIMITED","message":"Slow down."},"retryAfterSeconds":22}""", 22)]
    [InlineData("""{"error":{"code":"RATE_LIMITED","message":"Slow down.","retryAfterSeconds":"23"}}""", 23)]
    [InlineData("""{"error":{"code":"RATE_LIMITED","message":"Slow down."}}""", 60)]
    [InlineData("<html>busy</html>", 60)]
    public async Task Sorce_says_it_in_the_body_wherever_it_stands_there(string body, int seconds)
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Json(429, body) : CallBench.Good(request));

        await bench.Sorce.Publish("job_1").SendAsync(bench.Context());

        AssertWaited(bench, seconds);
    }

    [Fact]
    public async Task OpenTrain_says_it_in_hours_and_that_is_too_long_to_wait()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(429, """{"error":"Enough.","code":"RATE_LIMITED","details":{"limit":3,"windowHours":24}}"""));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.OpenTrain.Publish("job_1", null).SendAsync(bench.Context()));

        Assert.Equal("OpenTrain.QuotaExceeded", error.ErrorId);
        Assert.Equal(CallOutcome.NotSent, error.Outcome);
        Assert.Equal(TimeSpan.FromHours(24), error.RetryAfter);
        Assert.Contains("2026-03-03 08:00:00 UTC", error.Message, StringComparison.Ordinal);
        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task A_header_says_it_more_exactly_than_the_hours_in_the_body()
    {
        using var bench = new CallBench(request => request.Number == 1
            ? ScriptedNetwork.Json(429, """{"error":"Enough.","code":"RATE_LIMITED","details":{"limit":3,"windowHours":24}}""", ("Retry-After", "30"))
            : CallBench.Good(request));

        await bench.OpenTrain.Publish("job_1", null).SendAsync(bench.Context());

        AssertWaited(bench, 30);
    }

    [Fact]
    public async Task A_refusal_that_names_no_wait_is_answered_with_longer_and_longer_ones()
    {
        using var bench = new CallBench(request => request.Number < 5 ? ScriptedNetwork.Json(429, Busy) : CallBench.Good(request));

        await bench.Update("a").SendAsync(bench.Context());

        var waits = bench.Requests.Zip(bench.Requests.Skip(1), (one, next) => Math.Round((next.At - one.At).TotalSeconds)).ToArray();
        Assert.Equal([1, 2, 4, 8], waits);
    }

    [Fact]
    public async Task A_service_that_is_busy_for_ever_is_asked_five_times()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(429, Busy));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(5, bench.Requests.Count);
        Assert.Equal(429, error.StatusCode);
        Assert.Equal(CallOutcome.Refused, error.Outcome);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_ends_the_row_and_those_after_it_unsent()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(429, Busy, ("Retry-After", "400")));

        for (var i = 0; i < 3; i++)
        {
            var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update($"job-{i}").SendAsync(bench.Context()));
            Assert.Equal("OpenTrain.QuotaExceeded", error.ErrorId);
            Assert.Equal(CallOutcome.NotSent, error.Outcome);
        }

        Assert.Single(bench.Requests);
        Assert.DoesNotContain(bench.Time.Waits, wait => wait > TimeSpan.Zero);
    }

    [Fact]
    public async Task Drafts_are_edited_while_publishing_is_paused()
    {
        using var bench = new CallBench(request => request.Path.EndsWith("/publish", StringComparison.Ordinal) ? ScriptedNetwork.Json(429, Busy, ("Retry-After", "4000")) : CallBench.Good(request));
        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.OpenTrain.Publish("job_1", null).SendAsync(bench.Context()));

        Assert.NotNull(await bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(2, bench.Requests.Count);
        Assert.Equal(bench.Requests[0].At, bench.Requests[1].At);
    }

    [Fact]
    public async Task Publishing_goes_on_while_edits_are_paused()
    {
        using var bench = new CallBench(request => request.Method == "PATCH" ? ScriptedNetwork.Json(429, Busy, ("Retry-After", "4000")) : CallBench.Good(request));
        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.NotNull(await bench.OpenTrain.Publish("job_1", null).SendAsync(bench.Context()));
    }

    [Fact]
    public async Task The_read_of_what_an_account_may_do_waits_with_the_edits()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(429, Busy, ("Retry-After", "4000")));
        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.OpenTrain.GetCapabilitiesAsync(false, bench.Context()));

        Assert.Equal("OpenTrain.QuotaExceeded", error.ErrorId);
        Assert.Single(bench.Requests);
    }

    private static CallBench Refusing(params (string Name, string Value)[] headers) =>
        new(request => request.Number == 1 ? ScriptedNetwork.Json(429, Busy, headers) : CallBench.Good(request));

    /// <summary>Not a moment too early, and at most a second late.</summary>
    private static void AssertWaited(CallBench bench, int seconds) =>
        Assert.InRange((bench.Requests[1].At - bench.Requests[0].At).TotalSeconds, seconds, seconds + 1);
}
