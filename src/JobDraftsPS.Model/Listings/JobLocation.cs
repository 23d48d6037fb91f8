namespace JobDraftsPS;

/// <summary>A place that a Sorce listing can name, as the location search gives it.</summary>
public sealed class JobLocation
{
    /// <summary>Sorce's id of the place; it alone decides which place is meant.</summary>
    public long LocationId { get; set; }

    /// <summary>The whole name: city, state and country.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The state or province.</summary>
    public string? StateProvince { get; set; }

    /// <summary>The country.</summary>
    public string? Country { get; set; }

    /// <summary>Fields of the service that this module does not know; sent back as they came.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => DisplayName ?? $"location {LocationId}";
}
