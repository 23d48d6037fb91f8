using System.Globalization;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>Rows stream through: a hundred times as many must not need more room.</summary>
internal static class MemoryBenchmark
{
    private const double BarMegabytes = 40;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var many = arguments.Number("rows", 100_000);
        using var server = await ServerProcess.StartFixedAsync(0);
        var growth = new List<double>();
        for (var pair = 0; pair < arguments.Number("memory-pairs", 3); pair++)
        {
            var few = await PeakAsync(server, 1_000);
            var all = await PeakAsync(server, many);
            growth.Add(all - few);
            Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"memory: 1,000 rows {few:0.0} MB, {many:N0} rows {all:0.0} MB"));
        }

        var spread = new Spread(growth);
        return
        [
            new(
                $"{many.ToString("N0", CultureInfo.InvariantCulture)} rows through the pipeline against 1,000: growth of the peak working set",
                "at most 40 MB",
                spread.ToString("0.0") + " MB",
                spread.Median <= BarMegabytes),
        ];
    }

    private static async Task<double> PeakAsync(ServerProcess server, int rows)
    {
        using var client = ChildProcess.Start("client", ("kind", "memory"), ("address", server.OpenTrainUri), ("rows", rows));
        return long.Parse(await client.ReadLineAsync(), CultureInfo.InvariantCulture) / 1024.0;
    }
}
