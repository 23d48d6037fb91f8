using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Pacing;

/// <summary>Pacers on one file and one clock that hurries, as processes of one user are.</summary>
internal sealed class PacerBench : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-pacer-");

    public PacerBench() => File = Path.Combine(folder.FullName, "quota.json");

    public HurryingTime Time { get; } = new();

    public string File { get; }

    public CallLog Log { get; } = new();

    public QuotaUse Use { get; } = new("requests", perCall: false, _ => true);

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>One process's pacer.</summary>
    public Pacer Process() => new(new PacingStore(File, Time), Time);

    /// <summary>How long a call may take.</summary>
    public TimeSpan Timeout { get; } = TimeSpan.FromSeconds(10);

    public CallContext Call(int maxWaitSeconds = 300, CancellationToken? cancellation = null) =>
        new(Log, cancellation ?? TestContext.Current.CancellationToken) { MaxWait = TimeSpan.FromSeconds(maxWaitSeconds) };

    public static QuotaRule Allow(int limit) => new(new QuotaWindow(() => limit, () => Window));

    /// <summary>Waits for a place under a limit; none means that no number is known.</summary>
    public Task<PacerTicket> EnterAsync(Pacer pacer, int? limit, CallContext? call = null, QuotaUse? use = null) =>
        pacer.EnterAsync(use ?? Use, limit is { } number ? Allow(number) : null, new QuotaRequest(JobService.Sorce, "the call", Time.GetUtcNow, Timeout), call ?? Call());

    /// <summary>A whole request that counts.</summary>
    public async Task RequestAsync(Pacer pacer, int? limit)
    {
        var ticket = await EnterAsync(pacer, limit);
        pacer.Leave(pushedBack: false);
        await pacer.SettleAsync(ticket, counted: true, Time.GetUtcNow);
    }

    public PacingState OnDisk() => JsonSerializer.Deserialize(System.IO.File.ReadAllText(File), PacingJson.Default.PacingState)!;

    public void Dispose() => folder.Delete(recursive: true);
}
