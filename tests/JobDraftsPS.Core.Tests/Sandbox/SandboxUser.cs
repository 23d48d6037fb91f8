using System.Net.Http.Headers;
using System.Text;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox;

/// <summary>Someone with a plain HTTP client and a token, working against a sandbox of their own.</summary>
internal sealed class SandboxUser : IDisposable
{
    private readonly HttpClient client;

    public SandboxUser(SandboxOptions? options = null, string? token = null)
    {
        Sandbox = JobSandbox.Start(options);
        Token = token ?? Sandbox.OpenTrainToken;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public JobSandbox Sandbox { get; }

    /// <summary>The bearer token of the next calls; null for none.</summary>
    public string? Token { get; set; }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, string? json = null) => SendAsync(HttpMethod.Post, path, json);

    public Task<Reply> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    /// <summary>Sends to OpenTrain's base, or to the origin when the path begins with two underscores.</summary>
    public async Task<Reply> SendAsync(HttpMethod method, string path, string? json = null)
    {
        var origin = Sandbox.OpenTrainUri.GetLeftPart(UriPartial.Authority);
        var address = path.StartsWith("/__", StringComparison.Ordinal) ? origin + path : Sandbox.OpenTrainUri + path;
        using var request = new HttpRequestMessage(method, address);
        if (Token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }

    public void Dispose()
    {
        client.Dispose();
        Sandbox.Dispose();
    }
}
