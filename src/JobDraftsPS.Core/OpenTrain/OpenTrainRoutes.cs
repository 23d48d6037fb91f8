using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>The calls of OpenTrain that this module makes, and what a token needs for them.</summary>
internal static class OpenTrainRoutes
{
    public static readonly ApiRoute Me = new("GET", "/auth/me", 200, 401, 404) { Needed = ["token"] };
    public static readonly ApiRoute Capabilities = new("GET", "/job-drafts/capabilities", 200, 401, 403) { Needed = ["draft"] };
    public static readonly ApiRoute CreateDraft = new("POST", "/job-drafts", 200, 400, 401, 403) { Needed = ["jobId"] };
    public static readonly ApiRoute UpdateDraft = new("PATCH", "/job-drafts/{jobId}", 200, 400, 401, 403, 404, 409) { Needed = ["jobId"] };
    public static readonly ApiRoute Publish = new("POST", "/jobs/{jobId}/publish", 200, 400, 401, 403, 404, 409, 429) { Needed = ["jobId"] };
    public static readonly ApiRoute UpdateJob = new("PATCH", "/jobs/{jobId}", 200, 400, 401, 403, 404, 409) { Needed = ["jobId"] };
    public static readonly ApiRoute Close = new("POST", "/jobs/{jobId}/close", 200, 401, 403, 404) { Needed = ["jobId"] };
    public static readonly ApiRoute Mine = new("GET", "/jobs/mine", 200, 400, 401, 403) { Needed = ["jobs"] };
    public static readonly ApiRoute Search = new("GET", "/jobs", 200, 400, 429) { Needed = ["jobs"] };
    public static readonly ApiRoute Listing = new("GET", "/jobs/{jobId}", 200, 400, 404, 429) { Needed = ["id"] };
    public static readonly ApiRoute Facets = new("GET", "/jobs/facets", 200, 429) { Needed = ["totalJobs"] };
    public static readonly ApiRoute Changes = new("GET", "/jobs/changes", 200, 400, 429) { Needed = ["until", "changes"] };

    /// <summary>The service's description of itself.</summary>
    public static readonly ApiRoute Description = new("GET", "/openapi.json", 200) { Needed = ["openapi"] };

    /// <summary>The scopes that the whole life of a job needs.</summary>
    public static readonly string[] NeededScopes = ["jobs:read", "jobs:write"];

    /// <summary>The capabilities of the account that drafting needs.</summary>
    public static readonly string[] DraftFeatures = ["draftCreate", "draftUpdate"];

    /// <summary>The capabilities of the account that this module uses.</summary>
    public static readonly string[] NeededFeatures = [.. DraftFeatures, "publish"];

    /// <summary>Words that stand where an id would stand: a job with such an id could not be reached.</summary>
    public static readonly string[] NoJobIds = ["mine", "facets", "changes", "capabilities"];
}
