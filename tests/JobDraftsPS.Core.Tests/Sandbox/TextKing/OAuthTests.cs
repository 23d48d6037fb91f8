using System.Text;
using JobDraftsPS.Sandbox.TextKing;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

public sealed class OAuthTests : IDisposable
{
    private const string RedirectUri = "http://127.0.0.1:8400/callback";

    private readonly TextKingHarness sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_code_comes_back_with_the_state()
    {
        var reply = Authorize(state: "a b&c");

        Assert.Equal(302, reply.Status);
        var location = reply.Header("Location")!;
        Assert.StartsWith(RedirectUri + "?code=", location, StringComparison.Ordinal);
        Assert.EndsWith("&state=a%20b%26c", location, StringComparison.Ordinal);
    }

    [Fact]
    public void The_query_of_the_redirect_address_is_kept() =>
        Assert.StartsWith(
            RedirectUri + "?x=1&code=", Authorize(redirectUri: RedirectUri + "?x=1").Header("Location"), StringComparison.Ordinal);

    [Theory]
    [InlineData("other", RedirectUri)]
    [InlineData(TextKingOAuth.ClientId, "/callback")]
    [InlineData(TextKingOAuth.ClientId, "javascript:alert(1)")]
    [InlineData(TextKingOAuth.ClientId, RedirectUri + "#fragment")]
    public void Nobody_is_redirected_without_a_known_client_and_a_good_address(string client, string redirectUri)
    {
        var reply = Authorize(client, redirectUri);

        Assert.Equal(400, reply.Status);
        Assert.Null(reply.Header("Location"));
    }

    [Fact]
    public void Another_response_type_is_an_error_at_the_redirect_address() =>
        Assert.Equal(
            RedirectUri + "?error=unsupported_response_type&state=s", Authorize(responseType: "token", state: "s").Header("Location"));

    [Fact]
    public void A_code_buys_a_token_that_opens_the_main_customers_projects()
    {
        var reply = Exchange(Code());

        Assert.Equal(200, reply.Status);
        Assert.Equal("no-store", reply.Header("Cache-Control"));
        Assert.Equal("Bearer", reply.Text("token_type"));
        Assert.Equal(3600, (int)reply.Json["expires_in"]!);
        Assert.NotNull(reply.Text("refresh_token"));
        Assert.Equal(3, (int)sandbox.Get("/projects", ("Authorization", "Bearer " + reply.Text("access_token"))).Json["total"]!);
    }

    [Fact]
    public void A_token_ends_with_its_hour_and_is_refreshed()
    {
        var first = Exchange(Code());
        sandbox.Clock.Advance(TimeSpan.FromSeconds(3599));
        Assert.Equal(200, StatusWith(first));

        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, StatusWith(first));

        var second = Refresh(first.Text("refresh_token"));
        Assert.Equal(200, second.Status);
        Assert.NotEqual(first.Text("access_token"), second.Text("access_token"));
        Assert.Equal(200, StatusWith(second));
        Assert.Equal(401, StatusWith(first));
    }

    [Fact]
    public void An_offline_token_never_ends()
    {
        var reply = Exchange(Code(), ("offline_access", "1"));

        Assert.False(reply.Json.ContainsKey("expires_in"));
        sandbox.Clock.Advance(TimeSpan.FromDays(3650));
        Assert.Equal(200, StatusWith(reply));
    }

    [Fact]
    public void A_code_is_good_once()
    {
        var code = Code();

        Assert.Equal(200, Exchange(code).Status);
        AssertError(400, "invalid_grant", Exchange(code));
    }

    [Fact]
    public void A_code_is_good_for_ten_minutes()
    {
        var code = Code();
        sandbox.Clock.Advance(TimeSpan.FromMinutes(10));

        AssertError(400, "invalid_grant", Exchange(code));
    }

    [Fact]
    public void A_code_belongs_to_its_redirect_address() =>
        AssertError(400, "invalid_grant", Exchange(Code(), ("redirect_uri", "http://127.0.0.1:8400/other")));

    [Theory]
    [InlineData("client_secret", "wrong", 401, "invalid_client")]
    [InlineData("client_id", "wrong", 401, "invalid_client")]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type")]
    [InlineData("grant_type", "", 400, "invalid_request")]
    [InlineData("code", "", 400, "invalid_request")]
    [InlineData("code", "guessed", 400, "invalid_grant")]
    public void A_wrong_exchange_says_what_is_wrong(string field, string value, int status, string error) =>
        AssertError(status, error, Exchange(Code(), (field, value)));

    [Fact]
    public void A_guessed_refresh_token_buys_nothing() => AssertError(400, "invalid_grant", Refresh("guessed"));

    [Fact]
    public void The_token_request_is_a_form() => AssertError(400, "invalid_request", Token([], "application/json"));

    [Theory]
    [InlineData("POST", "/authorize", 405)]
    [InlineData("GET", "/token", 405)]
    [InlineData("GET", "/other", 404)]
    public void There_are_two_paths_with_one_method_each(string method, string path, int status) =>
        Assert.Equal(status, TextKingHarness.Ask(sandbox.OAuth, method, path, [], []).Status);

    private static void AssertError(int status, string error, TextKingReply reply)
    {
        Assert.Equal(status, reply.Status);
        Assert.Equal(error, reply.Text("error"));
    }

    private TextKingReply Authorize(
        string client = TextKingOAuth.ClientId, string redirectUri = RedirectUri, string responseType = "code", string? state = null)
    {
        var query = $"response_type={responseType}&client_id={client}&redirect_uri={Uri.EscapeDataString(redirectUri)}";
        query += state is null ? "" : "&state=" + Uri.EscapeDataString(state);
        return TextKingHarness.Ask(sandbox.OAuth, "GET", "/authorize?" + query, [], []);
    }

    private string Code() => Authorize().Header("Location")!.Split("code=")[1];

    private TextKingReply Exchange(string code, params (string Name, string Value)[] changed)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = TextKingOAuth.ClientId,
            ["client_secret"] = TextKingOAuth.ClientSecret,
            ["code"] = code,
            ["redirect_uri"] = RedirectUri,
        };
        foreach (var (name, value) in changed)
        {
            form[name] = value;
        }

        return Token(form);
    }

    private TextKingReply Refresh(string? refreshToken) => Token(new()
    {
        ["grant_type"] = "refresh_token",
        ["client_id"] = TextKingOAuth.ClientId,
        ["client_secret"] = TextKingOAuth.ClientSecret,
        ["refresh_token"] = refreshToken!,
    });

    private TextKingReply Token(Dictionary<string, string> form, string type = "application/x-www-form-urlencoded")
    {
        var body = string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return TextKingHarness.Ask(
            sandbox.OAuth, "POST", "/token", Encoding.UTF8.GetBytes(body), new Dictionary<string, string?> { ["Content-Type"] = type });
    }

    private int StatusWith(TextKingReply granted) =>
        sandbox.Get("/projects", ("Authorization", "Bearer " + granted.Text("access_token"))).Status;
}
