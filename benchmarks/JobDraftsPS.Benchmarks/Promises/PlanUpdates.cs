using System.Diagnostics;
using System.Globalization;
using System.Text;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>
/// How long edits of jobs that are there take from the sheet to the plan, each new value beside the present one. The present state is
/// there before the clock starts: reading it is the network's time.
/// </summary>
internal static class PlanUpdates
{
    private const double BarSeconds = 2;
    private const double BarGrowth = 12;
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task<IReadOnlyList<Finding>> RunAsync(EngineSession session, string folder, int runs)
    {
        var services = new PlanServices();
        foreach (var connection in session.Run("Get-JobDraftConnection"))
        {
            services.Use((JobDraftConnection)connection.BaseObject);
        }

        var rules = await services.GetRulesAsync(new CallContext(new CallLog(CallLogLevel.Warning), CancellationToken.None));
        Plan(Write(folder, 100), rules, services, 100);
        var medians = new Dictionary<int, Spread>();
        foreach (var size in Sizes)
        {
            var sheet = Write(folder, size);
            medians[size] = new Spread([.. Enumerable.Range(0, size == Sizes[^1] ? 3 : runs).Select(_ => Plan(sheet, rules, services, size))]);
            Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"plan: {size,7:N0} edits {medians[size].ToString("0.00")} s, {1e6 * medians[size].Median / size:0} us a row"));
        }

        var growth = medians[Sizes[2]].Median / medians[Sizes[1]].Median;
        return
        [
            new("plan of 10,000 edits over three services, each value beside the present one, the network not counted", "at most 2 s", medians[Sizes[1]].ToString("0.00") + " s", medians[Sizes[1]].Median <= BarSeconds),
            new(string.Create(CultureInfo.InvariantCulture, $"the same: 100,000 edits against 10,000 (1,000 take {medians[Sizes[0]].Median:0.00} s, 100,000 {medians[Sizes[2]].Median:0.00} s)"), "at most 12 times", growth.ToString("0.0", CultureInfo.InvariantCulture) + " times", growth <= BarGrowth),
        ];
    }

    private static double Plan(string sheet, IReadOnlyList<PlanRules> rules, PlanServices services, int rows)
    {
        var state = Present(rows);
        var running = Stopwatch.StartNew();
        var builder = new PlanBuilder();
        foreach (var row in SheetReader.Read(sheet, new SheetOptions()))
        {
            builder.Add(PlanInputReader.Read(row));
        }

        foreach (var ofService in rules)
        {
            builder.Use(ofService);
        }

        _ = builder.Targets();
        var plan = builder.Build(state, services.Accounts, DateTimeOffset.UtcNow);
        var seconds = running.Elapsed.TotalSeconds;
        return plan.Rows.Length == rows && plan.Findings.Length == 0 && plan.Rows.All(row => row.Changes.Length > 0 && row.Changes.All(change => change.FromKnown))
            ? seconds
            : throw new InvalidOperationException($"{plan.Rows.Length} rows, {plan.Findings.Length} findings, the first: {plan.Findings.FirstOrDefault()}");
    }

    private static PlanSnapshot Present(int rows)
    {
        var state = new PlanSnapshot();
        state.Know(JobService.TextKing, Project, null).Status = "prepared";
        for (var i = 1; i <= rows; i++)
        {
            switch (i % 3)
            {
                case 0:
                    var job = state.Know(JobService.OpenTrain, null, $"j{i}");
                    job.Status = "DRAFT";
                    job.Values["jobTitle"] = "Before";
                    job.Values["pricePerHour"] = 20m;
                    job.Values["languages"] = new object?[] { "English" };
                    break;
                case 1:
                    var listing = state.Know(JobService.Sorce, null, $"s{i}");
                    listing.Status = "DRAFT";
                    listing.Values["title"] = "Before";
                    listing.Values["salaryMin"] = 10L;
                    listing.Values["budgets"] = new object?[] { new Dictionary<string, object?>(StringComparer.Ordinal) { ["window"] = "DAILY", ["budgetCents"] = 5L } };
                    break;
                default:
                    var translation = state.Know(JobService.TextKing, Project, IdOf(i));
                    translation.Values["name"] = "Before";
                    translation.Values["briefing"] = null;
                    break;
            }
        }

        foreach (var service in Enum.GetValues<JobService>())
        {
            state.Complete(service, null);
        }

        return state;
    }

    private static string Write(string folder, int rows)
    {
        var path = Path.Combine(folder, $"edits-{rows}.csv");
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        file.WriteLine("service,jobId,projectId,jobTitle,pricePerHour,languages,title,salaryMin,budgets,name,briefing");
        for (var i = 1; i <= rows; i++)
        {
            file.WriteLine((i % 3) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"OpenTrain,j{i},,Birds {i},21.50,English;Polish,,,,,"),
                1 => string.Create(CultureInfo.InvariantCulture, $"Sorce,s{i},,,,,Baker {i},{i + 10},\"[{{\"\"window\"\":\"\"DAILY\"\",\"\"budgetCents\"\":{i + 5}}}]\",,"),
                _ => string.Create(CultureInfo.InvariantCulture, $"TextKing,{IdOf(i)},{Project},,,,,,,Catalogue {i},Keep the numbers of row {i}."),
            });
        }

        return path;
    }

    private static string IdOf(int i) => string.Create(CultureInfo.InvariantCulture, $"aaaaaaaa-0000-4000-8000-{i:D12}");
}
