using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Http;

public sealed class RedirectTests
{
    public static TheoryData<int, string> Redirects()
    {
        var data = new TheoryData<int, string>();
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
        {
            foreach (var method in new[] { "GET", "PATCH", "PUT", "POST" })
            {
                data.Add(status, method);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_is_an_error_and_nobody_follows_it(int status, string method)
    {
        using var elsewhere = new WireServer(_ => WireReply.Of(200, """{"jobId":"job_1","id":"job_1"}"""));
        using var bench = ServiceBench.Answering(status, "", "", ("Location", elsewhere.Origin + "/api"));

        var error = await BenchCalls.FailsAsync(() => Send(bench, method));

        Assert.Equal(status, error.StatusCode);
        Assert.Empty(elsewhere.Requests);
        var arrived = Assert.Single(bench.Requests);
        Assert.Equal(method, arrived.Method);
        Assert.Equal(method == "GET" ? CallOutcome.Refused : CallOutcome.Unknown, error.Outcome);
        Assert.Contains("redirects are not followed", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_the_same_host_is_not_followed_either()
    {
        using var bench = ServiceBench.Answering(307, "", "", ("Location", "/api/public/v1/job-drafts/other"));

        var error = await BenchCalls.FailsAsync(() => bench.Update());

        Assert.Equal("OpenTrain.Http307", error.ErrorId);
        Assert.Single(bench.Requests);
    }

    private static Task Send(ServiceBench bench, string method) => method switch
    {
        "GET" => bench.TextKing.GetJobAsync(BenchCalls.Project, BenchCalls.Job, bench.Context),
        "PATCH" => bench.Update(),
        "PUT" => bench.UpdateJob(),
        _ => bench.PublishListing(),
    };
}
