namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce's paths.</summary>
internal static class SorceRoutes
{
    public const string Job = "/jobs/{jobId}";
    public const string Publish = "/jobs/{jobId}/publish";
    public const string Locations = "/locations/search";
}
