namespace JobDraftsPS;

/// <summary>The latest event of one job on OpenTrain's marketplace.</summary>
public sealed class PublishedJobChange : IServiceRecord
{
    /// <summary>The job.</summary>
    public string JobId { get; init; } = string.Empty;

    /// <summary><c>PUBLISHED</c>, <c>UPDATED</c> or <c>CLOSED</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>From when on changes were asked for.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Until when the service looked: the <c>-Since</c> of the next time.</summary>
    public DateTimeOffset Until { get; init; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => $"{JobId} {EventType}";
}
