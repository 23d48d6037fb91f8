using JobDraftsPS.Benchmarks.Clients;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Promises;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

// dotnet run -c Release --project benchmarks/JobDraftsPS.Benchmarks -- <command> [--name value ...]
var benchmarks = new Dictionary<string, Func<Arguments, Task<IReadOnlyList<Finding>>>>(StringComparer.Ordinal)
{
    ["speed"] = SpeedBenchmark.RunAsync,
    ["atonce"] = AtOnceBenchmark.RunAsync,
    ["order"] = OrderBenchmark.RunAsync,
    ["quota"] = QuotaBenchmark.RunAsync,
    ["kill"] = KillBenchmark.RunAsync,
    ["memory"] = MemoryBenchmark.RunAsync,
    ["files"] = FilesBenchmark.RunAsync,
    ["stop"] = StopBenchmark.RunAsync,
    ["plan"] = PlanBenchmark.RunAsync,
    ["import"] = ImportBenchmark.RunAsync,
};

var command = args.Length > 0 ? args[0] : "help";
var arguments = new Arguments(args.Skip(1));
switch (command)
{
    case "serve":
        return await ServeCommand.RunAsync(arguments);
    case "client":
        return await ClientCommand.RunAsync(arguments);
    case "all":
        return await ReportAsync(benchmarks.Values);
    case var name when benchmarks.TryGetValue(name, out var benchmark):
        return await ReportAsync([benchmark]);
    default:
        await Console.Error.WriteLineAsync($"Say one of: {string.Join(", ", benchmarks.Keys)}, all, serve.");
        return 2;
}

async Task<int> ReportAsync(IEnumerable<Func<Arguments, Task<IReadOnlyList<Finding>>>> chosen)
{
    using var scratch = Scratch.Use();
    var findings = new List<Finding>();
    foreach (var benchmark in chosen)
    {
        findings.AddRange(await benchmark(arguments));
    }

    FindingTable.Write(Console.Out, findings);
    return findings.TrueForAll(finding => finding.IsHeld) ? 0 : 1;
}
