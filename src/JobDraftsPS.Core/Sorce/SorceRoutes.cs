namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce's paths.</summary>
internal static class SorceRoutes
{
    public const string Jobs = "/jobs";
    public const string Job = "/jobs/{jobId}";
    public const string Publish = "publish";
    public const string Locations = "/locations/search";

    /// <summary>The path of a change of status.</summary>
    public static string Change(string verb) => $"{Job}/{verb}";
}
