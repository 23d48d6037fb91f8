namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>A billing address.</summary>
internal sealed record Address(Guid Id)
{
    public string? Company { get; init; }

    public string? VatNumber { get; init; }

    public string? Street { get; init; }

    public string? Zip { get; init; }

    public string? City { get; init; }

    /// <summary>Two letters of ISO 3166.</summary>
    public string? Country { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary><c>male</c>, <c>female</c> or null.</summary>
    public string? Gender { get; init; }

    public bool IsDefault { get; init; }
}
