namespace JobDraftsPS;

/// <summary>How many jobs of OpenTrain's marketplace have one value of one facet.</summary>
public sealed class PublishedJobFacet : IServiceRecord
{
    /// <summary>The facet in the service's word: <c>categories</c>, <c>languages</c>, <c>countries</c>, <c>payTypes</c>, or one that it added.</summary>
    public string Facet { get; init; } = string.Empty;

    /// <summary>The value.</summary>
    public string Value { get; init; } = string.Empty;

    /// <summary>Jobs that have it.</summary>
    public long Count { get; init; }

    /// <summary>All jobs on the marketplace; null where the answer did not say.</summary>
    public long? TotalJobs { get; init; }

    /// <summary>When the service counted; null where the answer did not say.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => $"{Facet} {Value}: {Count}";
}
