using System.Globalization;

namespace JobDraftsPS;

/// <summary>A run in one line, from its journal.</summary>
public sealed class JobDraftRunSummary
{
    /// <summary>How the run ended.</summary>
    public RunOutcome Outcome { get; internal init; }

    /// <summary>The commands that the journals belong to.</summary>
    public RecordList<string> Command { get; internal init; } = RecordList<string>.Empty;

    /// <summary>Rows that the journals have.</summary>
    public int Rows { get; internal init; }

    /// <summary>Rows that are done.</summary>
    public int Applied { get; internal init; }

    /// <summary>Rows that the service refused.</summary>
    public int Refused { get; internal init; }

    /// <summary>Rows that were not sent.</summary>
    public int NotSent { get; internal init; }

    /// <summary>Rows that were sent and whose result nobody knows yet; the next run looks them up.</summary>
    public int Unknown { get; internal init; }

    /// <summary>Rows of a plan that were left out on purpose.</summary>
    public int Skipped { get; internal init; }

    /// <summary>When the quota that holds the rest back lets it go on; null when none does.</summary>
    public DateTimeOffset? ContinueAt { get; internal init; }

    /// <summary>When the first run began.</summary>
    public DateTimeOffset? StartedAt { get; internal init; }

    /// <summary>When the last line was written.</summary>
    public DateTimeOffset? LastAt { get; internal init; }

    /// <summary>How to do the rest; null when nothing is left.</summary>
    public string? ResumeWith { get; internal init; }

    /// <summary>The journals.</summary>
    public RecordList<string> Journal { get; internal init; } = RecordList<string>.Empty;

    /// <summary>The run in words, for people.</summary>
    public override string ToString()
    {
        var parts = new List<string> { $"{Outcome}: {Applied} of {Rows} rows applied" };
        Add(Refused, "refused");
        Add(NotSent, "not sent");
        Add(Unknown, "unknown");
        Add(Skipped, "skipped");
        var next = ContinueAt is { } at ? $" The quota is free again at {at.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}." : string.Empty;
        return $"{string.Join(", ", parts)}.{next}{(ResumeWith is null ? string.Empty : " " + ResumeWith)}";

        void Add(int count, string word)
        {
            if (count > 0)
            {
                parts.Add($"{count} {word}");
            }
        }
    }
}
