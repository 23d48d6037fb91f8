using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Benchmarks.Clients;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Reporting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>Two processes on one credential: together they use what is allowed, and never more.</summary>
internal static class QuotaBenchmark
{
    private const int Limit = 60;
    private const int WindowSeconds = 6;
    private const int Processes = 2;

    public static async Task<IReadOnlyList<Finding>> RunAsync(Arguments arguments)
    {
        var windows = arguments.Number("windows", 6);
        using var server = await ServerProcess.StartSandboxAsync(("latency", 20), ("rate-limit", 1_000_000), ("rate-window", WindowSeconds));
        var panel = await SandboxPanel.OpenAsync(server);
        var listings = await panel.CreateListingsAsync(Limit * (windows + 1));

        // What filled the sandbox is over and forgotten before the limit begins to hold.
        await panel.ApplyAsync(new { advanceClock = 2 * WindowSeconds, rateLimit = Limit });
        await panel.ClearRequestsAsync();
        var outcomes = await PublishAsync(server, listings);
        var state = await panel.StateAsync();
        var arrivals = (await panel.RequestsAsync()).Select(request => request.GetProperty("arrivedAt").GetDateTimeOffset()).Order().ToArray();
        var within = arrivals.Count(at => at < arrivals[0].AddSeconds(windows * WindowSeconds));
        var used = within / (double)(windows * Limit);
        var refused = state.GetProperty("rateLimitedRequests").GetInt32();
        var failed = outcomes.Sum(outcome => outcome.Errors);
        return
        [
            new(
                $"{Limit} requests per {WindowSeconds} s, two processes on one credential, {windows} windows: share of what is allowed that is used",
                "at least 95 %",
                string.Create(CultureInfo.InvariantCulture, $"{100 * used:0.0} % ({within} requests)"),
                used >= 0.95),
            new("the same: requests refused with 429, rows that failed", "none", $"{refused}, {failed}", refused == 0 && failed == 0),
        ];
    }

    private static async Task<ScriptOutcome[]> PublishAsync(ServerProcess server, string[] listings)
    {
        var clients = new List<ChildProcess>();
        try
        {
            foreach (var share in Enumerable.Range(0, Processes))
            {
                var folder = Scratch.Folder();
                await File.WriteAllLinesAsync(Path.Combine(folder, "ids"), listings.Where((_, index) => index % Processes == share));
                var script = Path.Combine(folder, "publish.ps1");
                await File.WriteAllTextAsync(script, "[IO.File]::ReadLines(\"$folder/ids\") | Publish-Job -Service Sorce -ThrottleLimit 8");
                clients.Add(ChildProcess.Start("client", ("kind", "script"), ("address", server.Address), ("script", script), ("folder", folder)));
            }

            foreach (var client in clients)
            {
                await client.ReadLineAsync();
            }

            clients.ForEach(client => client.Signal());
            return await Task.WhenAll(clients.Select(OutcomeAsync));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    private static async Task<ScriptOutcome> OutcomeAsync(ChildProcess client)
    {
        await client.ReadLineAsync();
        var outcome = JsonSerializer.Deserialize<ScriptOutcome>(await client.ReadLineAsync())!;
        Progress.Tell($"quota: one process published {outcome.Outputs} in {outcome.Milliseconds} ms, errors {outcome.Errors} {outcome.FirstError}");
        return outcome;
    }
}
