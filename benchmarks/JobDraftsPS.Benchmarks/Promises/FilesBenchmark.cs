using System.Globalization;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>A document streams through: one a hundred times as large must not need more room, neither on its way there nor back.</summary>
internal static class FilesBenchmark
{
    private const double BarMegabytes = 10;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        const int Small = 2;
        var large = arguments.Number("megabytes", 200);
        using var server = await ServerProcess.StartSandboxAsync();
        var panel = await SandboxPanel.OpenAsync(server);
        await panel.ApplyAsync(new { uploadLimit = 2L * large * 1_000_000 });
        var job = (await panel.CreateTranslationsAsync(1))[0];
        var growth = new List<double>();
        for (var pair = 0; pair < arguments.Number("file-pairs", 3); pair++)
        {
            var small = await PeakAsync(server, job, Small);
            var big = await PeakAsync(server, job, large);
            growth.Add(big - small);
            Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"files: {Small} MB there and back {small:0.0} MB, {large} MB {big:0.0} MB"));
        }

        var spread = new Spread(growth);
        return
        [
            new(
                string.Create(CultureInfo.InvariantCulture, $"a document of {large} MB there and back against one of {Small} MB: growth of the peak working set"),
                string.Create(CultureInfo.InvariantCulture, $"at most {BarMegabytes:0} MB"),
                spread.ToString("0.0") + " MB",
                spread.Median <= BarMegabytes),
        ];
    }

    private static async Task<double> PeakAsync(ServerProcess server, string job, int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("jobdrafts-files-");
        try
        {
            using var client = ChildProcess.Start(
                "client", ("kind", "files"), ("address", server.Address), ("project", SandboxPanel.ProjectId), ("job", job), ("megabytes", megabytes), ("folder", folder.FullName));
            return long.Parse(await client.ReadLineAsync(), CultureInfo.InvariantCulture) / 1024.0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
