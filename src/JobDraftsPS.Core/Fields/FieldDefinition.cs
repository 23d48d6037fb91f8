namespace JobDraftsPS.Core.Fields;

/// <summary>One field of a service, with what may be written into it.</summary>
public sealed class FieldDefinition
{
    /// <summary>Creates a definition.</summary>
    /// <param name="name">The field's name in the service's spelling.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="allowed">The allowed values of a <see cref="FieldType.Choice"/> or of the entries of a list, in the service's spelling.</param>
    /// <param name="canClear">False when the service needs a value there.</param>
    /// <param name="minimum">The smallest number allowed; null for no bound.</param>
    /// <param name="readItems">Reads the entries of a <see cref="FieldType.ItemList"/> strictly; null takes any.</param>
    /// <param name="shownAs">The name under which records show it, where that is another.</param>
    public FieldDefinition(
        string name,
        FieldType type,
        IReadOnlyList<string>? allowed = null,
        bool canClear = true,
        decimal? minimum = null,
        Func<object[], object[]>? readItems = null,
        string? shownAs = null)
    {
        Name = name;
        Type = type;
        Allowed = allowed ?? [];
        CanClear = canClear;
        Minimum = minimum;
        ReadItems = readItems;
        ShownAs = shownAs;
    }

    /// <summary>The field's name in the service's spelling.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public FieldType Type { get; }

    /// <summary>The allowed values, in the service's spelling; empty for any.</summary>
    public IReadOnlyList<string> Allowed { get; }

    /// <summary>False when the service needs a value there.</summary>
    public bool CanClear { get; }

    /// <summary>The smallest number allowed; null for no bound.</summary>
    public decimal? Minimum { get; }

    /// <summary>Reads the entries of a list of objects; null takes any.</summary>
    public Func<object[], object[]>? ReadItems { get; }

    /// <summary>The name under which records show the field; a column of that name means it too. Null where it is the same.</summary>
    public string? ShownAs { get; }

    /// <summary>The same field with another list of allowed values; a list stays a list, of these values.</summary>
    public FieldDefinition WithAllowed(IReadOnlyList<string> values) =>
        new(Name, Type is FieldType.TextList or FieldType.TextOrList ? Type : FieldType.Choice, values, CanClear, Minimum, shownAs: ShownAs);

    /// <summary>The same field without allowed values and bounds: the service decides.</summary>
    public FieldDefinition Unchecked() => new(Name, Type, null, CanClear, null, ReadItems, ShownAs);

    /// <summary>The same field with a type that somebody told, where none is known here.</summary>
    public FieldDefinition WithType(FieldType told) => Type == FieldType.Any ? new(Name, told, Allowed, CanClear, Minimum, ReadItems, ShownAs) : this;
}
