using System.Net;
using System.Net.Sockets;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Http;

/// <summary>What is known after a call without an answer, shown on Sorce's publish: the one that must never be repeated by itself.</summary>
public sealed class LostReplyTests
{
    private static CallContext Context => new(new CallLog(), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_kept_connection_that_closes_unanswered_loses_the_reply_and_sends_the_request_once()
    {
        using var bench = new ServiceBench(request => request.Method == "GET"
            ? WireReply.Of(200, """{"items":[]}""")
            : WireReply.CloseUnanswered);
        await bench.Sorce.TestAsync(bench.Context);

        var error = await BenchCalls.FailsAsync(() => bench.PublishListing());

        var publish = Assert.Single(bench.Requests, request => request.Method == "POST");
        Assert.Equal(1, publish.Connection);
        Assert.Equal("Sorce.ConnectionLost", error.ErrorId);
        Assert.Equal(FailureKind.Connection, error.Kind);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Contains("Whether it was done is not known.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_after_the_request_leaves_the_outcome_unknown()
    {
        using var bench = new ServiceBench(_ => WireReply.Reset);

        var error = await BenchCalls.FailsAsync(() => bench.PublishListing());

        Assert.Equal("Sorce.ConnectionLost", error.ErrorId);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Single(bench.Requests, request => request.Method != "GET");
    }

    [Fact]
    public async Task A_refused_connection_means_that_nothing_was_sent()
    {
        // Bound but not listening: nobody else can take the port, and nobody answers there.
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var connection = ConnectionFactory.Create(new ConnectionOptions(JobService.Sorce)
        {
            Token = ServiceBench.Token,
            BaseUri = new Uri($"http://{silent.LocalEndPoint}/api/external/v1"),
        });

        var error = await BenchCalls.FailsAsync(() => new SorceClient(connection).Publish("job_1").SendAsync(Context));

        Assert.Equal("Sorce.ConnectionFailed", error.ErrorId);
        Assert.Equal(CallOutcome.NotSent, error.Outcome);
        Assert.Contains("Nothing was sent.", error.Message, StringComparison.Ordinal);
        ConnectionFactory.Close(connection);
    }

    [Fact]
    public async Task No_answer_within_the_time_out_leaves_the_outcome_unknown()
    {
        using var bench = new ServiceBench(_ => WireReply.Silence, TimeSpan.FromMilliseconds(200));

        var error = await BenchCalls.FailsAsync(() => bench.PublishListing());

        Assert.Equal("Sorce.Timeout", error.ErrorId);
        Assert.Equal(FailureKind.Timeout, error.Kind);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Contains("within 0.2 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_stalls_runs_into_the_time_out()
    {
        using var bench = new ServiceBench(_ => WireReply.Unfinished(200, """{"id":"job_1",""", missing: 20), TimeSpan.FromMilliseconds(200));

        var error = await BenchCalls.FailsAsync(() => bench.PublishListing());

        Assert.Equal("Sorce.Timeout", error.ErrorId);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task Half_a_body_is_a_lost_reply_whatever_its_status_said()
    {
        using var bench = new ServiceBench(_ => WireReply.Truncated(200, """{"id":"job_1"}""", missing: 5));

        var error = await BenchCalls.FailsAsync(() => bench.PublishListing());

        Assert.Equal("Sorce.ConnectionLost", error.ErrorId);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task A_closed_connection_refuses_further_calls()
    {
        var connection = ConnectionFactory.Create(new ConnectionOptions(JobService.Sorce) { Token = ServiceBench.Token, BaseUri = new Uri("http://127.0.0.1:9/") });
        ConnectionFactory.Close(connection);

        var error = await BenchCalls.FailsAsync(() => new SorceClient(connection).Publish("job_1").SendAsync(Context));

        Assert.Equal("JobDrafts.NoConnection", error.ErrorId);
        Assert.Equal(CallOutcome.NotSent, error.Outcome);
    }
}
