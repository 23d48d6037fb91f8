namespace JobDraftsPS;

/// <summary>The latest event of one job on OpenTrain's marketplace.</summary>
public sealed class PublishedJobChange : IServiceRecord
{
    /// <summary>The job.</summary>
    public string JobId { get; internal init; } = string.Empty;

    /// <summary><c>PUBLISHED</c>, <c>UPDATED</c> or <c>CLOSED</c>.</summary>
    public string? EventType { get; internal init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? OccurredAt { get; internal init; }

    /// <summary>From when on changes were asked for.</summary>
    public DateTimeOffset Since { get; internal init; }

    /// <summary>Until when the service looked: the <c>-Since</c> of the next time.</summary>
    public DateTimeOffset Until { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => $"{JobId} {EventType}";
}
