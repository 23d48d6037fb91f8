using System.Globalization;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>Runs that are killed at random moments and resumed: nothing is lost, and nothing that counts is done twice.</summary>
internal static class KillBenchmark
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var wanted = arguments.Number("runs", 50);
        var rows = arguments.Number("rows-a-run", 1_000);
        var seed = arguments.Number("seed", Environment.TickCount);
        var random = new Random(seed);
        Progress.Tell($"kill: seed {seed}");
        var faults = new List<string>();
        var (runs, kills, twice) = (0, 0, 0);
        long? usual = null;
        while (runs < wanted)
        {
            using var run = new KillRun(rows, random);
            await run.RunAsync(usual);
            faults.AddRange(run.Faults);
            kills += run.Kills;
            twice += run.SentTwice;

            // The first run is left alone, to see how long one takes; a run that ended before its killer came does not count.
            runs += run.Kills > 0 ? 1 : 0;
            usual = run.UsualMs;
            Progress.Tell($"kill: {runs} of {wanted} runs, {run.Kills} kills, {run.SentTwice} calls sent twice, a run takes {usual} ms{string.Concat(run.Faults.Select(fault => "; " + fault))}");
        }

        return
        [
            new(
                string.Create(CultureInfo.InvariantCulture, $"{runs} runs of {rows:N0} rows killed at random moments ({kills} kills) and resumed: every edit held, none lost, creates and publications exactly once"),
                "always",
                faults.Count == 0 ? "always" : string.Join("; ", faults.Distinct()),
                faults.Count == 0),
            new("the same: calls sent twice, of those that may be", "told", string.Create(CultureInfo.InvariantCulture, $"{twice} of {(long)runs * rows:N0}"), true),
        ];
    }
}
