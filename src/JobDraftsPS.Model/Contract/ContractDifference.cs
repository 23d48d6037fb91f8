namespace JobDraftsPS;

/// <summary>One point on which a service's own description says otherwise than this module takes for granted.</summary>
public sealed class ContractDifference
{
    /// <summary>What differs.</summary>
    public ContractDifferenceKind Kind { get; internal init; }

    /// <summary>The call's method.</summary>
    public string Method { get; internal init; } = string.Empty;

    /// <summary>The call's path, as this module names it.</summary>
    public string Path { get; internal init; } = string.Empty;

    /// <summary>The key, parameter, member or status; empty where the call itself differs.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>What this module takes for granted; null where it knows of nothing.</summary>
    public string? Expected { get; internal init; }

    /// <summary>What the description says; null where it says nothing.</summary>
    public string? Actual { get; internal init; }

    /// <summary>The difference in a sentence.</summary>
    public string Message { get; internal init; } = string.Empty;

    /// <inheritdoc />
    public override string ToString() => Message;
}
