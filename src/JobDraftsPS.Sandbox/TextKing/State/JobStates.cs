namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>The states of a job, as they are written on the wire.</summary>
internal static class JobStates
{
    public const string New = "new";
    public const string TranslationPending = "translation-pending";
    public const string TranslationDelivered = "translation-delivered";
    public const string RevisionRequested = "revision-requested";
    public const string Completed = "completed";
    public const string Canceled = "canceled";

    /// <summary>Those that a callback can wait for: all that a job can enter after it was made.</summary>
    public static IReadOnlyList<string> Triggers { get; } =
        [TranslationPending, TranslationDelivered, RevisionRequested, Completed, Canceled];
}
