namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>The states of a project, as they are written on the wire.</summary>
internal static class ProjectStates
{
    public const string Prepared = "prepared";
    public const string Running = "running";
    public const string Finished = "finished";
    public const string Canceled = "canceled";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Prepared, Running, Finished, Canceled];
}
