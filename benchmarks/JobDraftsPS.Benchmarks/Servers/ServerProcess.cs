using System.Text.Json;
using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Servers;

/// <summary>A server in a process of its own, seen from here.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly ChildProcess process;

    private ServerProcess(ChildProcess process, Uri address, string? trust)
    {
        this.process = process;
        Trust = trust;
        Address = address;
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Scheme, host and port.</summary>
    public Uri Address { get; }

    public Uri OpenTrainUri => new(Address, "/api/public/v1");

    /// <summary>The file with the certificate that its clients must take for good; null where it has none.</summary>
    public string? Trust { get; }

    public HttpClient Http { get; }

    /// <param name="latencyMs">How long an answer takes.</param>
    /// <param name="certificate">For a server that speaks https; null for http.</param>
    public static Task<ServerProcess> StartFixedAsync(int latencyMs, ServerCertificate? certificate = null)
    {
        (string, object)[] arguments = [("kind", "fixed"), ("latency", latencyMs)];
        return StartAsync(certificate?.TrustedPath, certificate is null ? arguments : [.. arguments, ("certificate", certificate.Path)]);
    }

    public static Task<ServerProcess> StartSandboxAsync(params (string Name, object Value)[] arguments) => StartAsync(null, [("kind", "sandbox"), .. arguments]);

    public async Task<JsonElement> GetAsync(string path) => JsonDocument.Parse(await Http.GetStringAsync(path)).RootElement;

    public async Task PostAsync(string path) => (await Http.PostAsync(path, null)).EnsureSuccessStatusCode();

    public void Dispose()
    {
        Http.Dispose();
        process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(string? trust, (string Name, object Value)[] arguments)
    {
        var process = ChildProcess.Start("serve", arguments);
        return new ServerProcess(process, new Uri(await process.ReadLineAsync()), trust);
    }
}
