using System.Net;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox.Control;

public sealed class DispatchTests : IDisposable
{
    private readonly JobSandbox sandbox = JobSandbox.Start();
    private readonly HttpClient client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        client.Dispose();
        sandbox.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/public/v1x/jobs")]
    [InlineData("/api/public")]
    public async Task A_path_that_belongs_to_no_service_is_404_and_still_recorded(string path)
    {
        var reply = await client.GetAsync(new Uri(sandbox.OpenTrainUri, path), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Null(Assert.Single(sandbox.Requests).Service);
    }

    [Fact]
    public async Task A_head_is_handled_as_a_get_and_recorded_as_a_head()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, sandbox.OpenTrainUri + "/jobs");
        var reply = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.True(reply.Content.Headers.ContentLength > 100);
        Assert.Equal("HEAD", Assert.Single(sandbox.Requests).Method);
    }

    [Fact]
    public async Task Links_in_answers_lead_to_the_address_that_the_client_used()
    {
        var byName = new Uri($"http://localhost:{sandbox.Port}/api/public/v1/jobs/ot-live-01");
        using var request = new HttpRequestMessage(HttpMethod.Get, sandbox.OpenTrainUri + "/jobs/ot-live-01");
        request.Headers.Host = byName.Authority;
        var text = await (await client.SendAsync(request, Cancellation)).Content.ReadAsStringAsync(Cancellation);

        Assert.Contains($"\"url\":\"http://localhost:{sandbox.Port}/jobs/", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1.5)]
    public void Options_out_of_range_are_refused_before_anything_listens(int latencySeconds, double faultRate)
    {
        var options = new SandboxOptions { Latency = TimeSpan.FromSeconds(latencySeconds), FaultRate = faultRate };

        Assert.Throws<ArgumentException>(() => JobSandbox.Start(options));
    }

    [Fact]
    public void Two_sandboxes_run_side_by_side_and_keep_their_own_state()
    {
        using var other = JobSandbox.Start(new SandboxOptions { PublishQuota = 5 });
        other.Apply(new SandboxControl { RateLimit = 3 });

        Assert.NotEqual(sandbox.Port, other.Port);
        Assert.Equal(60, sandbox.ReadState().RateLimit);
        Assert.Equal(5, other.ReadState().PublishQuota);
    }
}
