namespace JobDraftsPS.Core.Pacing;

/// <summary>The answer to "may I?": a place, or how long to wait for one.</summary>
internal sealed class QuotaWait
{
    private QuotaWait(QuotaSlot? slot, TimeSpan wait, bool isCertain, string? why)
    {
        Slot = slot;
        Wait = wait;
        IsCertain = isCertain;
        Why = why;
    }

    /// <summary>The place; null when there is none now.</summary>
    public QuotaSlot? Slot { get; }

    public TimeSpan Wait { get; }

    /// <summary>False while it depends on requests that are under way.</summary>
    public bool IsCertain { get; }

    public string? Why { get; }

    public static QuotaWait Granted(QuotaSlot slot) => new(slot, TimeSpan.Zero, true, null);

    public static QuotaWait For(TimeSpan wait, string why) => new(null, wait, true, why);

    public static QuotaWait UnderWay(TimeSpan poll, string why) => new(null, poll, false, why);
}
