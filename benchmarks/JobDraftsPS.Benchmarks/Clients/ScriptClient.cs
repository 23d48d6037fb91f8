using System.Diagnostics;
using System.Text.Json;
using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>Runs a script against a sandbox: says <c>started</c>, and at the end what came out as a line of JSON.</summary>
internal static class ScriptClient
{
    public static async Task RunAsync(Uri address, string script, string folder)
    {
        using var session = new EngineSession();
        session.ConnectSandbox(address);
        session.Set("folder", folder);
        using var shell = session.Prepare(await File.ReadAllTextAsync(script));
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        Console.WriteLine("started");
        var clock = Stopwatch.StartNew();
        var outputs = shell.Invoke().Count;
        var errors = shell.Streams.Error;
        Console.WriteLine(JsonSerializer.Serialize(new ScriptOutcome(outputs, errors.Count, errors.Count > 0 ? errors[0].ToString() : null, clock.ElapsedMilliseconds)));
    }
}
