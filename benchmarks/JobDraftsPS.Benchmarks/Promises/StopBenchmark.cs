using System.Diagnostics;
using System.Management.Automation;
using System.Text.Json;
using JobDraftsPS.Benchmarks.Clients;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>With 16 slow requests in flight the command ends at once, and its journal tells what was sent.</summary>
internal static class StopBenchmark
{
    private const int InFlight = 16;
    private const int SlowMs = 5_000;
    private const int BarMs = 500;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var runs = arguments.Number("stop-runs", 5);
        using var server = await ServerProcess.StartFixedAsync(SlowMs);
        return
        [
            await MeasureAsync(server, "Ctrl+C", runs, ["slow"], "$rows | Update-JobDraft -ThrottleLimit 16 -JournalPath $journal", stop => stop.Shell.Stop()),
            await MeasureAsync(server, "-ErrorAction Stop", runs, ["refused", "slow"], "$rows | Update-JobDraft -ThrottleLimit 17 -JournalPath $journal -ErrorAction Stop", Release),
            await MeasureAsync(server, "a downstream command that stops, as Select-Object -First 1 does", runs, ["held", "slow"], "$rows | Update-JobDraft -ThrottleLimit 17 -JournalPath $journal | Take-First", Release),
            await MeasureAsync(server, "a throw upstream", runs, ["slow"], "& { $rows; $gate.Wait(); throw 'upstream' } | Update-JobDraft -ThrottleLimit 16 -JournalPath $journal", stop => stop.Gate.Set()),
        ];
    }

    private static void Release(Stop stop) => stop.Server.PostAsync("/__release").GetAwaiter().GetResult();

    private static async Task<Finding> MeasureAsync(ServerProcess server, string name, int runs, string[] kinds, string script, Action<Stop> trigger)
    {
        var times = new List<double>();
        var faults = new List<string>();
        for (var run = 0; run < runs; run++)
        {
            using var session = new EngineSession(typeof(TakeFirstCommand));
            session.ConnectOpenTrain(server.OpenTrainUri);
            var journal = Path.Combine(Scratch.Folder(), "stop.jsonl");
            using var gate = new ManualResetEventSlim();
            session.Set("rows", Rows(kinds));
            session.Set("gate", gate);
            session.Set("journal", journal);
            await server.PostAsync("/__reset");
            using var shell = session.Prepare(script);
            var running = shell.BeginInvoke();
            var wanted = InFlight + kinds.Length - 1;
            await WaitForAsync(server, wanted);
            var clock = Stopwatch.StartNew();
            trigger(new Stop(shell, server, gate));
            running.AsyncWaitHandle.WaitOne();
            times.Add(clock.Elapsed.TotalMilliseconds);
            faults.AddRange(await FaultsAsync(server, journal));
        }

        var spread = new Spread(times);
        Progress.Tell($"stop: {name}: {spread.ToString("0")} ms {string.Join("; ", faults.Distinct())}");
        return new(
            $"{InFlight} slow requests in flight, {name}: returns; the journal tells what was sent",
            $"within {BarMs} ms",
            spread.ToString("0") + " ms" + (faults.Count == 0 ? "; it does" : "; " + string.Join("; ", faults.Distinct())),
            spread.Max <= BarMs && faults.Count == 0);
    }

    /// <summary>One row of each kind but the last, and many of the last.</summary>
    private static PSObject[] Rows(string[] kinds) =>
        [.. kinds.SkipLast(1).Select(kind => Row(kind + "-0")), .. Enumerable.Range(1, 3 * InFlight).Select(number => Row($"{kinds[^1]}-{number}"))];

    private static PSObject Row(string id)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("jobId", id));
        row.Properties.Add(new PSNoteProperty("jobTitle", "Title of " + id));
        return row;
    }

    private static async Task WaitForAsync(ServerProcess server, int wanted)
    {
        var clock = Stopwatch.StartNew();
        while ((await server.GetAsync("/__state")).GetProperty("inFlight").GetInt32() < wanted)
        {
            if (clock.ElapsedMilliseconds > SlowMs)
            {
                throw new InvalidOperationException($"There were never {wanted} requests in flight.");
            }
        }
    }

    /// <summary>Compares what came to the server with what the journal has as sent, at once and a little later.</summary>
    private static async Task<IReadOnlyList<string>> FaultsAsync(ServerProcess server, string journal)
    {
        var atReturn = await ArrivedAsync(server);
        var faults = new List<string>();
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in await File.ReadAllLinesAsync(journal))
        {
            using var entry = JsonDocument.Parse(line);
            var type = entry.RootElement.GetProperty("type").GetString();
            if (type == "intent")
            {
                sent.Add(entry.RootElement.GetProperty("jobId").GetString()!);
            }
            else if (type is "reply" && entry.RootElement.GetProperty("jobId").GetString()!.StartsWith("slow-", StringComparison.Ordinal))
            {
                faults.Add("a row without an answer has a reply in the journal");
            }
        }

        await Task.Delay(TimeSpan.FromMilliseconds(300));
        var arrived = await ArrivedAsync(server);
        if (arrived.Except(sent).Any())
        {
            faults.Add("a request left that the journal does not have");
        }

        if (arrived.Count > atReturn.Count)
        {
            faults.Add($"{arrived.Count - atReturn.Count} requests left after the return");
        }

        return faults;
    }

    private static async Task<HashSet<string>> ArrivedAsync(ServerProcess server) =>
        (await server.GetAsync("/__arrived")).EnumerateArray().Select(id => id.GetString()!).ToHashSet(StringComparer.Ordinal);

    private sealed record Stop(PowerShell Shell, ServerProcess Server, ManualResetEventSlim Gate);
}
