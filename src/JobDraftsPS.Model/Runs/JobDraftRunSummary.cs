namespace JobDraftsPS;

/// <summary>A run in one line, from its journal.</summary>
public sealed class JobDraftRunSummary
{
    /// <summary>How the run ended.</summary>
    public RunOutcome Outcome { get; init; }

    /// <summary>The commands that the journals belong to.</summary>
    public string[] Command { get; init; } = [];

    /// <summary>Rows that the journals have.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that are done.</summary>
    public int Applied { get; init; }

    /// <summary>Rows that the service refused.</summary>
    public int Refused { get; init; }

    /// <summary>Rows that were not sent.</summary>
    public int NotSent { get; init; }

    /// <summary>Rows that were sent and whose result nobody knows yet; the next run looks them up.</summary>
    public int Unknown { get; init; }

    /// <summary>Rows of a plan that were left out on purpose.</summary>
    public int Skipped { get; init; }

    /// <summary>When the quota that holds the rest back lets it go on; null when none does.</summary>
    public DateTimeOffset? ContinueAt { get; init; }

    /// <summary>When the first run began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the last line was written.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>How to do the rest; null when nothing is left.</summary>
    public string? ResumeWith { get; init; }

    /// <summary>The journals.</summary>
    public string[] Journal { get; init; } = [];
}
