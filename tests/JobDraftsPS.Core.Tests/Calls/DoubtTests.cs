using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>What may be said about a call after one of its replies was lost, or after it was ended from outside.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    public async Task A_refusal_for_the_state_of_things_says_nothing_about_the_attempt_before(int status)
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Lost() : ScriptedNetwork.Json(status, """{"error":"No.","code":"NO"}"""));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal(status, error.StatusCode);
        Assert.Contains("not known", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was changed", error.Message, StringComparison.Ordinal);
        Assert.Contains("look at the job", error.RecommendedAction, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_be_sent_again_without_harm_is_said_to_be_when_no_reply_ever_comes(int? status)
    {
        using var bench = new CallBench(_ => status is { } code ? ScriptedNetwork.Json(code, "{}") : ScriptedNetwork.Lost());

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.StartsWith("Run it again", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task A_refusal_of_the_content_holds_for_the_attempt_before_too(int status)
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Lost() : ScriptedNetwork.Json(status, """{"error":"No.","code":"NO"}"""));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Refused, error.Outcome);
    }

    [Fact]
    public async Task Pushed_back_until_the_end_after_a_lost_reply_is_unknown()
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Lost() : ScriptedNetwork.Json(429, "{}", ("Retry-After", "1")));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task A_quota_that_ends_after_a_lost_reply_leaves_the_call_unknown()
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Lost() : ScriptedNetwork.Json(429, "{}", ("Retry-After", "4000")));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal(2, bench.Requests.Count);
    }

    [Fact]
    public async Task A_publish_refused_after_a_look_that_came_too_early_is_looked_at_again()
    {
        // The first publish is under way at the service while the listing still reads as a draft.
        using var bench = new CallBench(request => (request.IsWrite, request.Number) switch
        {
            (true, 1) => ScriptedNetwork.Lost(),
            (false, 2) => ScriptedNetwork.Json(200, """{"id":"job_1","status":"DRAFT"}"""),
            (true, _) => ScriptedNetwork.Json(409, """{"error":{"code":"INVALID_TRANSITION","message":"It is active."}}"""),
            _ => ScriptedNetwork.Json(200, """{"id":"job_1","status":"ACTIVE"}"""),
        });
        var context = bench.Context();

        var listing = (JobListing)await bench.Sorce.Publish("job_1").SendAsync(context);

        Assert.Equal("ACTIVE", listing.Status);
        Assert.True(context.Reconciled);
        Assert.Equal(4, bench.Requests.Count);
    }

    [Theory]
    [InlineData(WriteKind.DraftCreate)]
    [InlineData(WriteKind.DraftUpdate)]
    [InlineData(WriteKind.DraftPublish)]
    [InlineData(WriteKind.TranslationUpdate)]
    public async Task Who_may_send_again_is_told_so(WriteKind kind)
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(500, "{}"));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Call(kind).SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.StartsWith("Run it again", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_cut_off_does_not_show_that_a_create_was_not_done()
    {
        using var bench = new CallBench(request => request.IsWrite ? ScriptedNetwork.Lost() : ScriptedNetwork.Json(200, """{"items":[{"id":"job_0","title":"Old"}],"nextCursor":"more"}"""));
        var create = bench.Sorce.Create(bench.Sorce.Edits.Create([new FieldChange("title", "Baker")], publish: false, skipCheck: false));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => create.SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Single(bench.Requests, request => request.IsWrite);
    }

    [Fact]
    public async Task A_publish_that_was_never_lost_and_is_refused_is_refused()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(409, """{"error":{"code":"INVALID_TRANSITION","message":"It is active."}}"""));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.Publish("job_1").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Refused, error.Outcome);
        Assert.Single(bench.Requests);
    }

    [Theory]
    [InlineData(WriteKind.DraftCreate)]
    [InlineData(WriteKind.DraftUpdate)]
    [InlineData(WriteKind.DraftPublish)]
    [InlineData(WriteKind.TranslationUpdate)]
    [InlineData(WriteKind.ListingPublish)]
    public async Task A_time_out_is_a_lost_reply(WriteKind kind)
    {
        using var bench = new CallBench((request, cancellation) => request is { IsWrite: true, Number: 1 }
            ? ScriptedNetwork.Silence(cancellation)
            : Task.FromResult(request.IsWrite ? CallBench.Good(request) : ScriptedNetwork.Json(200, """{"id":"job_1","status":"ACTIVE"}""")))
        {
            Timeout = TimeSpan.FromMilliseconds(400),
        };
        var context = bench.Context();

        Assert.NotNull(await bench.Call(kind).SendAsync(context));

        Assert.Equal(kind == WriteKind.ListingPublish, context.Reconciled);
        Assert.Contains(bench.Said(), line => line.Contains("TimedOut", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_wait_sends_nothing_further()
    {
        using var stop = new CancellationTokenSource();
        using var bench = new CallBench(_ =>
        {
            stop.Cancel();
            return ScriptedNetwork.Json(500, "{}");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Update("a").SendAsync(bench.Context(stop.Token)));

        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_ends_while_its_answer_is_awaited()
    {
        using var stop = new CancellationTokenSource();
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var bench = new CallBench((_, cancellation) =>
        {
            left.SetResult();
            return ScriptedNetwork.Silence(cancellation);
        });
        var context = bench.Context(stop.Token);

        var call = bench.Update("a").SendAsync(context);
        await left.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(context.HasSent);
    }

    [Fact]
    public async Task A_connection_that_is_closed_under_a_call_leaves_an_error_and_not_nothing()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var bench = new CallBench((_, cancellation) =>
        {
            left.TrySetResult();
            return ScriptedNetwork.Silence(cancellation);
        });

        var call = bench.Update("a").SendAsync(bench.Context());
        await left.Task;
        bench.Close(JobService.OpenTrain);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => call);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }
}
