using System.Diagnostics;
using System.Globalization;
using System.Text;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>How long a plan takes from the sheet to the object, every cell checked. The rows make jobs, so that no list has to be read.</summary>
internal static class PlanBenchmark
{
    private const double BarSeconds = 2;
    private const double BarGrowth = 12;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var folder = Scratch.Folder();
        using var server = await ServerProcess.StartSandboxAsync();
        using var session = new EngineSession();
        session.ConnectSandbox(server.Address);
        Plan(session, Write(folder, 100));
        var medians = new Dictionary<int, Spread>();
        foreach (var size in Sizes)
        {
            var sheet = Write(folder, size);
            var runs = size == Sizes[^1] ? 3 : arguments.Number("plan-runs", 15);
            medians[size] = new Spread([.. Enumerable.Range(0, runs).Select(_ => Plan(session, sheet))]);
            Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"plan: {size,7:N0} rows {medians[size].ToString("0.00")} s, {1e6 * medians[size].Median / size:0} us a row"));
        }

        var growth = medians[Sizes[2]].Median / medians[Sizes[1]].Median;
        return
        [
            .. await PlanUpdates.RunAsync(session, folder, arguments.Number("plan-runs", 15)),
            new("plan of 10,000 rows of a CSV sheet over three services, all checks, the network not counted", "at most 2 s", medians[Sizes[1]].ToString("0.00") + " s", medians[Sizes[1]].Median <= BarSeconds),
            new("the same: 100,000 rows against 10,000", "at most 12 times", growth.ToString("0.0", CultureInfo.InvariantCulture) + " times", growth <= BarGrowth),
        ];
    }

    private static double Plan(EngineSession session, string sheet)
    {
        session.Set("sheet", sheet);
        var running = Stopwatch.StartNew();
        var errors = session.Run("@((New-JobDraftPlan $sheet).Findings).Count");
        var seconds = running.Elapsed.TotalSeconds;
        return errors[0].BaseObject is 0 ? seconds : throw new InvalidOperationException($"{errors[0]} findings in a sheet that has nothing wrong.");
    }

    private static string Write(string folder, int rows)
    {
        var path = Path.Combine(folder, $"{rows}.csv");
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        file.WriteLine("service,operation,jobDescription,jobTitle,paymentType,pricePerHour,languages,title,salaryMin,jobLevel,budgets,name,due_date");
        for (var i = 1; i <= rows; i++)
        {
            file.WriteLine((i % 3) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"OpenTrain,Create,\"Count the birds in set {i}, and name them.\",Birds {i},pay_per_hour,21.50,English;Polish,,,,,,"),
                1 => string.Create(CultureInfo.InvariantCulture, $"Sorce,Create,,,,,,Baker {i},{i},mid,\"[{{\"\"window\"\":\"\"DAILY\"\",\"\"budgetCents\"\":{i}}}]\",,"),
                _ => string.Create(CultureInfo.InvariantCulture, $"TextKing,Create,,,,,,,,,,Catalogue {i},2026-05-04"),
            });
        }

        return path;
    }
}
