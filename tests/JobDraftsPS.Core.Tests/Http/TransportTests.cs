using System.Text;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Http;

public sealed class TransportTests
{
    private static readonly ApiRequest Write = new("POST", "/jobs/{jobId}/publish", "a test", "a");

    [Fact]
    public async Task A_time_out_is_told_apart_from_a_cancelled_call()
    {
        using var transport = TestTransport.Over(FakeNetwork.Silent(), TimeSpan.FromMilliseconds(50));

        var response = await transport.SendAsync(Write, new CallLog(), TestContext.Current.CancellationToken);

        Assert.Equal(TransportFailure.TimedOut, response.Failure);
        Assert.Equal(0, response.Status);
    }

    [Fact]
    public async Task A_cancelled_call_throws_instead_of_looking_like_a_failure_of_the_network()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var transport = TestTransport.Over(FakeNetwork.Silent(reached));
        using var stop = new CancellationTokenSource();

        var call = transport.SendAsync(Write, new CallLog(), stop.Token);
        await reached.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_is_never_sent()
    {
        var network = FakeNetwork.Silent();
        using var transport = TestTransport.Over(network);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(Write, new CallLog(), new CancellationToken(canceled: true)));

        Assert.Equal(0, network.Calls);
    }

    [Fact]
    public async Task A_body_that_stalls_counts_against_the_time_out()
    {
        var body = FakeBody.Stalled(Encoding.UTF8.GetBytes("""{"id":"""));
        using var transport = TestTransport.Over(new FakeNetwork((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) })), TimeSpan.FromMilliseconds(50));

        var response = await transport.SendAsync(Write, new CallLog(), TestContext.Current.CancellationToken);

        Assert.Equal(TransportFailure.TimedOut, response.Failure);
    }

    [Fact]
    public async Task A_body_without_end_is_given_up_at_64_mebibytes()
    {
        var body = FakeBody.Endless();
        using var transport = TestTransport.Over(new FakeNetwork((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) })));

        var response = await transport.SendAsync(Write, new CallLog(), TestContext.Current.CancellationToken);

        Assert.Equal(TransportFailure.TooLarge, response.Failure);
        Assert.InRange(body.Served, 64L * 1024 * 1024, 65L * 1024 * 1024);
        var error = ApiErrors.NoAnswer(JobService.Sorce, Write, response, new Uri("https://www.sorce.jobs"), TimeSpan.FromSeconds(1), mayHaveArrived: true);
        Assert.Equal("Sorce.AnswerTooLarge", error.ErrorId);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task A_body_of_the_largest_size_is_read_whole_and_keeps_its_headers()
    {
        var handler = new BoundedBodyHandler(
            new FakeNetwork((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StringContent("12345", Encoding.UTF8, "application/json") })),
            maxBytes: 5);
        using var client = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/");

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var body = Assert.IsType<ReadBody>(response.Content);
        Assert.Equal("12345", Encoding.UTF8.GetString(body.Bytes));
        Assert.Equal("application/json; charset=utf-8", body.Received.ContentType!.ToString());
    }

    [Fact]
    public async Task The_log_names_the_path_and_no_body_or_token()
    {
        using var transport = TestTransport.Over(new FakeNetwork((_, _) =>
        {
            var response = new HttpResponseMessage { Content = new StringContent("""{"secret":"body"}""") };
            response.Headers.Add("X-Request-Id", "req-" + TestTransport.Token);
            response.Headers.Add("Server", TestTransport.Token);
            response.Headers.Add("Set-Cookie", "session=1");
            return Task.FromResult(response);
        }));
        var log = new CallLog();

        await transport.SendAsync(new ApiRequest("GET", "/jobs/{jobId}", "a test", "my-own-id"), log, TestContext.Current.CancellationToken);

        var text = new StringBuilder();
        while (log.TryTake(out var entry))
        {
            text.AppendLine(entry.Text);
        }

        Assert.Contains("GET /jobs/my-own-id: 200 in ", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("request req-***", text.ToString(), StringComparison.Ordinal);
        Assert.All(["body", "Set-Cookie", "session", TestTransport.Token], hidden => Assert.DoesNotContain(hidden, text.ToString(), StringComparison.Ordinal));
    }
}
