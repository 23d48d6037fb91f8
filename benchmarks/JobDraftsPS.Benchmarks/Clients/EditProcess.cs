using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>One of the ways to send draft edits, seen from here.</summary>
internal sealed class EditProcess : IDisposable
{
    private readonly ChildProcess process;

    private EditProcess(ChildProcess process) => this.process = process;

    public static async Task<EditProcess> StartAsync(string way, ServerProcess server)
    {
        var process = ChildProcess.Start("client", server.Trust, ("kind", "edits"), ("way", way), ("address", server.OpenTrainUri));
        await process.ReadLineAsync();
        return new EditProcess(process);
    }

    /// <summary>Sends the edits 1 to <paramref name="count"/>.</summary>
    public async Task<EditRun> SendAsync(int count)
    {
        process.Tell(count.ToString(CultureInfo.InvariantCulture));
        return JsonSerializer.Deserialize<EditRun>(await process.ReadLineAsync())!;
    }

    public void Dispose() => process.Dispose();
}
