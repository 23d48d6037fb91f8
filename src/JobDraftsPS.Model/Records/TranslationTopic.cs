namespace JobDraftsPS;

/// <summary>A subject that TEXTKING's translators know; a job names it by its id.</summary>
public sealed class TranslationTopic : IServiceRecord
{
    /// <summary>The topic's id (UUID), as a job's <c>topic</c> takes it.</summary>
    public string TopicId { get; internal init; } = string.Empty;

    /// <summary>The name in <see cref="LocalizationLanguage"/>.</summary>
    public string? Name { get; internal init; }

    /// <summary>The language of the name: <c>en</c> or <c>de</c>; one old sample has three letters.</summary>
    public string? LocalizationLanguage { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => Name ?? TopicId;
}
