using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>Changes of status whose replies are all lost: the last word is what the service holds.</summary>
public sealed class LastLookTests
{
    private const int Attempts = 5;

    [Fact]
    public async Task A_publish_whose_last_reply_is_lost_too_is_found_done()
    {
        using var bench = Losing(writes => writes < Attempts ? "DRAFT" : "ACTIVE");
        var context = bench.Context();

        var listing = (JobListing)await bench.Sorce.Publish("job_1").SendAsync(context);

        Assert.Equal("ACTIVE", listing.Status);
        Assert.True(context.Reconciled);
        Assert.Equal(Attempts, bench.Requests.Count(request => request.IsWrite));
        Assert.Contains(bench.Said(), line => line.Contains("the state shows that it was done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_look_that_finds_nothing_done_is_told()
    {
        using var bench = Losing(writes => writes < 2 ? "DRAFT" : "ACTIVE");

        await bench.Sorce.Publish("job_1").SendAsync(bench.Context());

        Assert.Equal(2, bench.Requests.Count(request => request.IsWrite));
        Assert.Contains(bench.Said(), line => line.Contains("the state shows that it was not done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_only_fails_and_shows_that_nothing_was_done_has_refused()
    {
        using var bench = new CallBench(request => request.IsWrite ? ScriptedNetwork.Json(503, "{}") : Listing("DRAFT"));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.Publish("job_1").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Refused, error.Outcome);
        Assert.Equal(503, error.StatusCode);
        Assert.Contains("A look at the service shows that it was not done", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_look_that_fails_leaves_the_failure_of_the_call_itself()
    {
        var looks = 0;
        using var bench = new CallBench(request => request.IsWrite ? ScriptedNetwork.Json(503, "{}") : ++looks < Attempts ? Listing("DRAFT") : ScriptedNetwork.Json(403, "{}"));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.Publish("job_1").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal(503, error.StatusCode);
    }

    [Fact]
    public async Task What_sets_values_is_not_looked_at()
    {
        using var bench = new CallBench(request => request.IsWrite ? ScriptedNetwork.Json(503, "{}") : throw new InvalidOperationException("It looked."));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.All(bench.Requests, request => Assert.True(request.IsWrite));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task Any_refusal_after_a_look_is_looked_at_once_more(int status)
    {
        var looks = 0;
        using var bench = new CallBench(request => (request.IsWrite, request.Number) switch
        {
            (true, 1) => ScriptedNetwork.Lost(),
            (true, _) => ScriptedNetwork.Json(status, """{"error":{"code":"NO","message":"No."}}"""),
            _ => Listing(++looks == 1 ? "DRAFT" : "ACTIVE"),
        });

        Assert.Equal("ACTIVE", ((JobListing)await bench.Sorce.Publish("job_1").SendAsync(bench.Context())).Status);
        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task A_refusal_after_a_look_that_found_nothing_done_is_a_refusal()
    {
        using var bench = new CallBench(request => (request.IsWrite, request.Number) switch
        {
            (true, 1) => ScriptedNetwork.Lost(),
            (true, _) => ScriptedNetwork.Json(403, """{"error":{"code":"NO","message":"No."}}"""),
            _ => Listing("DRAFT"),
        });

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.Publish("job_1").SendAsync(bench.Context()));

        // Two looks: after the lost reply, and after the refusal. A third would find nothing new.
        Assert.Equal(CallOutcome.Refused, error.Outcome);
        Assert.Equal(2, bench.Requests.Count(request => !request.IsWrite));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_often_a_reply_was_lost_a_refusal_of_the_state_says_nothing_about_it(int lost)
    {
        using var bench = new CallBench(request => request.Number <= lost ? ScriptedNetwork.Lost() : ScriptedNetwork.Json(409, """{"error":"No.","code":"NO"}"""));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Update("a").SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal(lost + 1, bench.Requests.Count);
    }

    [Fact]
    public async Task Where_the_look_fails_too_a_person_is_told_how_to_look()
    {
        var looks = 0;
        using var bench = new CallBench(request => request.IsWrite ? ScriptedNetwork.Json(503, "{}") : ++looks < Attempts ? Listing("DRAFT") : ScriptedNetwork.Json(403, "{}"));
        var call = bench.Sorce.Publish("job_1");

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => call.SendAsync(bench.Context()));

        Assert.DoesNotContain("Look at the job at the service before you send this again", error.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("Open listing 'job_1' in Sorce's dashboard", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_kept_here_gives_its_place_in_the_quota_back()
    {
        using var bench = new CallBench(CallBench.Good) { RateLimit = 1 };
        var context = bench.Context();
        context.BeforeSend = () => throw new InvalidOperationException("no room");
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Sorce.Publish("job_1").SendAsync(context));
        var began = bench.Time.GetUtcNow();

        await bench.Sorce.Publish("job_1").SendAsync(bench.Context());

        Assert.Equal(began, bench.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_was_stopped_under_way_keeps_its_place_in_the_quota(bool isWrite)
    {
        using var stop = new CancellationTokenSource();
        using var bench = new CallBench((request, cancellation) =>
        {
            if (request.Number > 1)
            {
                return Task.FromResult(CallBench.Good(request));
            }

            stop.Cancel();
            return ScriptedNetwork.Silence(cancellation);
        })
        {
            RateLimit = 1,
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => isWrite ? bench.Sorce.Publish("job_1").SendAsync(bench.Context(stop.Token)) : bench.Sorce.TestAsync(bench.Context(stop.Token)));
        var began = bench.Time.GetUtcNow();

        await bench.Sorce.Publish("job_1").SendAsync(bench.Context());

        // It left, and nobody knows whether the service counted it.
        Assert.True(bench.Time.GetUtcNow() - began >= TimeSpan.FromSeconds(59));
    }

    [Fact]
    public async Task A_named_wait_of_exactly_the_longest_one_is_waited()
    {
        using var bench = new CallBench(request => request.Number == 1 ? ScriptedNetwork.Json(503, "{}", ("Retry-After", "30")) : CallBench.Good(request));
        var context = bench.Context();
        context.MaxWait = TimeSpan.FromSeconds(30);

        Assert.NotNull(await bench.Update("a").SendAsync(context));
    }

    private static CallBench Losing(Func<int, string> statusAfter)
    {
        var writes = 0;
        return new CallBench(request =>
        {
            writes += request.IsWrite ? 1 : 0;
            return request.IsWrite ? ScriptedNetwork.Lost() : Listing(statusAfter(writes));
        });
    }

    private static HttpResponseMessage Listing(string status) => ScriptedNetwork.Json(200, $$"""{"id":"job_1","status":"{{status}}"}""");
}
