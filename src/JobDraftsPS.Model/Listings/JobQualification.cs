namespace JobDraftsPS;

/// <summary>A screening criterion of a Sorce listing. The service gives each a new id with every change, so there is none here.</summary>
public sealed class JobQualification
{
    /// <summary>The criterion.</summary>
    public string? Text { get; set; }

    /// <summary><c>REQUIRED</c>, of which a live listing needs one, or another kind of the service.</summary>
    public string? Kind { get; set; }

    /// <summary>The place in the order shown, from 0; the place in the list when left out.</summary>
    public long? Order { get; set; }

    /// <summary>Fields of the service that this module does not know; sent back as they came.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => $"{Text} ({Kind})";
}
