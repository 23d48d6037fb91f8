namespace JobDraftsPS;

/// <summary>Whether a job can be published, and what is still in the way.</summary>
public sealed class JobValidation
{
    /// <summary>True when nothing is in the way; null where nobody can know.</summary>
    public bool? PublishReady { get; internal init; }

    /// <summary>How many values are present but wrong, as the service counts them.</summary>
    public int IssueCount { get; internal init; }

    /// <summary>How many fields are missing, as the service counts them; may differ from the length of <see cref="MissingFields"/>.</summary>
    public int MissingFieldCount { get; internal init; }

    /// <summary>The gaps that were named.</summary>
    public RecordList<MissingField> MissingFields { get; internal init; } = RecordList<MissingField>.Empty;

    /// <summary>The wrong values that were named.</summary>
    public RecordList<ValidationIssue> Issues { get; internal init; } = RecordList<ValidationIssue>.Empty;

    /// <summary>Who worked this out.</summary>
    public ValidationSource Source { get; internal init; }

    /// <summary>What else the service said of it.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; internal init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString()
    {
        if (PublishReady == true)
        {
            return "ready";
        }

        var named = MissingFields.Select(gap => gap.Field).Concat(Issues.Select(issue => issue.ToString())).ToArray();
        return named.Length > 0 ? "not ready: " + string.Join(", ", named) : PublishReady == false ? "not ready" : "unknown";
    }
}
