using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

public sealed class ConnectTests : IDisposable
{
    private readonly RecordingServer server = new(StubServices.Reply);
    private readonly Session session = new();

    public void Dispose()
    {
        session.Dispose();
        server.Dispose();
    }

    [Fact]
    public void A_secure_string_is_the_token()
    {
        Connect("-Token $secret", Bench.Secret("of-a-secure-string"));

        Assert.Equal("Bearer of-a-secure-string", TokenThatArrives());
    }

    [Fact]
    public void The_password_of_a_credential_is_the_token()
    {
        Connect("-Credential $secret", new PSCredential("anybody", Bench.Secret("of-a-credential")));

        Assert.Equal("Bearer of-a-credential", TokenThatArrives());
    }

    [Theory]
    [InlineData("-BaseUri $nothing -Token $secret")]
    [InlineData("-BaseUri $nothing -Credential $credential")]
    [InlineData("-BaseUri $nothing -ClientId app -ClientSecret $secret -RefreshToken $secret")]
    [InlineData("-AuthorizationUri $nothing -ClientId app -ClientSecret $secret -RefreshToken $secret")]
    public void An_address_that_is_empty_by_mistake_does_not_lead_to_the_real_service(string how)
    {
        var secret = Bench.Secret("t");

        var result = session.Run(
            $"try {{ Connect-JobDraftService TextKing {how} }} catch {{ throw }} finally {{ Get-JobDraftConnection }}",
            ("nothing", null!),
            ("secret", secret),
            ("credential", new PSCredential("anybody", secret)));

        Assert.Contains("ParameterArgumentValidationError", Assert.Single(result.AllErrors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    public static TheoryData<object> Secrets => [new PSObject("of-an-asset"), Bench.Secret("of-an-asset"), new PSCredential("anybody", Bench.Secret("of-an-asset"))];

    [Theory]
    [MemberData(nameof(Secrets), DisableDiscoveryEnumeration = true)]
    public void A_runbooks_connection_asset_is_taken_as_it_is(object secret)
    {
        var info = new Hashtable { ["service"] = "opentrain", ["Token"] = secret, ["BaseUri"] = server.Origin + "/ot", ["TimeoutSec"] = "30", ["Proxy"] = "" };

        var result = session.Run("Connect-JobDraftService -ConnectionInfo $info -PassThru", ("info", info));

        Assert.Empty(result.AllErrors);
        Assert.Equal(30.0, Assert.Single(result.Output).Properties["TimeoutSec"].Value);
        Assert.Equal("Bearer of-an-asset", TokenThatArrives());
    }

    [Theory]
    [InlineData("@{ Token = 'canary-token' }", "names no service")]
    [InlineData("@{ Service = 'OpenTrain' }", "no Token")]
    [InlineData("@{ Service = 'Elsewhere'; Token = 'canary-token' }", "'Elsewhere'")]
    [InlineData("@{ Service = 7; Token = 'canary-token' }", "'7'")]
    [InlineData("@{ Service = 1; Token = 'canary-token' }", "'1'")]
    [InlineData("@{ Service = 'Sorce'; Token = 12 }", "neither a text nor a SecureString")]
    [InlineData("@{ Service = 'Sorce'; Token = 'canary-token'; BaseUri = 'www.sorce.jobs' }", "BaseUri")]
    [InlineData("@{ Service = 'Sorce'; Token = 'canary-token'; TimeoutSec = '0' }", "1 to 3600")]
    [InlineData("@{ Service = 'Sorce'; Token = 'canary-token'; Colour = 'red' }", "'Colour'")]
    public void A_connection_asset_that_is_wrong_is_refused_by_the_entry(string info, string words)
    {
        var result = session.Run($"$info = {info}; try {{ Connect-JobDraftService -ConnectionInfo $info }} catch {{ throw }}");

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, words, "Nothing was sent.");
        Assert.DoesNotContain("canary-token", result.Terminating!.Text(), StringComparison.Ordinal);
        Assert.Empty(session.Run("Get-JobDraftConnection").Output);
    }

    [Fact]
    public void A_sandbox_connects_all_three_or_the_one_that_is_asked_for()
    {
        using var bench = new SandboxBench();
        Assert.Equal(["OpenTrain", "TextKing", "Sorce"], bench.Run("Get-JobDraftConnection").Output.Select(connection => connection.Properties["Service"].Value.ToString()));
        Assert.All(bench.Run("Get-JobDraftConnection").Output, connection => Assert.Equal(true, connection.Properties["IsSandbox"].Value));

        var address = ((Uri)bench.Sandbox.Properties["ControlUri"].Value).GetLeftPart(UriPartial.Authority);
        var one = session.Run("Connect-JobDraftService Sorce -Sandbox $address -PassThru", ("address", address));

        Assert.Empty(one.AllErrors);
        Assert.Equal("Sorce", Assert.Single(one.Output).Properties["Service"].Value.ToString());
        Assert.Equal("job_s01", Assert.Single(session.Run("Publish-Job job_s01 -Service Sorce").Output).Properties["JobId"].Value);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "http://127.0.0.1:9")]
    [InlineData("nowhere", "'nowhere' is no sandbox")]
    public void What_is_no_sandbox_is_refused(string address, string words)
    {
        var result = session.Run("try { Connect-JobDraftService -Sandbox $address } catch { throw }", ("address", address));

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, words);
    }

