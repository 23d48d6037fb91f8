using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Errors;

/// <summary>Tokens that are refused, and services that nobody reaches.</summary>
public sealed class UnreachableTests
{
    [Fact]
    public void A_wrong_OpenTrain_token_ends_the_command_once_before_any_row()
    {
        using var bench = new SandboxBench();
        Connect(bench, "OpenTrain", "ot_pat_wrong");

        var result = bench.Run("try { 'ot-draft-01', 'ot-draft-02' | Update-JobDraft -Headcount 3 } catch { throw }");

        Assert.Empty(result.Errors);
        result.Terminating!.Says("OpenTrain.UNAUTHORIZED", ErrorCategory.AuthenticationError, "OpenTrain", "Nothing was changed.", "Connect-JobDraftService -Service OpenTrain");
        result.Terminating!.HandsBack("ot-draft-01");
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void A_wrong_TextKing_token_is_an_error_of_each_row()
    {
        using var bench = new SandboxBench();
        Connect(bench, "TextKing", "wrong");

        var result = bench.Run("Set-TranslationJob aaaaaaaa-0000-4000-8000-000000000001, aaaaaaaa-0000-4000-8000-000000000002 $project -Briefing Warm", ("project", StubServices.ProjectId));

        Assert.Equal(2, result.AllErrors.Count);
        result.AllErrors[1].Says("TextKing.Http401", ErrorCategory.AuthenticationError, "aaaaaaaa-0000-4000-8000-000000000002", "Nothing was changed.", "Connect-JobDraftService -Service TextKing");
    }

    [Fact]
    public void A_wrong_Sorce_key_is_an_error_of_each_row()
    {
        using var bench = new SandboxBench();
        Connect(bench, "Sorce", "sk_ext_sandbox_revoked");

        var result = bench.Run("'job_s01', 'job_s02' | Publish-Job -Service Sorce");

        Assert.Equal(2, result.AllErrors.Count);
        result.AllErrors[0].Says("Sorce.INVALID_SERVICE_KEY", ErrorCategory.AuthenticationError, "Row 1: ", "job_s01", "Nothing was changed.", "Connect-JobDraftService -Service Sorce");
        result.AllErrors[0].HandsBack("job_s01");
    }

    [Theory]
    [InlineData("'j' | Update-JobDraft -JobTitle x", "OpenTrain")]
    [InlineData("'j' | Publish-Job -Service Sorce", "Sorce")]
    [InlineData("Get-TranslationJob 11111111-1111-4111-8111-111111111111", "TextKing")]
    public void A_service_that_nobody_reaches_is_one_error_that_names_its_address(string command, string service)
    {
        var address = ClosedPort();
        using var session = new Session();
        session.Run("Connect-JobDraftService $service -BaseUri $address -Token $token", ("service", service), ("address", address + "/api"), ("token", Bench.Secret("some-token")));

        var error = Assert.Single(session.Run(command).AllErrors);

        error.Says(service + ".ConnectionFailed", ErrorCategory.ResourceUnavailable, address, "could not be reached", "Get-JobDraftConnection");
        Assert.Matches("Nothing was (sent|changed)", error.Text());
    }

    private static void Connect(SandboxBench bench, string service, string token) =>
        Assert.Empty(bench.Run("Connect-JobDraftService $service -BaseUri $address -Token $token", ("service", service), ("address", bench.Address(service)), ("token", Bench.Secret(token))).AllErrors);

    private static string ClosedPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }
}
