namespace JobDraftsPS;

/// <summary>A language that TEXTKING translates from, into, or both.</summary>
public sealed class TranslationLanguage : IServiceRecord
{
    /// <summary>The ISO 639 code, as a job's languages take it.</summary>
    public string Code { get; internal init; } = string.Empty;

    /// <summary>The name in <see cref="LocalizationLanguage"/>.</summary>
    public string? Name { get; internal init; }

    /// <summary>The language of the name: <c>en</c> or <c>de</c>.</summary>
    public string? LocalizationLanguage { get; internal init; }

    /// <summary>True when documents can be in this language; null where that list was not read.</summary>
    public bool? IsSource { get; internal set; }

    /// <summary>True when documents can be translated into this language; null where that list was not read.</summary>
    public bool? IsTarget { get; internal set; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => Code;
}
