namespace JobDraftsPS;

/// <summary>A file of a translation job that was saved on this machine.</summary>
public sealed class SavedDocument
{
    /// <summary>The project that holds the job (UUID).</summary>
    public string ProjectId { get; init; } = string.Empty;

    /// <summary>The job (UUID).</summary>
    public string JobId { get; init; } = string.Empty;

    /// <summary>The file's full path.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The file's name: the service's own, made safe.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Its size in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Its media type as the service said it; null when it said none.</summary>
    public string? ContentType { get; init; }

    /// <summary>When it was last changed at the service; null when it did not say.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <inheritdoc />
    public override string ToString() => Path;
}
