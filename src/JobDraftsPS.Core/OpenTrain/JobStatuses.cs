namespace JobDraftsPS.Core.OpenTrain;

/// <summary>The states of a job, in the service's spelling.</summary>
public static class JobStatuses
{
    /// <summary>Can be written and published.</summary>
    public const string Draft = "DRAFT";

    /// <summary>Live.</summary>
    public const string Open = "OPEN";

    /// <summary>Off the marketplace for good.</summary>
    public const string Archived = "ARCHIVED";

    /// <summary>The states that the list of one's own jobs knows. The service decides; this is for the spelling only.</summary>
    internal static readonly string[] Known = [Draft, Open, "ONGOING", "COMPLETED", Archived, "PENDING_APPROVAL"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All => Known;

    /// <summary>A state in the service's spelling; one that is not known stays as it was given.</summary>
    public static string Spell(string status) => Array.Find(Known, known => known.Equals(status.Trim(), StringComparison.OrdinalIgnoreCase)) ?? status;
}
