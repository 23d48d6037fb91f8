namespace JobDraftsPS.Core.Pacing;

/// <summary>The right to send one request.</summary>
internal sealed class PacerTicket(QuotaUse use, string? slotId)
{
    public QuotaUse Use { get; } = use;

    /// <summary>The place in the window; null where there is no window.</summary>
    public string? SlotId { get; } = slotId;
}
