namespace JobDraftsPS.Core.TextKing;

/// <summary>TEXTKING's paths: a collection is plural, an item singular.</summary>
internal static class TextKingRoutes
{
    public const string Projects = "/projects";
    public const string Project = "/project/{projectId}";
    public const string Jobs = "/project/{projectId}/jobs";
    public const string Job = "/project/{projectId}/job/{jobId}";
    public const string Upload = "/project/{projectId}/job/{jobId}/document/{documentName}";
    public const string Document = "/project/{projectId}/job/{jobId}/document";
    public const string Translation = "/project/{projectId}/job/{jobId}/translation";
    public const string Price = "/price-info";
}
