using System.Text.Json;
using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Servers;

/// <summary>A server in a process of its own, seen from here.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly ChildProcess process;

    private ServerProcess(ChildProcess process, Uri address)
    {
        this.process = process;
        Address = address;
        Http = new HttpClient { BaseAddress = address };
    }

    /// <summary>Scheme, host and port.</summary>
    public Uri Address { get; }

    public Uri OpenTrainUri => new(Address, "/api/public/v1");

    public HttpClient Http { get; }

    public static Task<ServerProcess> StartFixedAsync(int latencyMs) => StartAsync(("kind", "fixed"), ("latency", latencyMs));

    public static Task<ServerProcess> StartSandboxAsync(params (string Name, object Value)[] arguments) => StartAsync([("kind", "sandbox"), .. arguments]);

    public async Task<JsonElement> GetAsync(string path) => JsonDocument.Parse(await Http.GetStringAsync(path)).RootElement;

    public async Task PostAsync(string path) => (await Http.PostAsync(path, null)).EnsureSuccessStatusCode();

    public void Dispose()
    {
        Http.Dispose();
        process.Dispose();
    }

    private static async Task<ServerProcess> StartAsync(params (string Name, object Value)[] arguments)
    {
        var process = ChildProcess.Start("serve", arguments);
        return new ServerProcess(process, new Uri(await process.ReadLineAsync()));
    }
}
