namespace JobDraftsPS;

/// <summary>How many jobs of OpenTrain's marketplace have one value of one facet.</summary>
public sealed class PublishedJobFacet : IServiceRecord
{
    /// <summary>The facet in the service's word: <c>categories</c>, <c>languages</c>, <c>countries</c>, <c>payTypes</c>, or one that it added.</summary>
    public string Facet { get; internal init; } = string.Empty;

    /// <summary>The value.</summary>
    public string Value { get; internal init; } = string.Empty;

    /// <summary>Jobs that have it.</summary>
    public long Count { get; internal init; }

    /// <summary>All jobs on the marketplace; null where the answer did not say.</summary>
    public long? TotalJobs { get; internal init; }

    /// <summary>When the service counted; null where the answer did not say.</summary>
    public DateTimeOffset? GeneratedAt { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => $"{Facet} {Value}: {Count}";
}
