using System.Globalization;
using JobDraftsPS.Benchmarks.Clients;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>
/// A server that answers at once, so that what counts is the work of the client: requests per second and processor time, against other
/// clients. Each is a process of its own; they take turns, so that a slow moment of the machine meets all of them. The services speak
/// https alone, and that is what is promised. Plain http is told beside it, and is all there is where a process cannot be made to trust a
/// certificate.
/// </summary>
internal static class AtOnceBenchmark
{
    private const double SpeedBar = 0.8;
    private const double FreshBar = 20;
    private const double CpuBar = 1.4;
    private const int Calls = 20_000;
    private const int FreshCalls = 500;
    private const int ColdCalls = 5_000;
    private const int WarmingRuns = 5;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var findings = new List<Finding>(await OverAsync("http", null, arguments));
        if (ServerCertificate.CanBeTrusted)
        {
            findings.AddRange(await OverAsync("https", ServerCertificate.Create(), arguments));
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Finding>> OverAsync(string scheme, ServerCertificate? certificate, Arguments arguments)
    {
        var pairs = arguments.Number("pairs", 5);
        using var server = await ServerProcess.StartFixedAsync(0, certificate);
        var (speed, cpu, fresh, cold) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < arguments.Number("rounds", 3); round++)
        {
            using var module = await EditProcess.StartAsync(EditWays.Module, server);
            using var bare = await EditProcess.StartAsync(EditWays.Bare, server);
            cold.Add((await bare.SendAsync(ColdCalls)).Seconds / (await module.SendAsync(ColdCalls)).Seconds);

            // The runtime translates what runs often once and once more, behind what runs.
            for (var run = 0; run < WarmingRuns; run++)
            {
                await module.SendAsync(Calls);
                await bare.SendAsync(Calls);
            }

            for (var pair = 0; pair < pairs; pair++)
            {
                var ofModule = await module.SendAsync(Calls);
                var ofBare = await bare.SendAsync(Calls);
                speed.Add(ofBare.Seconds / ofModule.Seconds);
                cpu.Add(ofModule.ProcessorSeconds / ofBare.ProcessorSeconds);
                Progress.Tell(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{scheme}: module {Each(ofModule.Seconds, Calls):0} us an edit, {Each(ofModule.ProcessorSeconds, Calls):0} us of the processor; bare {Each(ofBare.Seconds, Calls):0} and {Each(ofBare.ProcessorSeconds, Calls):0}"));
            }

            // Apart from the others: what many new connections leave behind at the server slows down whoever comes next.
            using var anew = await EditProcess.StartAsync(EditWays.Fresh, server);
            await anew.SendAsync(FreshCalls);
            for (var pair = 0; pair < pairs; pair++)
            {
                var ofModule = await module.SendAsync(Calls);
                var ofAnew = await anew.SendAsync(FreshCalls);
                fresh.Add(Each(ofAnew.Seconds, FreshCalls) / Each(ofModule.Seconds, Calls));
                Progress.Tell(string.Create(CultureInfo.InvariantCulture, $"{scheme}: module {Each(ofModule.Seconds, Calls):0} us an edit, a new client each {Each(ofAnew.Seconds, FreshCalls):0} us"));
            }
        }

        return
        [
            Found($"server that answers at once over {scheme}, ThrottleLimit 8: requests per second against the bare RestClient's", speed, "0.000", "at least 0.8", median => median >= SpeedBar),
            Found("the same: the first 5,000 rows of a new process", cold, "0.000"),
            Found("the same against one by one with a new HttpClient per request", fresh, "0.0", "at least 20", median => median >= FreshBar),
            Found($"processor time of the client per edit over {scheme}, journal off: against the bare RestClient's", cpu, "0.00", "at most 1.4 times", median => median <= CpuBar),
        ];

        Finding Found(string promise, List<double> ratios, string format, string? bar = null, Func<double, bool>? isHeld = null)
        {
            var spread = new Spread(ratios);
            return certificate is null || isHeld is null
                ? new Finding(promise, "told", spread.ToString(format), true)
                : new Finding(promise, bar!, spread.ToString(format), isHeld(spread.Median));
        }
    }

    private static double Each(double seconds, int count) => 1e6 * seconds / count;
}
