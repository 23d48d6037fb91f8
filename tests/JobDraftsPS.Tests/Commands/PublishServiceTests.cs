using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

/// <summary>Which service a plain id is published at.</summary>
[Collection(EnvironmentTests.Name)]
public sealed class PublishServiceTests : IDisposable
{
    private readonly EnvironmentScope environment = new();
    private readonly Bench bench = new();

    public void Dispose()
    {
        bench.Dispose();
        environment.Dispose();
    }

    [Theory]
    [InlineData("Sorce", "/ot/jobs/j/publish")]
    [InlineData("OpenTrain", "/so/jobs/j/publish")]
    public void The_only_connected_one_of_the_two_is_meant(string disconnected, string path)
    {
        var run = bench.Run($"Disconnect-JobDraftService {disconnected}; 'j' | Publish-Job");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(path, Assert.Single(run.Writes).Path);
    }

    [Fact]
    public void The_only_one_of_the_connections_given_is_meant()
    {
        var run = bench.Run("Publish-Job j -Connection (Get-JobDraftConnection Sorce)");

        Assert.Equal("/so/jobs/j/publish", Assert.Single(run.Writes).Path);
    }

    [Theory]
    [InlineData("OpenTrain", "/ot/jobs/j/publish")]
    [InlineData("opentrain", "/ot/jobs/j/publish")]
    [InlineData("SORCE", "/so/jobs/j/publish")]
    public void The_one_that_is_said_is_meant_in_any_case(string service, string path)
    {
        var run = bench.Run($"Publish-Job j -Service {service}");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(path, Assert.Single(run.Writes).Path);
    }

    [Fact]
    public void With_both_connected_it_has_to_be_said()
    {
        var run = bench.Run("'j', @{ service = 'Sorce'; jobId = 'k' } | Publish-Job");

        Assert.Equal("/so/jobs/k/publish", Assert.Single(run.Writes).Path);
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 1: ", "'j'", "OpenTrain or Sorce", "-Service", "Nothing was sent.");
    }

    [Theory]
    [InlineData("'j', 'k' | Publish-Job")]
    [InlineData("'j', 'k' | Publish-Job -Service OpenTrain")]
    [InlineData("Publish-Job j, k -Service Sorce")]
    public void With_none_connected_the_command_ends(string command)
    {
        var run = bench.Run($"Disconnect-JobDraftService; try {{ {command} }} catch {{ throw }}");

        Assert.Empty(run.Calls);
        Assert.Empty(run.Result.Errors);
        run.Result.Terminating!.Says("JobDrafts.NoConnection", ErrorCategory.ConnectionError, "Connect-JobDraftService", "environment variable", "Nothing was sent.");
    }

    [Fact]
    public void A_token_in_the_environment_counts_as_connected()
    {
        EnvironmentScope.Set("SORCE_API_KEY", "from-environment");

        var run = bench.Run("Disconnect-JobDraftService Sorce; 'j' | Publish-Job");

        Assert.Empty(run.Writes);
        Assert.Contains("OpenTrain or Sorce", Assert.Single(run.Result.AllErrors).Text(), StringComparison.Ordinal);
    }
}
