using System.Globalization;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>What an edit costs the processor of the client, against the bare library.</summary>
internal static class CpuBenchmark
{
    private const double Bar = 1.4;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        using var server = await ServerProcess.StartFixedAsync(0);
        var ratios = new List<double>();
        for (var pair = 0; pair < arguments.Number("pairs", 5); pair++)
        {
            var module = await CpuAsync(server, "module", arguments);
            var bare = await CpuAsync(server, "rest", arguments);
            ratios.Add(module / bare);
            Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"cpu: module {module:0} us, bare {bare:0} us an edit"));
        }

        var spread = new Spread(ratios);
        return [new("processor time of the client per edit, against the bare RestClient's", "at most 1.4 times", spread.ToString("0.00"), spread.Median <= Bar)];
    }

    private static async Task<double> CpuAsync(ServerProcess server, string way, Arguments arguments)
    {
        using var client = ChildProcess.Start("client", ("kind", "cpu"), ("way", way), ("address", server.OpenTrainUri), ("calls", arguments.Number("calls", 20_000)));
        return double.Parse(await client.ReadLineAsync(), CultureInfo.InvariantCulture);
    }
}
