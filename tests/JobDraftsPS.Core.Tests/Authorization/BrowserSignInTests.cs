using JobDraftsPS.Core.Authorization;

namespace JobDraftsPS.Core.Tests.Authorization;

public sealed class BrowserSignInTests
{
    [Fact]
    public async Task The_code_comes_back_on_this_machine_with_the_state_that_was_sent()
    {
        using var bench = new OAuthBench();
        using var signIn = new BrowserSignIn("textking-sandbox-app", bench.Sandbox.OAuthUri, null);
        var receiving = signIn.ReceiveAsync(TestContext.Current.CancellationToken);

        Assert.Matches(@"^http://127\.0\.0\.1:\d+/oauth/authorize\?response_type=code&client_id=textking-sandbox-app&redirect_uri=http%3A%2F%2F127\.0\.0\.1%3A\d+%2F&state=[\w-]{43}$", signIn.Address.AbsoluteUri);
        var (status, text) = await bench.OpenAsync(await bench.VisitAsync(signIn.Address));
        var code = await receiving;

        Assert.Equal(200, status);
        Assert.Contains("signed in", text, StringComparison.Ordinal);
        Assert.DoesNotContain(code, text, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", code);
    }

    [Theory]
    [InlineData("?code=stolen&state=guessed")]
    [InlineData("?code=stolen")]
    [InlineData("?code=stolen&state=")]
    [InlineData("?error=access_denied&state=guessed")]
    public async Task What_comes_back_with_another_state_is_refused(string query)
    {
        using var bench = new OAuthBench();
        using var signIn = new BrowserSignIn("app", bench.Sandbox.OAuthUri, null);
        var receiving = signIn.ReceiveAsync(TestContext.Current.CancellationToken);

        var (status, _) = await bench.OpenAsync(new Uri(signIn.RedirectUri + query));
        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => receiving);

        Assert.Equal(400, status);
        Assert.Equal(("TextKing.WrongState", FailureKind.Authorization), (error.ErrorId, error.Kind));
        Assert.DoesNotContain("stolen", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(bench.TokenRequests);
    }

    [Fact]
    public async Task A_no_of_the_user_is_told_in_the_services_word()
    {
        using var bench = new OAuthBench();
        using var signIn = new BrowserSignIn("app", bench.Sandbox.OAuthUri, null);
        var receiving = signIn.ReceiveAsync(TestContext.Current.CancellationToken);

        await bench.OpenAsync(new Uri($"{signIn.RedirectUri}?error=access_denied&state={StateOf(signIn)}"));
        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => receiving);

        Assert.Equal("TextKing.AccessDenied", error.ErrorId);
        Assert.Contains("access_denied", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_requests_to_the_port_do_not_end_the_wait()
    {
        using var bench = new OAuthBench();
        using var signIn = new BrowserSignIn("app", bench.Sandbox.OAuthUri, null);
        var receiving = signIn.ReceiveAsync(TestContext.Current.CancellationToken);

        Assert.Equal(404, (await bench.OpenAsync(new Uri(signIn.RedirectUri + "favicon.ico"))).Status);
        Assert.False(receiving.IsCompleted);
        await bench.OpenAsync(new Uri($"{signIn.RedirectUri}?code=a%20b%2Bc&state={StateOf(signIn)}"));

        Assert.Equal("a b+c", await receiving);
    }

    [Fact]
    public async Task The_wait_ends_when_nobody_waits_any_more()
    {
        using var bench = new OAuthBench();
        using var signIn = new BrowserSignIn("app", bench.Sandbox.OAuthUri, null);
        using var stop = new CancellationTokenSource();
        var receiving = signIn.ReceiveAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
    }

    [Theory]
    [InlineData("http://example.com/callback")]
    [InlineData("https://127.0.0.1:8400/callback")]
    public void Only_an_address_of_this_machine_can_be_listened_on(string redirect)
    {
        var error = Assert.Throws<JobDraftsApiException>(() => new BrowserSignIn("app", new Uri("https://www.textking.com/oauth"), new Uri(redirect)));

        Assert.Equal("TextKing.CannotListen", error.ErrorId);
    }

    [Fact]
    public void A_port_that_is_taken_is_said()
    {
        using var bench = new OAuthBench();

        var error = Assert.Throws<JobDraftsApiException>(() => new BrowserSignIn("app", bench.Sandbox.OAuthUri, new Uri($"http://127.0.0.1:{bench.Sandbox.Port}/")));

        Assert.Equal("TextKing.CannotListen", error.ErrorId);
    }

    private static string StateOf(BrowserSignIn signIn) => signIn.Address.Query.Split("state=")[1];
}
