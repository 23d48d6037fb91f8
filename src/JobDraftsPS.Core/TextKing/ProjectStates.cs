namespace JobDraftsPS.Core.TextKing;

/// <summary>The documented states of a project. Any other is shown as it is and taken for none of these.</summary>
public static class ProjectStates
{
    /// <summary>Can be edited, started, canceled and deleted.</summary>
    public const string Prepared = "prepared";

    /// <summary>Ordered.</summary>
    public const string Running = "running";

    /// <summary>All jobs are translated.</summary>
    public const string Finished = "finished";

    /// <summary>Ended without an order.</summary>
    public const string Canceled = "canceled";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Prepared, Running, Finished, Canceled];
}
