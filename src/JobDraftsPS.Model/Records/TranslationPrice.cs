namespace JobDraftsPS;

/// <summary>What TEXTKING asks for a number of words at one service level. A price binds nobody and orders nothing.</summary>
public sealed class TranslationPrice : IServiceRecord
{
    /// <summary>Language to translate from, an ISO 639 code.</summary>
    public string? SourceLanguage { get; init; }

    /// <summary>Language to translate into, an ISO 639 code.</summary>
    public string? TargetLanguage { get; init; }

    /// <summary>Id of the topic (UUID), or null.</summary>
    public string? Topic { get; init; }

    /// <summary>The words that the price is for: those asked for, or those that the service counted in the document.</summary>
    public long? Words { get; init; }

    /// <summary>The service level, for instance <c>translation-and-correction</c>.</summary>
    public string? Quality { get; init; }

    /// <summary>Net price of one word in <see cref="Currency"/>.</summary>
    public decimal? PricePerWord { get; init; }

    /// <summary>Net price of all words in <see cref="Currency"/>.</summary>
    public decimal? TotalPrice { get; init; }

    /// <summary>Currency of the prices (ISO 4217).</summary>
    public string? Currency { get; init; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => $"{Quality} {SourceLanguage} to {TargetLanguage}: {TotalPrice} {Currency}";
}
