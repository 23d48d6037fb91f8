namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain's paths, and what a token needs for them.</summary>
internal static class OpenTrainRoutes
{
    public const string Me = "/auth/me";
    public const string Capabilities = "/job-drafts/capabilities";
    public const string Drafts = "/job-drafts";
    public const string Draft = "/job-drafts/{jobId}";
    public const string Publish = "/jobs/{jobId}/publish";
    public const string Mine = "/jobs/mine";

    /// <summary>The scopes that the whole life of a job needs.</summary>
    public static readonly string[] NeededScopes = ["jobs:read", "jobs:write"];

    /// <summary>The capabilities of the account that this module uses.</summary>
    public static readonly string[] NeededFeatures = ["draftCreate", "draftUpdate", "publish"];
}
