namespace JobDraftsPS;

/// <summary>A value that is present but wrong.</summary>
public sealed class ValidationIssue
{
    /// <summary>The field, or null when the service named none.</summary>
    public string? Field { get; internal init; }

    /// <summary>The service's code for the issue, opaque; null when it gave none.</summary>
    public string? Code { get; internal init; }

    /// <summary>What is wrong, for people.</summary>
    public string? Message { get; internal init; }

    /// <summary>What else the service said of it.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; internal init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => Field is null ? Message ?? Code ?? string.Empty : $"{Field}: {Message ?? Code}";
}
