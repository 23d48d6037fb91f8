namespace JobDraftsPS;

/// <summary>An OpenTrain draft as the service answered. The service cannot read a draft's field values back, so it has none.</summary>
public sealed class JobDraft : JobRecord
{
    /// <inheritdoc />
    public override JobService Service => JobService.OpenTrain;

    /// <summary>The editor page of the draft.</summary>
    public string? DraftUrl { get; init; }

    /// <summary>The review page of the draft; null when the answer had none.</summary>
    public string? ReviewUrl { get; init; }

    /// <summary>The page that the job has once it is published; null where the answer had none.</summary>
    public string? JobUrl { get; init; }

    /// <summary>When the draft was made; null where the answer did not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the draft was last changed; null where the answer did not say.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What the service read out of the text, by field name; empty except after a create.</summary>
    public IReadOnlyDictionary<string, object?> NormalizedFields { get; init; } = Empty.Data;

    /// <summary>Remarks of the service that do not block.</summary>
    public string[] Warnings { get; init; } = [];

    /// <summary>What the service could not place, one object each with path and reason.</summary>
    public object[] UnmappedFields { get; init; } = [];

    /// <summary>Fields that were read but should be reviewed before publishing.</summary>
    public string[] LowConfidenceFields { get; init; } = [];
}
