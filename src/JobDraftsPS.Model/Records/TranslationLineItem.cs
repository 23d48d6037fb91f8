namespace JobDraftsPS;

/// <summary>An extra service of a TEXTKING project, booked by TEXTKING's staff and not by the API.</summary>
public sealed class TranslationLineItem : IServiceRecord
{
    /// <summary>The project that is charged (UUID).</summary>
    public string ProjectId { get; internal init; } = string.Empty;

    /// <summary>The line item's id (UUID).</summary>
    public string LineItemId { get; internal init; } = string.Empty;

    /// <summary>What was booked.</summary>
    public string? Description { get; internal init; }

    /// <summary>Net price in <see cref="Currency"/>.</summary>
    public decimal? Value { get; internal init; }

    /// <summary>Currency of the price (ISO 4217).</summary>
    public string? Currency { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => $"{Description}: {Value} {Currency}";
}
