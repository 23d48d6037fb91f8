namespace JobDraftsPS;

/// <summary>A TEXTKING translation job inside a project.</summary>
public sealed class TranslationJob : JobRecord
{
    /// <inheritdoc />
    public override JobService Service => JobService.TextKing;

    /// <summary>The project that holds the job (UUID).</summary>
    public string ProjectId { get; internal init; } = string.Empty;

    /// <summary>The job's number; null while the job is new.</summary>
    public string? Number { get; internal init; }

    /// <summary>The job's name, the same as the title.</summary>
    public string? Name { get; internal init; }

    /// <summary>Language of the source document, an ISO 639 code.</summary>
    public string? SourceLanguage { get; internal init; }

    /// <summary>Language to translate into, an ISO 639 code.</summary>
    public string? TargetLanguage { get; internal init; }

    /// <summary>The service level, for instance <c>translation-and-correction</c>.</summary>
    public string? Quality { get; internal init; }

    /// <summary>Id of the topic (UUID), or null.</summary>
    public string? Topic { get; internal init; }

    /// <summary>Notes for the translator, or null.</summary>
    public string? Briefing { get; internal init; }

    /// <summary>False for a job that is left out when the project starts.</summary>
    public bool? IsActive { get; internal init; }

    /// <summary>The job's state in the service's own word.</summary>
    public string? State { get; internal init; }

    /// <summary>Words counted in the document; null until one was counted.</summary>
    public long? Words { get; internal init; }

    /// <summary>Net price in <see cref="Currency"/>; null until a document was counted.</summary>
    public decimal? NetPrice { get; internal init; }

    /// <summary>Currency of the price (ISO 4217).</summary>
    public string? Currency { get; internal init; }

    /// <summary>True when a source document has been uploaded.</summary>
    public bool HasDocument { get; internal init; }

    /// <summary>True when a translation can be downloaded.</summary>
    public bool HasTranslation { get; internal init; }
}
