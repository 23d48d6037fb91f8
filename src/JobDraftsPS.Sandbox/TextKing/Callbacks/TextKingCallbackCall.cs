namespace JobDraftsPS.Sandbox.TextKing.Callbacks;

/// <summary>One outgoing call of a callback, as the sandbox remembers it.</summary>
internal sealed record TextKingCallbackCall(
    Guid CallbackId, Guid ProjectId, Guid JobId, string Url, string TriggerState, string ExtraData, DateTimeOffset FiredAt)
{
    /// <summary>The HTTP status that the receiver gave; it changes nothing. Null when none came.</summary>
    public int? Status { get; init; }

    /// <summary>Why nothing was sent or nothing came back, else null.</summary>
    public string? Failure { get; init; }
}
