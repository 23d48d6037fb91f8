namespace JobDraftsPS.Core.Plans;

/// <summary>How a job or project is known among all.</summary>
internal static class PlanKeys
{
    /// <summary>Of a job; ids of a service with projects are UUIDs, which are written in either case.</summary>
    public static string Of(JobService service, string? projectId, string? jobId) => projectId is null
        ? $"{service}//{jobId}"
        : $"{service}/{projectId.ToUpperInvariant()}/{jobId?.ToUpperInvariant()}";

    /// <summary>Of what a row works on; null for what does not exist yet.</summary>
    public static string? Of(PlanRow row) => row.Operation == PlanOperation.Create ? null : Of(row.Service, row.ProjectId, row.JobId);

    /// <summary>Of the project that a row works in; null for a row of none.</summary>
    public static string? Project(PlanRow row) => row.ProjectId is null ? null : Of(row.Service, row.ProjectId, null);
}
