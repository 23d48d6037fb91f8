using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.OpenTrain;

/// <summary>The marketplace is read without a connection and never with a token.</summary>
[Collection(EnvironmentTests.Name)]
public sealed class TokenlessReadTests : IDisposable
{
    private readonly EnvironmentScope environment = new();
    private readonly RecordingServer server = new(call => StubServices.Reply(call with { Path = call.Path.Replace("/api/public/v1", "/ot", StringComparison.Ordinal) }));

    public void Dispose()
    {
        server.Dispose();
        environment.Dispose();
    }

    [Theory]
    [InlineData("Get-PublishedJob j")]
    [InlineData("Find-PublishedJob signs")]
    [InlineData("Get-PublishedJobFacet")]
    [InlineData("Get-PublishedJobChange 2026-01-01")]
    public void A_read_works_without_a_connection_at_the_address_of_the_environment(string script)
    {
        EnvironmentScope.Set("OT_API_BASE_URL", server.Origin);
        using var session = new Session();

        var result = session.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.Single(result.Output);
        var call = Assert.Single(server.Calls);
        Assert.StartsWith("/api/public/v1/jobs", call.Path, StringComparison.Ordinal);
        Assert.Null(call.Header("Authorization"));
    }

    [Fact]
    public void A_token_in_the_environment_does_not_go_along()
    {
        EnvironmentScope.Set("OT_API_BASE_URL", server.Origin);
        EnvironmentScope.Set("OT_API_TOKEN", "ot_pat_environment_0001");
        using var session = new Session();

        Assert.Empty(session.Run("Find-PublishedJob; Get-PublishedJob -Mine").AllErrors);

        Assert.Equal([null, "Bearer ot_pat_environment_0001"], server.Calls.Select(call => call.Header("Authorization")));
    }

    [Fact]
    public void The_address_is_looked_up_anew_when_the_environment_changes()
    {
        using var other = new RecordingServer(call => new Reply(200, """{"id":"j","title":"Other","status":"OPEN"}"""));
        EnvironmentScope.Set("OT_API_BASE_URL", other.Origin);
        using var session = new Session();
        Assert.Equal("Other", Assert.Single(session.Run("Get-PublishedJob j").Output).Properties["Title"].Value);

        EnvironmentScope.Set("OT_API_BASE_URL", server.Origin);

        Assert.NotEqual("Other", Assert.Single(session.Run("Get-PublishedJob j").Output).Properties["Title"].Value);
    }

    [Fact]
    public void An_address_that_is_not_safe_is_refused_also_without_a_token()
    {
        EnvironmentScope.Set("OT_API_BASE_URL", "http://elsewhere.example");
        using var session = new Session();

        Assert.Equal("JobDrafts.BadValue", session.Run("try { Find-PublishedJob } catch { throw }").Terminating!.Id());
    }

    [Fact]
    public void A_connection_that_was_ended_reads_no_more()
    {
        EnvironmentScope.Set("OT_API_BASE_URL", server.Origin);
        using var session = new Session();

        var result = session.Run("""
            $one = Connect-JobDraftService OpenTrain -Token $token -PassThru
            $null = Get-PublishedJob j -Connection $one
            Disconnect-JobDraftService -Connection $one
            Get-PublishedJob j -Connection $one
            """, ("token", Bench.Secret("ot_pat_ended")));

        Assert.Equal("JobDrafts.NoConnection", Assert.Single(result.Errors).Id());
        Assert.Single(server.Calls);
    }
}
