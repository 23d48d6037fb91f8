namespace JobDraftsPS;

/// <summary>A value that is present but wrong.</summary>
public sealed class ValidationIssue
{
    /// <summary>The field, or null when the service named none.</summary>
    public string? Field { get; init; }

    /// <summary>The service's code for the issue, opaque; null when it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>What is wrong, for people.</summary>
    public string? Message { get; init; }

    /// <inheritdoc />
    public override string ToString() => Field is null ? Message ?? Code ?? string.Empty : $"{Field}: {Message ?? Code}";
}
