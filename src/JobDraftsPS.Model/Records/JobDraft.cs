namespace JobDraftsPS;

/// <summary>An OpenTrain draft as the service answered. The service cannot read a draft's field values back, so it has none.</summary>
public sealed class JobDraft : JobRecord
{
    /// <inheritdoc />
    public override JobService Service => JobService.OpenTrain;

    /// <summary>The editor page of the draft.</summary>
    public string? DraftUrl { get; internal init; }

    /// <summary>The review page of the draft; null when the answer had none.</summary>
    public string? ReviewUrl { get; internal init; }

    /// <summary>The page that the job has once it is published; null where the answer had none.</summary>
    public string? JobUrl { get; internal init; }

    /// <summary>When the draft was made; null where the answer did not say.</summary>
    public DateTimeOffset? CreatedAt { get; internal init; }

    /// <summary>When the draft was last changed; null where the answer did not say.</summary>
    public DateTimeOffset? UpdatedAt { get; internal init; }

    /// <summary>What the service read out of the text, by field name; empty except after a create.</summary>
    public IReadOnlyDictionary<string, object?> NormalizedFields { get; internal init => field = RecordTable.Of(value); } = RecordTable<object?>.Empty;

    /// <summary>Remarks of the service that do not block.</summary>
    public RecordList<string> Warnings { get; internal init; } = RecordList<string>.Empty;

    /// <summary>What the service could not place, one object each with path and reason.</summary>
    public RecordList<object> UnmappedFields { get; internal init; } = RecordList<object>.Empty;

    /// <summary>Fields that were read but should be reviewed before publishing.</summary>
    public RecordList<string> LowConfidenceFields { get; internal init; } = RecordList<string>.Empty;
}
