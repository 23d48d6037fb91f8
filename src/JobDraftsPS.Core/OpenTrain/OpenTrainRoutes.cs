namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain's paths, and what a token needs for them.</summary>
internal static class OpenTrainRoutes
{
    public const string Me = "/auth/me";
    public const string Capabilities = "/job-drafts/capabilities";
    public const string Drafts = "/job-drafts";
    public const string Draft = "/job-drafts/{jobId}";
    public const string Publish = "/jobs/{jobId}/publish";
    public const string Close = "/jobs/{jobId}/close";
    public const string Job = "/jobs/{jobId}";
    public const string Mine = "/jobs/mine";
    public const string Search = "/jobs";
    public const string Facets = "/jobs/facets";
    public const string Changes = "/jobs/changes";

    /// <summary>The scopes that the whole life of a job needs.</summary>
    public static readonly string[] NeededScopes = ["jobs:read", "jobs:write"];

    /// <summary>The capabilities of the account that drafting needs.</summary>
    public static readonly string[] DraftFeatures = ["draftCreate", "draftUpdate"];

    /// <summary>The capabilities of the account that this module uses.</summary>
    public static readonly string[] NeededFeatures = [.. DraftFeatures, "publish"];

    /// <summary>Words that stand where an id would stand: a job with such an id could not be reached.</summary>
    public static readonly string[] NoJobIds = ["mine", "facets", "changes", "capabilities"];
}
