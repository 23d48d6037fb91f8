using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

/// <summary>What -Proxy and the plan cmdlets' several connections do.</summary>
public sealed class ProxyTests(SandboxBench bench) : IClassFixture<SandboxBench>
{
    [Theory]
    [InlineData("Connect-JobDraftService Sorce -BaseUri 'http://127.0.0.1:9/api/external/v1' -Token $token -Proxy $proxy -PassThru")]
    [InlineData("Connect-JobDraftService -ConnectionInfo @{ Service = 'Sorce'; Token = $token; BaseUri = 'http://127.0.0.1:9/api/external/v1'; Proxy = $proxy } -PassThru")]
    public void Requests_go_to_the_proxy_that_is_given(string connect)
    {
        // The sandbox stands in for the proxy: it takes a request that names another host, where nobody listens.
        var result = bench.Run($"$connection = {connect}; Get-JobListing job_s01 -Connection $connection", ("token", Bench.Secret(bench.Token("Sorce"))), ("proxy", bench.Address("Sorce").GetLeftPart(UriPartial.Authority)));

        Assert.Empty(result.AllErrors);
        Assert.Equal("job_s01", Assert.Single(result.Output).Properties["JobId"].Value);
    }

    [Fact]
    public void A_plan_takes_one_connection_a_service()
    {
        var result = bench.Run("""
            $all = Get-JobDraftConnection
            Disconnect-JobDraftService
            Connect-JobDraftService -Sandbox $sandbox
            $mine = Get-JobDraftConnection | Where-Object Service -ne TextKing
            $plan = @{ service = 'OpenTrain'; jobId = 'ot-draft-01'; headcount = '4' }, @{ service = 'Sorce'; jobId = 'job_s01'; title = 'Baker' } | New-JobDraftPlan -Connection $mine
            $plan | Invoke-JobDraftPlan -Connection $mine | ForEach-Object { "$($_.Service) $($_.Outcome)" }
            @{ service = 'TextKing'; projectId = '11111111-1111-4111-8111-111111111111'; jobId = 'aaaaaaaa-0000-4000-8000-000000000001'; name = 'New' } | New-JobDraftPlan -Connection $mine
            """);

        Assert.Equal(["OpenTrain Applied", "Sorce Applied"], result.Output.Select(line => line.ToString()));
        Assert.StartsWith("JobDrafts.", Assert.Single(result.AllErrors).Id(), StringComparison.Ordinal);
        Assert.Contains("TextKing", Assert.Single(result.AllErrors).Text(), StringComparison.Ordinal);
    }
}
