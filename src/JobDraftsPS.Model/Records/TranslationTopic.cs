namespace JobDraftsPS;

/// <summary>A subject that TEXTKING's translators know; a job names it by its id.</summary>
public sealed class TranslationTopic : IServiceRecord
{
    /// <summary>The topic's id (UUID), as a job's <c>topic</c> takes it.</summary>
    public string TopicId { get; init; } = string.Empty;

    /// <summary>The name in <see cref="LocalizationLanguage"/>.</summary>
    public string? Name { get; init; }

    /// <summary>The language of the name: <c>en</c> or <c>de</c>; one old sample has three letters.</summary>
    public string? LocalizationLanguage { get; init; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => Name ?? TopicId;
}
