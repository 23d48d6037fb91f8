namespace JobDraftsPS.Core.TextKing;

/// <summary>The documented states of a translation job, in the order in which a job goes through them.</summary>
public static class TranslationJobStates
{
    /// <summary>Not ordered yet; the only state in which a job can be written.</summary>
    public const string New = "new";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [New, "translation-pending", "translation-delivered", "revision-requested", "completed", "canceled"];
}
