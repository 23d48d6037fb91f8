namespace JobDraftsPS.Core.Pacing;

/// <summary>One quota's places, and what the service has said about it. Times are Unix milliseconds.</summary>
internal sealed class QuotaState
{
    /// <summary>The limit that the service named; 0 while it named none.</summary>
    public int LearntLimit { get; set; }

    /// <summary>When it named that limit: it holds for one window, and then the documented one is tried again.</summary>
    public long LearntAt { get; set; }

    /// <summary>Nobody draws on the quota before this moment; 0 for no pause.</summary>
    public long PausedUntil { get; set; }

    public List<QuotaSlot> Slots { get; set; } = [];
}
