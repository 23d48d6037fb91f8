using System.Text.Json;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Http.Transfers;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Calls;

/// <summary>What travels with the calls of one row: how long they may wait, where they report, and what was sent for the row before.</summary>
public sealed class CallContext : IQuotaWaiter
{
    private CreateLedger? ledger;

    /// <summary>Creates a context.</summary>
    /// <param name="log">Takes what the calls have to say.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public CallContext(CallLog log, CancellationToken cancellation)
    {
        Log = log;
        Cancellation = cancellation;
    }

    /// <summary>Takes what the calls have to say.</summary>
    public CallLog Log { get; }

    /// <summary>Ends the calls.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The longest that a call waits for a quota.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>True when an earlier run sent the row and saw no reply: the first thing to do is to look, not to send.</summary>
    public bool SentBefore { get; set; }

    /// <summary>What the run knows of the lists that its creates add to.</summary>
    public CreateLedger Ledger
    {
        get => ledger ??= new CreateLedger();
        set => ledger = value;
    }

    /// <summary>Runs before the first attempt of a write leaves; what it throws keeps the request here.</summary>
    public Func<Task>? BeforeSend { get; set; }

    /// <summary>True from the moment on when a write may have left.</summary>
    public bool HasSent { get; internal set; }

    /// <summary>When the call may go on that waits for a quota now; null while none waits.</summary>
    public DateTimeOffset? WaitingUntil { get; internal set; }

    /// <inheritdoc/>
    DateTimeOffset? IQuotaWaiter.WaitingUntil
    {
        set => WaitingUntil = value;
    }

    /// <summary>How far a file has come that travels with the call.</summary>
    public TransferMeter Transfer { get; } = new();

    /// <summary>The attempts made for the write.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The service's answer to the write, for the journal; null until it came.</summary>
    internal JsonElement? Answer { get; set; }

    /// <summary>What the service's answer says against what was asked for, in words; null where the two agree.</summary>
    public string? Contradiction { get; internal set; }

    /// <summary>True when the outcome of a lost reply was found by looking.</summary>
    public bool Reconciled { get; internal set; }
}
