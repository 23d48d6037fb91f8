namespace JobDraftsPS;

/// <summary>A TEXTKING project: it holds jobs, and can be edited only while it is <c>prepared</c>.</summary>
public sealed class TranslationProject
{
    /// <summary>The project's id (UUID).</summary>
    public string ProjectId { get; init; } = string.Empty;

    /// <summary>The order number; null while prepared.</summary>
    public string? Number { get; init; }

    /// <summary>The project's name.</summary>
    public string? Name { get; init; }

    /// <summary>The state: <c>prepared</c>, <c>running</c>, <c>finished</c> or <c>canceled</c>.</summary>
    public string? State { get; init; }

    /// <summary>When the work is due. The service states no zone, so neither does this.</summary>
    public DateTime? DueDate { get; init; }

    /// <summary>Currency of the prices (ISO 4217).</summary>
    public string? Currency { get; init; }

    /// <summary>Net price in <see cref="Currency"/>; null until something is priced.</summary>
    public decimal? NetPrice { get; init; }

    /// <summary>Fields of the answer that this module does not know, by the service's names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => $"TextKing project '{ProjectId}'";
}
