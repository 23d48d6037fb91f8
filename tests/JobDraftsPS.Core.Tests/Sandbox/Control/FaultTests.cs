using System.Diagnostics;
using System.Net;
using System.Text.Json;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox.Control;

public sealed class FaultTests : IDisposable
{
    private const string Publish = "/jobs/ot-draft-07/publish";

    private readonly SandboxUser user = new();

    public void Dispose() => user.Dispose();

    [Fact]
    public async Task A_status_comes_in_the_services_own_error_shape_and_then_is_used_up()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.Status, Status = 503, RetryAfterSeconds = 4 });
        var failed = await user.GetAsync("/auth/me");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Equal("INTERNAL_ERROR", failed["code"]!.GetValue<string>());
        Assert.NotNull(failed["requestId"]);
        Assert.Equal(TimeSpan.FromSeconds(4), failed.Message.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
        Assert.False(user.Sandbox.Requests[0].Handled);
    }

    [Fact]
    public async Task A_fault_meets_only_what_it_names_after_letting_some_pass()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.Status, Service = "opentrain", Method = "post", PathContains = "close", Skip = 2, Count = 2 });
        var statuses = new List<int>();
        foreach (var path in new[] { Publish, "/jobs/ot-live-01/close", "/jobs/ot-live-01/close", "/jobs/ot-live-01/close", "/jobs/ot-live-01/close", "/jobs/ot-live-01/close" })
        {
            statuses.Add((int)(await user.PostAsync(path)).Status);
        }

        Assert.Equal([200, 200, 200, 500, 500, 200], statuses);
    }

    [Fact]
    public async Task A_proxys_page_is_html()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.HtmlStatus });
        var failed = await user.GetAsync("/auth/me");

        Assert.Equal(HttpStatusCode.BadGateway, failed.Status);
        Assert.Equal("text/html", failed.Message.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(SandboxFaultKind.EmptyBody)]
    [InlineData(SandboxFaultKind.TruncatedJson)]
    [InlineData(SandboxFaultKind.NotJson)]
    public async Task A_spoiled_answer_comes_after_the_work_was_done(SandboxFaultKind kind)
    {
        Arm(new SandboxFault { Kind = kind });
        var spoiled = await user.PostAsync(Publish);

        Assert.Equal(HttpStatusCode.OK, spoiled.Status);
        Assert.ThrowsAny<JsonException>(() => spoiled.Json);
        Assert.True((await user.PostAsync(Publish))["alreadyPublished"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_error_may_call_itself_a_success()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.ErrorInOk });
        var answer = await user.PostAsync(Publish);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer["error"]);
        Assert.False((await user.PostAsync(Publish))["alreadyPublished"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(SandboxFaultKind.DropBeforeHandling, false)]
    [InlineData(SandboxFaultKind.DropAfterHandling, true)]
    [InlineData(SandboxFaultKind.HalfBody, true)]
    public async Task A_lost_reply_leaves_the_client_without_knowing(SandboxFaultKind kind, bool done)
    {
        Arm(new SandboxFault { Kind = kind });

        await Assert.ThrowsAsync<HttpRequestException>(() => user.PostAsync(Publish, "{}"));
        Assert.Equal(kind == SandboxFaultKind.HalfBody ? 200 : null, user.Sandbox.Requests[^1].Status);
        Assert.Equal(done, (await user.PostAsync(Publish))["alreadyPublished"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_redirect_points_to_another_port()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.Redirect });
        var answer = await user.PatchAsync("/job-drafts/ot-draft-01", """{"headcount": 2}""");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.True(answer.Message.Headers.Location!.IsLoopback);
        Assert.NotEqual(user.Sandbox.Port, answer.Message.Headers.Location.Port);
    }

    [Fact]
    public async Task A_redirect_goes_where_it_is_told()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.Redirect, Status = 307, RedirectTo = new Uri("http://127.0.0.1:81/there") });
        var answer = await user.GetAsync("/auth/me");

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.Status);
        Assert.Equal("http://127.0.0.1:81/there", answer.Message.Headers.Location!.AbsoluteUri);
    }

    [Fact]
    public async Task A_429_tells_the_wait_in_each_form()
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        using var fixedUser = new SandboxUser(new SandboxOptions { Clock = new SandboxClock(() => now) });
        fixedUser.Sandbox.Apply(new SandboxControl
        {
            Faults = [.. Enum.GetValues<RetryAfterForm>().Select(form => new SandboxFault { Kind = SandboxFaultKind.RateLimited, RetryAfterSeconds = 30, RetryAfterForm = form })],
        });
        var seconds = await fixedUser.GetAsync("/auth/me");
        var date = await fixedUser.GetAsync("/auth/me");
        var body = await fixedUser.GetAsync("/auth/me");
        var none = await fixedUser.GetAsync("/auth/me");

        Assert.All(new[] { seconds, date, body, none }, answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status));
        Assert.Equal(TimeSpan.FromSeconds(30), seconds.Message.Headers.RetryAfter!.Delta);
        Assert.Equal(now.AddSeconds(30), date.Message.Headers.RetryAfter!.Date);
        Assert.Equal(now, date.Message.Headers.Date);
        Assert.Null(body.Message.Headers.RetryAfter);
        Assert.Equal(30, body["details"]!["retryAfterSeconds"]!.GetValue<int>());
        Assert.Null(none.Message.Headers.RetryAfter);
        Assert.Equal(4, fixedUser.Sandbox.ReadState().RateLimitedRequests);
    }

    [Fact]
    public async Task A_slow_body_ends_when_the_sandbox_stops()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.SlowBody });
        var pending = user.GetAsync("/job-drafts/capabilities");
        Assert.True(SpinWait.SpinUntil(() => user.Sandbox.TotalRequests == 1, TimeSpan.FromSeconds(30)));
        user.Sandbox.Dispose();

        await Assert.ThrowsAsync<HttpRequestException>(() => pending);
    }

    [Fact]
    public async Task Waiting_faults_can_be_cleared()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.Status, Count = 9 });
        Assert.Equal(9, user.Sandbox.ReadState().PendingFaults);
        user.Sandbox.Apply(new SandboxControl { ClearFaults = true });

        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task Chance_fails_requests_alike_for_the_same_seed()
    {
        var first = await Fates();
        var second = await Fates();

        Assert.Equal(first, second);
        Assert.Contains("OK", first);
        Assert.Contains("InternalServerError", first);
        Assert.Contains("ServiceUnavailable", first);
        Assert.Contains("dropped", first);

        static async Task<List<string>> Fates()
        {
            using var user = new SandboxUser(new SandboxOptions { FaultRate = 0.5, FaultSeed = 7 });
            var fates = new List<string>();
            for (var i = 0; i < 40; i++)
            {
                try
                {
                    fates.Add((await user.PatchAsync("/job-drafts/ot-draft-01", """{"headcount": 2}""")).Status.ToString());
                }
                catch (HttpRequestException)
                {
                    fates.Add("dropped");
                }
            }

            return fates;
        }
    }

    [Fact]
    public async Task Latency_holds_the_answer_back_after_the_work_was_done()
    {
        user.Sandbox.Apply(new SandboxControl { Latency = TimeSpan.FromMinutes(30) });
        using var giveUp = new CancellationTokenSource();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, user.Sandbox.OpenTrainUri + Publish);
        request.Headers.Authorization = new("Bearer", user.Sandbox.OpenTrainToken);
        var pending = client.SendAsync(request, giveUp.Token);
        Assert.True(SpinWait.SpinUntil(() => user.Sandbox.TotalRequests == 1, TimeSpan.FromSeconds(30)));

        Assert.False(pending.IsCompleted);
        Assert.Equal(200, user.Sandbox.Requests[0].Status);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        var clock = Stopwatch.StartNew();
        user.Sandbox.Dispose();
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"Stopping took {clock.Elapsed}.");
    }

    [Fact]
    public async Task The_panel_itself_is_never_met_by_a_fault()
    {
        Arm(new SandboxFault { Kind = SandboxFaultKind.DropBeforeHandling });

        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/__control")).Status);
    }

    private void Arm(SandboxFault fault) => user.Sandbox.Apply(new SandboxControl { Faults = [fault] });
}
