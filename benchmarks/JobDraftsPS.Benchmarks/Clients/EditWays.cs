using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>The ways to send draft edits, each in a process of its own that sends as many as it is told, over and over.</summary>
internal static class EditWays
{
    public const string Module = "module";
    public const string Bare = "bare";
    public const string Fresh = "fresh";

    /// <summary>Reads a number of edits from its input, sends them, and prints what that took; ends when its input closes.</summary>
    public static async Task ServeAsync(Uri address, Arguments arguments)
    {
        const int ThrottleLimit = 8;
        using IEditClient client = arguments.Text("way") switch
        {
            Module => new ModuleClient(address, ThrottleLimit, keepsRecords: false),
            Bare => new BareRestClient(address, ThrottleLimit),
            Fresh => new NewClientPerRequest(address),
            var other => throw new ArgumentException($"--way is {Module}, {Bare} or {Fresh}, not {other}."),
        };
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var count = int.Parse(line, CultureInfo.InvariantCulture);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            await client.SendAsync(count);
            var seconds = clock.Elapsed.TotalSeconds;
            var used = Process.GetCurrentProcess().TotalProcessorTime - before;
            Console.WriteLine(JsonSerializer.Serialize(new EditRun(seconds, used.TotalSeconds)));
        }
    }
}
