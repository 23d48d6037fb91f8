using System.Diagnostics;
using System.Globalization;
using JobDraftsPS.Benchmarks.Clients;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>Requests per second, side by side with other clients in one run: A B A B, after one warming call each.</summary>
internal static class SpeedBenchmark
{
    private const int ServerMs = 50;
    private const int ThrottleLimit = 16;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var pairs = arguments.Number("pairs", 5);
        const int Count = 1_000;
        using var server = await ServerProcess.StartFixedAsync(ServerMs);
        var folder = Scratch.Folder();
        var journals = 0;
        using var module = new ModuleClient(server.OpenTrainUri, ThrottleLimit);
        using var journaled = new ModuleClient(server.OpenTrainUri, ThrottleLimit, () => Path.Combine(folder, $"{++journals}.jsonl"));
        using var bare = new BareRestClient(server.OpenTrainUri, ThrottleLimit);
        var most = 0;
        async Task<double> ModuleAsync()
        {
            await server.PostAsync("/__reset");
            var time = await TimeAsync(module, Count);
            most = Math.Max(most, (await server.GetAsync("/__state")).GetProperty("mostInFlight").GetInt32());
            return time;
        }

        var speed = await CompareAsync($"{Count} rows at {ServerMs} ms", pairs, module, bare, ModuleAsync, () => TimeAsync(bare, Count));
        var journal = await CompareAsync("journal", pairs, journaled, module, () => TimeAsync(journaled, Count), () => TimeAsync(module, Count));
        var isOrdered = module.IsOrderKept && journaled.IsOrderKept;
        return
        [
            new($"1,000 rows at {ServerMs} ms, ThrottleLimit {ThrottleLimit}: requests per second against the bare RestClient's", "at least 0.95", speed.ToString(), speed.Median >= 0.95),
            new("the same: results in the order of the rows", "always", isOrdered ? "always" : "not always", isOrdered),
            new("the same: requests in flight at the server", "never more than 16", $"at most {most}", most <= ThrottleLimit),
            new($"the same with a journal: requests per second against without", "at least 0.87 (1.15 times the time)", journal.ToString(), journal.Median >= 1 / 1.15),
        ];
    }

    /// <summary>How many times as many requests per second the first client makes as the second.</summary>
    private static async Task<Spread> CompareAsync(string name, int pairs, ModuleClient first, IEditClient second, Func<Task<double>> timeFirst, Func<Task<double>> timeSecond)
    {
        await first.SendAsync(1);
        await second.SendAsync(1);
        var ratios = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            var ofFirst = await timeFirst();
            var ofSecond = await timeSecond();
            ratios.Add(ofSecond / ofFirst);
            Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"{name}: {ofFirst:0.000} s, {ofSecond:0.000} s, ratio {ofSecond / ofFirst:0.000}"));
        }

        return new Spread(ratios);
    }

    private static async Task<double> TimeAsync(IEditClient client, int count)
    {
        var clock = Stopwatch.StartNew();
        await client.SendAsync(count);
        return clock.Elapsed.TotalSeconds;
    }
}
