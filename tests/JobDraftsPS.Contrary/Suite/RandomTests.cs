using System.Collections.Concurrent;
using System.Globalization;
using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Suite;

/// <summary>
/// Every cmdlet that sends, against services that do everything otherwise. <c>JOBDRAFTS_CONTRARY_SEEDS</c> says how many seeds (200 in CI, 20 at a desk), <c>JOBDRAFTS_CONTRARY_SEED</c> which one alone; seed 0 is the services as documented, those below 0 have one switch each that is not, and run with <c>JOBDRAFTS_CONTRARY_ALL=1</c>, which also leaves out what <see cref="Survived"/> takes away.
/// </summary>
public sealed class RandomTests
{
    private static int Usual => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? 200 : 20;

    private const int Workers = 12;

    [Fact]
    public void Server_records_journal_and_messages_agree_whatever_the_services_do()
    {
        var asksAll = Number("JOBDRAFTS_CONTRARY_ALL") == 1;
        int[] seeds = Number("JOBDRAFTS_CONTRARY_SEED") is { } one ? [one] : [.. Enumerable.Range(0, (Number("JOBDRAFTS_CONTRARY_SEEDS") ?? Usual) + 1), .. asksAll ? Enumerable.Range(1, ContrarySettings.Singles).Select(single => -single) : []];
        var waiting = new ConcurrentQueue<int>(seeds);
        var found = new ConcurrentQueue<Violation>();
        var workers = Enumerable.Range(0, Math.Min(Workers, seeds.Length)).Select(_ => new Thread(() => Work(waiting, asksAll, found))).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        var failed = found.GroupBy(violation => violation.Settings.Seed).OrderBy(group => group.Key).ToArray();
        Assert.True(failed.Length == 0, $"{failed.Length} of {seeds.Length} seeds failed; run one alone with JOBDRAFTS_CONTRARY_SEED=<seed>\n{string.Join('\n', failed.SelectMany(group => group))}");
    }

    private static void Work(ConcurrentQueue<int> waiting, bool asksAll, ConcurrentQueue<Violation> found)
    {
        using var session = SuiteSession.Open();
        while (waiting.TryDequeue(out var seed))
        {
            var drawn = seed switch { 0 => new ContrarySettings(), < 0 => ContrarySettings.Single(-seed) with { Seed = seed }, _ => ContrarySettings.FromSeed(seed) };
            var run = new ContraryRun(session, asksAll ? drawn : Survived.Of(drawn));
            try
            {
                OpenTrainScenario.Play(run);
                SorceScenario.Play(run);
                TextKingScenario.Play(run);
                PlanScenario.Play(run);
            }
            catch (Exception error)
            {
                run.Check("suite", false, error.ToString());
            }

            run.Dispose();
            foreach (var violation in run.Violations)
            {
                Console.Error.WriteLine(violation);
                found.Enqueue(violation);
            }
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
