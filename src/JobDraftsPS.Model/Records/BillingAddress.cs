namespace JobDraftsPS;

/// <summary>An address of the account that TEXTKING can bill a project to.</summary>
public sealed class BillingAddress : IServiceRecord
{
    /// <summary>The address's id (UUID), as a project's <c>billing_address</c> takes it.</summary>
    public string AddressId { get; internal init; } = string.Empty;

    /// <summary>Company, or null.</summary>
    public string? Company { get; internal init; }

    /// <summary>VAT number, or null.</summary>
    public string? VatNumber { get; internal init; }

    /// <summary>Street and number, or null.</summary>
    public string? Street { get; internal init; }

    /// <summary>Postal code, or null.</summary>
    public string? Zip { get; internal init; }

    /// <summary>City, or null.</summary>
    public string? City { get; internal init; }

    /// <summary>Country, two letters (ISO 3166), or null.</summary>
    public string? Country { get; internal init; }

    /// <summary>First name, or null.</summary>
    public string? FirstName { get; internal init; }

    /// <summary>Last name, or null.</summary>
    public string? LastName { get; internal init; }

    /// <summary>Form of address in the service's word, or null.</summary>
    public string? Gender { get; internal init; }

    /// <summary>True for the address that a project gets when it names none.</summary>
    public bool? IsDefault { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => AddressId;
}
