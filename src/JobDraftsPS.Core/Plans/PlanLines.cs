namespace JobDraftsPS.Core.Plans;

/// <summary>
/// Which rows must not overtake each other although they work on different targets: the start or end of a project comes after
/// the rows that edit its jobs before it, and before those that come after it.
/// </summary>
public sealed class PlanLines
{
    private readonly HashSet<string> ordered;

    /// <summary>Looks for projects that are started or ended.</summary>
    public PlanLines(JobDraftPlan plan) => ordered = new HashSet<string>(
        plan.Rows
            .Where(row => row is { ProjectId: not null, Operation: PlanOperation.Publish or PlanOperation.Close })
            .Select(row => PlanKeys.Project(row)!),
        StringComparer.Ordinal);

    /// <summary>The line that the row stands in; null for that of its own target.</summary>
    public string? Of(PlanRow row) =>
        PlanKeys.Project(row) is { } project && ordered.Contains(project) ? project : null;
}
