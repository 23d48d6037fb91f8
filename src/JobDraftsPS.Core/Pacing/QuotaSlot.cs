namespace JobDraftsPS.Core.Pacing;

/// <summary>One place in a window. Times are Unix milliseconds.</summary>
internal sealed class QuotaSlot
{
    public string Id { get; set; } = string.Empty;

    /// <summary>When the request was let go.</summary>
    public long Sent { get; set; }

    /// <summary>
    /// When its reply was there; 0 while it is under way. The place is free one window after this moment, not after the sending:
    /// the service counts from the arrival, which lies somewhere between the two.
    /// </summary>
    public long Done { get; set; }
}