    [Theory]
    [InlineData("http://api.textking.com/v1")]
    [InlineData("http://10.0.0.1/v1")]
    [InlineData("http://127.0.0.1.example.com/v1")]
    [InlineData("ftp://127.0.0.1/v1")]
    [InlineData("file:///etc")]
    public void Plain_http_is_refused_away_from_this_machine(string address)
    {
        var result = session.Run("try { Connect-JobDraftService TextKing -BaseUri $address -Token $token } catch { throw }", ("address", address), ("token", Bench.Secret("canary-token")));

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "https is needed", "loopback", "Nothing was sent.");
        Assert.Empty(session.Run("Get-JobDraftConnection").Output);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/v1")]
    [InlineData("http://localhost:9/v1")]
    [InlineData("http://[::1]:9/v1")]
    [InlineData("https://proxy.example/textking")]
    public void Https_and_this_machine_are_taken(string address) =>
        Assert.Empty(session.Run("Connect-JobDraftService TextKing -BaseUri $address -Token $token", ("address", address), ("token", Bench.Secret("t"))).AllErrors);

    [Theory]
    [InlineData("https://somebody:canary-token@api.textking.com/v1")]
    [InlineData("https://api.textking.com/v1?key=canary-token")]
    [InlineData("https://api.textking.com/v1#canary-token")]
    public void A_secret_in_an_address_is_refused_and_not_repeated(string address)
    {
        var result = session.Run("try { Connect-JobDraftService TextKing -BaseUri $address -Token $token } catch { throw }", ("address", address), ("token", Bench.Secret("t")));

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "https://api.textking.com", "no user name, query or fragment");
        Assert.DoesNotContain("canary-token", result.Terminating!.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("zürich")]
    public void A_token_that_cannot_be_one_is_refused_and_not_repeated(string token)
    {
        var result = session.Run("try { Connect-JobDraftService TextKing -Token $token } catch { throw }", ("token", Bench.Secret(token)));

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "token", "Nothing was sent.");
        Assert.DoesNotContain(token, result.Terminating!.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Connecting_sends_nothing_and_writes_only_with_PassThru()
    {
        var quiet = session.Run("Connect-JobDraftService OpenTrain -BaseUri $address -Token $token", ("address", server.Origin + "/ot"), ("token", Bench.Secret("t")));
        var loud = session.Run("Connect-JobDraftService OpenTrain -BaseUri $address -Token $token -PassThru", ("address", server.Origin + "/ot"), ("token", Bench.Secret("t")));

        Assert.Empty(quiet.Output);
        Assert.Single(loud.Output);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public void Connections_are_shown_and_ended_by_service()
    {
        session.Run("foreach ($s in 'Sorce', 'OpenTrain') { Connect-JobDraftService $s -Token $token }", ("token", Bench.Secret("t")));

        Assert.Equal(["OpenTrain", "Sorce"], Services("Get-JobDraftConnection"));
        Assert.Equal(["Sorce"], Services("Get-JobDraftConnection Sorce"));
        Assert.Equal(["OpenTrain"], Services("Disconnect-JobDraftService Sorce; Get-JobDraftConnection"));
        Assert.Empty(Services("Get-JobDraftConnection | Disconnect-JobDraftService; Get-JobDraftConnection"));
    }

    private string[] Services(string command) => [.. session.Run(command).Output.Select(connection => connection.Properties["Service"].Value.ToString()!)];

    private void Connect(string how, object secret) =>
        Assert.Empty(session.Run($"Connect-JobDraftService OpenTrain -BaseUri $address {how}", ("address", server.Origin + "/ot"), ("secret", secret)).AllErrors);

    private string? TokenThatArrives()
    {
        Assert.Empty(session.Run("Get-DraftCapabilities").AllErrors);
        return Assert.Single(server.Calls).Header("Authorization");
    }
}
