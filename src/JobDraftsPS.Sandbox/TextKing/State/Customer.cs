namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>A customer: the owner of projects and of billing addresses.</summary>
internal sealed class Customer(IReadOnlyList<Address> addresses)
{
    /// <summary>The billing addresses; they are kept on the web site and are read-only here.</summary>
    public IReadOnlyList<Address> Addresses { get; } = addresses;

    /// <summary>The address that a project gets when it names none.</summary>
    public Address? DefaultAddress => Addresses.FirstOrDefault(address => address.IsDefault);

    /// <summary>The projects in the order in which they were made.</summary>
    public List<Project> Projects { get; } = [];

    /// <summary>One of the customer's own addresses, or null.</summary>
    public Address? FindAddress(Guid id) => Addresses.FirstOrDefault(address => address.Id == id);
}
