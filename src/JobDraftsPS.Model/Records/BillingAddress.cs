namespace JobDraftsPS;

/// <summary>An address of the account that TEXTKING can bill a project to.</summary>
public sealed class BillingAddress : IServiceRecord
{
    /// <summary>The address's id (UUID), as a project's <c>billing_address</c> takes it.</summary>
    public string AddressId { get; init; } = string.Empty;

    /// <summary>Company, or null.</summary>
    public string? Company { get; init; }

    /// <summary>VAT number, or null.</summary>
    public string? VatNumber { get; init; }

    /// <summary>Street and number, or null.</summary>
    public string? Street { get; init; }

    /// <summary>Postal code, or null.</summary>
    public string? Zip { get; init; }

    /// <summary>City, or null.</summary>
    public string? City { get; init; }

    /// <summary>Country, two letters (ISO 3166), or null.</summary>
    public string? Country { get; init; }

    /// <summary>First name, or null.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name, or null.</summary>
    public string? LastName { get; init; }

    /// <summary>Form of address in the service's word, or null.</summary>
    public string? Gender { get; init; }

    /// <summary>True for the address that a project gets when it names none.</summary>
    public bool? IsDefault { get; init; }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    /// <inheritdoc />
    public override string ToString() => AddressId;
}
