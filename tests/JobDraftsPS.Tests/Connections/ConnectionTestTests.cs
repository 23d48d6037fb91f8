using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

public sealed class ConnectionTestTests
{
    [Fact]
    public void A_good_token_says_who_it_is_and_what_it_may_do()
    {
        using var bench = new SandboxBench();

        var test = Assert.Single(bench.Run("Test-JobDraftConnection OpenTrain").Output);

        Assert.Equal(true, test.Properties["Succeeded"].Value);
        Assert.Equal("mara@sandbox.example", test.Properties["Account"].Value);
        Assert.Equal("All job calls", test.Properties["TokenLabel"].Value);
        Assert.Contains("jobs:write", (IEnumerable<string>)test.Properties["Scopes"].Value);
        Assert.Empty((IEnumerable<string>)test.Properties["MissingScopes"].Value);
        Assert.Empty((IEnumerable<string>)test.Properties["MissingFeatures"].Value);
    }

    [Fact]
    public void All_connected_services_are_tried_and_nothing_is_changed()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Test-JobDraftConnection");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["OpenTrain", "TextKing", "Sorce"], result.Output.Select(test => test.Properties["Service"].Value.ToString()));
        Assert.All(result.Output, test => Assert.Equal(true, test.Properties["Succeeded"].Value));
        Assert.Empty(bench.Writes());
    }

    [Theory]
    [InlineData("OpenTrain", "ot_pat_sandbox_revokedLongAgo")]
    [InlineData("TextKing", "no-such-token")]
    [InlineData("Sorce", "sk_ext_sandbox_revoked")]
    public void A_wrong_token_is_a_result_that_says_so_and_no_error(string service, string token)
    {
        using var bench = new SandboxBench();

        var result = Try(bench, service, token);

        Assert.Empty(result.AllErrors);
        var test = Assert.Single(result.Output);
        Assert.Equal(false, test.Properties["Succeeded"].Value);
        Assert.Contains("401", (string)test.Properties["Message"].Value, StringComparison.Ordinal);
        Assert.Contains($"Connect-JobDraftService -Service {service}", (string)test.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_for_reading_lacks_the_scope_to_write()
    {
        using var bench = new SandboxBench();

        var test = Assert.Single(Try(bench, "OpenTrain", "ot_pat_sandbox_readOnlyJobDrafts").Output);

        Assert.Equal(true, test.Properties["Succeeded"].Value);
        Assert.Equal(["jobs:write"], (IEnumerable<string>)test.Properties["MissingScopes"].Value);
        Assert.Contains("does not cover everything", (string)test.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ot_pat_sandbox_publishingIsOff", "publish")]
    [InlineData("ot_pat_sandbox_draftingIsOff", "draftUpdate")]
    public void A_feature_that_is_off_is_named(string token, string feature)
    {
        using var bench = new SandboxBench();

        var test = Assert.Single(Try(bench, "OpenTrain", token).Output);

        Assert.Contains(feature, (IEnumerable<string>)test.Properties["MissingFeatures"].Value);
    }

    private static RunResult Try(SandboxBench bench, string service, string token) => bench.Run(
        "$one = Connect-JobDraftService $service -BaseUri $address -Token $token -PassThru; Test-JobDraftConnection -Connection $one",
        ("service", service),
        ("address", bench.Address(service)),
        ("token", Bench.Secret(token)));
}
