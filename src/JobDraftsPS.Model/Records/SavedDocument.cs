namespace JobDraftsPS;

/// <summary>A file of a translation job that was saved on this machine.</summary>
public sealed class SavedDocument
{
    /// <summary>The project that holds the job (UUID).</summary>
    public string ProjectId { get; internal init; } = string.Empty;

    /// <summary>The job (UUID).</summary>
    public string JobId { get; internal init; } = string.Empty;

    /// <summary>The file's full path.</summary>
    public string Path { get; internal init; } = string.Empty;

    /// <summary>The file's name: the service's own, made safe.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>Its size in bytes.</summary>
    public long Length { get; internal init; }

    /// <summary>Its media type as the service said it; null when it said none.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>When it was last changed at the service; null when it did not say.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => Path;
}
