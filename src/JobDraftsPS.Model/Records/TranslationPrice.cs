namespace JobDraftsPS;

/// <summary>What TEXTKING asks for a number of words at one service level. A price binds nobody and orders nothing.</summary>
public sealed class TranslationPrice : IServiceRecord
{
    /// <summary>Language to translate from, an ISO 639 code.</summary>
    public string? SourceLanguage { get; internal init; }

    /// <summary>Language to translate into, an ISO 639 code.</summary>
    public string? TargetLanguage { get; internal init; }

    /// <summary>Id of the topic (UUID), or null.</summary>
    public string? Topic { get; internal init; }

    /// <summary>The words that the price is for: those asked for, or those that the service counted in the document.</summary>
    public long? Words { get; internal init; }

    /// <summary>The service level, for instance <c>translation-and-correction</c>.</summary>
    public string? Quality { get; internal init; }

    /// <summary>Net price of one word in <see cref="Currency"/>.</summary>
    public decimal? PricePerWord { get; internal init; }

    /// <summary>Net price of all words in <see cref="Currency"/>.</summary>
    public decimal? TotalPrice { get; internal init; }

    /// <summary>Currency of the prices (ISO 4217).</summary>
    public string? Currency { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => $"{Quality} {SourceLanguage} to {TargetLanguage}: {TotalPrice} {Currency}";
}
