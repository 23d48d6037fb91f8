using JobDraftsPS.Core.Authorization;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Authorization;

/// <summary>A sandbox with a registered app, and connections that get their tokens there. The client's clock is the sandbox's or stands still.</summary>
internal sealed class OAuthBench : IDisposable
{
    public const string Redirect = "http://127.0.0.1:8400/callback";

    private readonly HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly List<JobDraftConnection> connections = [];
    private readonly DateTimeOffset start;

    public OAuthBench()
    {
        Sandbox = JobSandbox.Start();
        start = Sandbox.Clock.UtcNow;
    }

    public JobSandbox Sandbox { get; }

    public CallLog Log { get; } = new();

    /// <summary>What the token endpoint was asked, as form texts.</summary>
    public IReadOnlyList<string> TokenRequests => [.. Sandbox.Requests.Where(request => request.Target == "/oauth/token").Select(request => request.Body)];

    public CallContext Context() => new(Log, TestContext.Current.CancellationToken);

    public OAuthOptions Options(string? secret = null) =>
        new(Sandbox.ReadState().OAuthClientId, secret ?? Sandbox.ReadState().OAuthClientSecret) { AuthorizationUri = Sandbox.OAuthUri };

    /// <param name="options">How tokens are got.</param>
    /// <param name="knowsTime">Whether the client's clock goes with the sandbox's, so that it sees a token's end coming.</param>
    public JobDraftConnection Connect(OAuthOptions options, bool knowsTime = false)
    {
        var connection = new ConnectionOptions(JobService.TextKing) { OAuth = options, BaseUri = Sandbox.TextKingUri };
        connection.Pacing.Instance = Guid.NewGuid().ToString("N");
        connection.Pacing.Now = knowsTime ? () => Sandbox.Clock.UtcNow : () => start;
        connections.Add(ConnectionFactory.Create(connection));
        return connections[^1];
    }

    /// <summary>Signs in with a code, as a user does.</summary>
    public async Task<JobDraftConnection> SignInAsync(bool knowsTime = false)
    {
        var options = Options();
        options.Code = await CodeAsync();
        options.RedirectUri = Redirect;
        return await ConnectionFactory.SignInAsync(Connect(options, knowsTime), Context());
    }

    /// <summary>A code from the authorization page.</summary>
    public async Task<string> CodeAsync() => (await VisitAsync(new Uri(
        $"{Sandbox.OAuthUri}/authorize?response_type=code&client_id={Options().ClientId}&redirect_uri={Uri.EscapeDataString(Redirect)}"))).Query.Split("code=")[1];

    /// <summary>Opens the authorization page, which agrees at once, and says where it leads.</summary>
    public async Task<Uri> VisitAsync(Uri page)
    {
        using var response = await browser.GetAsync(page, TestContext.Current.CancellationToken);
        return response.Headers.Location!;
    }

    /// <summary>Opens any page.</summary>
    public async Task<(int Status, string Text)> OpenAsync(Uri page)
    {
        using var response = await browser.GetAsync(page, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<ConnectionTest> CallAsync(JobDraftConnection connection) => new TextKingClient(connection).TestAsync(Context());

    public void Dispose()
    {
        connections.ForEach(ConnectionFactory.Close);
        browser.Dispose();
        Sandbox.Dispose();
    }
}
