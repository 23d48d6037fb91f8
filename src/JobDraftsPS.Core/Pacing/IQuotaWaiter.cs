using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Pacing;

/// <summary>Who waits for a quota.</summary>
internal interface IQuotaWaiter
{
    /// <summary>Ends the wait.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>The longest wait.</summary>
    TimeSpan MaxWait { get; }

    /// <summary>Takes what is to be told of the wait.</summary>
    CallLog Log { get; }

    /// <summary>When the call may go on; null while it does not wait.</summary>
    DateTimeOffset? WaitingUntil { set; }
}
