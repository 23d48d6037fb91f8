using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

public sealed class OAuthConnectTests : IDisposable
{
    private const string Connect = "Connect-JobDraftService TextKing -BaseUri $sandbox.TextKingUri -AuthorizationUri $sandbox.OAuthUri -ClientId $sandbox.OAuthClientId -ClientSecret $secret";
    private const string Redirect = "http://127.0.0.1:8400/callback";
    private static readonly HttpClient Browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    private readonly SandboxBench bench = new();

    public OAuthConnectTests()
    {
        bench.Run("Disconnect-JobDraftService");
        bench.Session.Runspace.SessionStateProxy.SetVariable("secret", Bench.Secret((string)bench.Sandbox.Properties["OAuthClientSecret"].Value));
    }

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_code_connects_and_sixteen_workers_renew_its_token_once_when_it_has_expired()
    {
        var connected = bench.Run($"{Connect} -AuthorizationCode $code -RedirectUri {Redirect}; Get-JobDraftConnection TextKing", ("code", Bench.Secret(Code())));
        Assert.Empty(connected.AllErrors);
        Assert.Equal("OAuth", Assert.Single(connected.Output).Properties["TokenSource"].Value);
        Assert.Empty(bench.Run("Get-TranslationJob 11111111-1111-4111-8111-111111111111 | Out-Null").AllErrors);
        bench.AdvanceClock(TimeSpan.FromHours(2));
        var rows = Enumerable.Range(1, 12).Select(number => Rows.Of(("projectId", "11111111-1111-4111-8111-111111111111"), ("jobId", $"aaaaaaaa-0000-4000-8000-{number:D12}"), ("briefing", "Short."))).ToArray();

        var edited = bench.Run("$rows | Set-TranslationJob -ThrottleLimit 16", ("rows", rows));

        Assert.Empty(edited.AllErrors);
        Assert.Equal(12, edited.Output.Count);
        Assert.Equal(2, bench.Requests().Count(request => request.Target == "/oauth/token"));
    }

    [Fact]
    public void A_sign_in_in_the_browser_shows_its_address_and_comes_back_by_itself()
    {
        using var shell = PowerShell.Create(bench.Session.Runspace);
        shell.AddScript($"{Connect} -Interactive -NoBrowser -PassThru; Test-JobDraftConnection TextKing");
        using var shown = new BlockingShow(shell);
        var running = shell.BeginInvoke();

        var address = shown.Address();
        Visit(Visit(new Uri(address))!);
        var output = shell.EndInvoke(running);

        Assert.Empty(shell.Streams.Error);
        Assert.Equal(true, output[^1].Properties["Succeeded"].Value);
        Assert.Contains("&state=", address, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_in_with_another_state_is_refused_and_connects_nothing()
    {
        using var shell = PowerShell.Create(bench.Session.Runspace);
        shell.AddScript($"try {{ {Connect} -Interactive -NoBrowser }} catch {{ $_ }}; Get-JobDraftConnection");
        using var shown = new BlockingShow(shell);
        var running = shell.BeginInvoke();

        var back = Visit(new Uri(shown.Address()))!;
        Visit(new Uri(back.AbsoluteUri[..^4] + "evil"));
        var error = Assert.IsType<ErrorRecord>(Assert.Single(shell.EndInvoke(running)).BaseObject);

        error.Says("TextKing.WrongState", ErrorCategory.AuthenticationError, "another 'state'", "not used");
        Assert.DoesNotContain(bench.Requests(), request => request.Target == "/oauth/token");
    }

    [Fact]
    public void A_code_that_is_not_taken_ends_the_command()
    {
        var result = bench.Run($"try {{ {Connect} -AuthorizationCode $code -RedirectUri {Redirect} }} catch {{ throw }}", ("code", Bench.Secret("made-up-code")));

        result.Terminating!.Says("TextKing.invalid_grant", ErrorCategory.AuthenticationError, "did not take the authorization code", "nothing was changed");
        Assert.DoesNotContain("made-up-code", result.Terminating!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refresh_token_that_is_not_taken_is_an_error_of_the_row()
    {
        var result = bench.Run($"{Connect} -RefreshToken $refresh; 'aaaaaaaa-0000-4000-8000-000000000001' | Set-TranslationJob -ProjectId 11111111-1111-4111-8111-111111111111 -Briefing x", ("refresh", Bench.Secret("made-up-refresh-token")));

        Assert.Single(result.AllErrors).Says("TextKing.invalid_grant", ErrorCategory.AuthenticationError, "Row 1", "refresh token", "nothing was changed", "-Interactive");
    }

    [Fact]
    public void Only_TEXTKING_has_it()
    {
        var result = bench.Run("try { Connect-JobDraftService Sorce -ClientId a -ClientSecret $secret -RefreshToken $secret } catch { throw }");

        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Sorce has no OAuth");
    }

    private string Code() => Visit(new Uri(
        $"{bench.Sandbox.Properties["OAuthUri"].Value}/authorize?response_type=code&client_id={bench.Sandbox.Properties["OAuthClientId"].Value}&redirect_uri={Uri.EscapeDataString(Redirect)}"))!.Query.Split("code=")[1];

    private static Uri? Visit(Uri page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        using var response = Browser.Send(request);
        return response.Headers.Location;
    }

    /// <summary>Waits for the address that the command shows.</summary>
    private sealed class BlockingShow : IDisposable
    {
        private readonly ManualResetEventSlim shown = new();
        private string text = string.Empty;

        public BlockingShow(PowerShell shell) => shell.Streams.Information.DataAdded += (sender, added) =>
        {
            text = ((PSDataCollection<InformationRecord>)sender!)[added.Index].ToString();
            shown.Set();
        };

        public string Address()
        {
            Assert.True(shown.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
            return text.Split(" at ")[1];
        }

        public void Dispose() => shown.Dispose();
    }
}
