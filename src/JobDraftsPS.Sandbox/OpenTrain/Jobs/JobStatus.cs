namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>The states that a job can be in, in the service's spelling.</summary>
internal static class JobStatus
{
    public const string Draft = "DRAFT";
    public const string Open = "OPEN";
    public const string Archived = "ARCHIVED";

    /// <summary>All that the list filter knows; the last three come about only outside the API.</summary>
    public static IReadOnlyList<string> All { get; } = [Draft, Open, "ONGOING", "COMPLETED", Archived, "PENDING_APPROVAL"];
}
