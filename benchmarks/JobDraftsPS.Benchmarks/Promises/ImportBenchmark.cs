using System.Globalization;
using System.Management.Automation;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>What the first import in a process costs, against a module with the same cmdlets, parameters and views that does nothing.</summary>
internal static class ImportBenchmark
{
    private const double Bar = 2;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var folder = Scratch.Folder();
        CmdletInfo[] cmdlets;
        using (var session = new EngineSession())
        {
            cmdlets = [.. session.Run("Get-Command -Module JobDraftsPS -CommandType Cmdlet").Select(found => (CmdletInfo)found.BaseObject)];
        }

        var warm = IdleModule.Write(folder, "Warming", cmdlets[..1], null);
        var idle = IdleModule.Write(folder, "Idle", cmdlets, Path.Combine(Repository.Root, "lib", "JobDraftsPS.Format.ps1xml"));
        await TimeAsync(warm, idle);
        var ratios = new List<double>();
        for (var pair = 0; pair < arguments.Number("import-pairs", 7); pair++)
        {
            var module = await TimeAsync(warm, Repository.Manifest);
            var nothing = await TimeAsync(warm, idle);
            ratios.Add(module / nothing);
            Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"import: module {module:0.0} ms, one that does nothing {nothing:0.0} ms"));
        }

        var spread = new Spread(ratios);
        return [new($"first import into a warm engine, against a module with the same {cmdlets.Length} cmdlets, parameters and views that does nothing", "at most 2 times", spread.ToString("0.00"), spread.Median <= Bar)];
    }

    private static async Task<double> TimeAsync(string warm, string manifest)
    {
        using var client = ChildProcess.Start("client", ("kind", "import"), ("address", "http://127.0.0.1"), ("warm", warm), ("manifest", manifest));
        return double.Parse(await client.ReadLineAsync(), CultureInfo.InvariantCulture);
    }
}
