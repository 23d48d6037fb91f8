namespace JobDraftsPS.Core.Plans;

/// <summary>How a job or project is known among all.</summary>
internal static class PlanKeys
{
    /// <summary>Of a job; ids of TEXTKING are UUIDs, which it writes in either case.</summary>
    public static string Of(JobService service, string? projectId, string? jobId) => service == JobService.TextKing
        ? $"{service}/{projectId?.ToUpperInvariant()}/{jobId?.ToUpperInvariant()}"
        : $"{service}//{jobId}";

    /// <summary>Of what a row works on; null for what does not exist yet.</summary>
    public static string? Of(PlanRow row) => row.Operation == PlanOperation.Create ? null : Of(row.Service, row.ProjectId, row.JobId);

    /// <summary>Of the project that a row works in.</summary>
    public static string Project(string? projectId) => Of(JobService.TextKing, projectId, null);
}
