namespace JobDraftsPS;

/// <summary>A question to the applicants of a Sorce listing. The service gives each a new id with every change, so there is none here.</summary>
public sealed class JobQuestion
{
    /// <summary>The question.</summary>
    public string? Prompt { get; set; }

    /// <summary>The place in the order shown, from 0; the place in the list when left out.</summary>
    public long? Order { get; set; }

    /// <summary>The answers to choose from; empty for a free answer, null when left out.</summary>
    public string[]? Options { get; set; }

    /// <summary>Fields of the service that this module does not know; sent back as they came.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => Prompt ?? string.Empty;
}
