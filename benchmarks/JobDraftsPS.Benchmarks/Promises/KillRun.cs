using System.Text.Json;
using JobDraftsPS.Benchmarks.Clients;
using JobDraftsPS.Benchmarks.Hosting;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>One run: begun, killed, begun again until it comes to its end, and compared with what the service then holds.</summary>
internal sealed class KillRun : IDisposable
{
    /// <summary>So often the resumed run is killed too.</summary>
    private const double KilledAgain = 0.3;

    private readonly Random random;
    private readonly string folder = Scratch.Folder();
    private readonly KillWork work;
    private ServerProcess server = null!;
    private SandboxPanel panel = null!;
    private int jobsBefore;

    public KillRun(int rows, Random random)
    {
        this.random = random;
        work = new KillWork(folder, rows, random);
    }

    public int Kills { get; private set; }

    /// <summary>Writes that came to the service more than once.</summary>
    public int SentTwice { get; private set; }

    /// <summary>How long an undisturbed run takes, in milliseconds, as far as this one has shown it.</summary>
    public long? UsualMs { get; private set; }

    /// <summary>What the service holds otherwise than it should; empty when all is well.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Does the run.</summary>
    /// <param name="usualMs">How long an undisturbed run takes; null to disturb nothing.</param>
    public async Task RunAsync(long? usualMs)
    {
        work.WriteData();
        server = await ServerProcess.StartSandboxAsync(
            ("latency", 0), ("rate-limit", 1_000_000), ("publish-quota", 1_000_000), ("data", work.DataPath));
        panel = await SandboxPanel.OpenAsync(server);
        await work.PrepareAsync(panel);
        jobsBefore = (await panel.DraftsAsync()).Count;
        await panel.ClearRequestsAsync();
        await panel.ApplyAsync(new { latency = random.Next(6) / 1000.0 });
        UsualMs = usualMs;
        if (usualMs is { } usual)
        {
            await KillOnceAsync(usual);
            while (Kills > 0 && random.NextDouble() < KilledAgain)
            {
                await KillOnceAsync(usual);
            }
        }

        var last = await FinishAsync();
        UsualMs ??= last;
        await CompareAsync();
    }

    public void Dispose()
    {
        server.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Two dice: moments in the middle come up more often than those at the ends.</summary>
    private async Task KillOnceAsync(long usualMs)
    {
        using var client = await StartAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(usualMs * (random.NextDouble() + random.NextDouble()) / 2));
        if (client.Kill())
        {
            Kills++;

            // Nobody knows how long it would have gone on; a little longer each time keeps the blows from creeping to the front.
            UsualMs = usualMs * 21 / 20;
        }
        else
        {
            var outcome = JsonSerializer.Deserialize<ScriptOutcome>(await client.ReadLineAsync())!;
            UsualMs = (usualMs + outcome.Milliseconds) / 2;
        }
    }

    private async Task<long> FinishAsync()
    {
        using var client = await StartAsync();
        var outcome = JsonSerializer.Deserialize<ScriptOutcome>(await client.ReadLineAsync())!;
        Check(outcome.Errors == 0, $"{outcome.Errors} rows failed, the first: {outcome.FirstError}");
        Check(outcome.Outputs == work.Count.Values.Sum(), $"{outcome.Outputs} records came out");
        return outcome.Milliseconds;
    }

    private async Task<ChildProcess> StartAsync()
    {
        var client = ChildProcess.Start("client", ("kind", "script"), ("address", server.Address), ("script", work.ScriptPath), ("folder", folder));
        await client.ReadLineAsync();
        client.Signal();
        await client.ReadLineAsync();
        return client;
    }

    private async Task CompareAsync()
    {
        await panel.ApplyAsync(new { latency = 0 });
        var writes = (await panel.RequestsAsync()).Where(request => request.GetProperty("method").GetString() != "GET").ToArray();
        var drafts = await panel.DraftsAsync();
        var names = await panel.TranslationNamesAsync();
        var statuses = await panel.ListingStatusesAsync();
        SentTwice = writes.Length - writes.Select(NameOf).Distinct(StringComparer.Ordinal).Count();
        Check(work.Edits.Count(id => drafts[id].Title != "Edited " + id), "draft edits are lost");
        Check(work.Publications.Count(id => drafts[id].Status != "OPEN"), "drafts are not published");
        Check(work.Translations.Count(id => names[id] != "Edited " + id), "translation edits are lost");
        Check(work.Listings.Count(id => statuses[id] == "DRAFT"), "listings are not published");
        Check(Math.Abs(drafts.Count - jobsBefore - work.Count["creates"]), "drafts too many or too few were created");
        var published = writes.Where(IsDonePublication).CountBy(NameOf).ToArray();
        Check(work.Listings.Length - published.Length, "listings have no publication that was accepted");
        Check(published.Count(pair => pair.Value != 1), "listings were published more than once");
    }

    private static bool IsDonePublication(JsonElement request) =>
        request.GetProperty("service").GetString() == "Sorce" && request.GetProperty("status").GetInt32() is >= 200 and < 300;

    /// <summary>Names the write: a create by its key, everything else by its target.</summary>
    private static string NameOf(JsonElement request)
    {
        var target = request.GetProperty("target").GetString()!;
        if (!target.EndsWith("/job-drafts", StringComparison.Ordinal))
        {
            return target;
        }

        using var body = JsonDocument.Parse(request.GetProperty("body").GetString()!);
        return target + " " + body.RootElement.GetProperty("idempotencyKey").GetString();
    }

    private void Check(int wrong, string what) => Check(wrong == 0, $"{wrong} {what}");

    private void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            Faults.Add(otherwise);
        }
    }
}
