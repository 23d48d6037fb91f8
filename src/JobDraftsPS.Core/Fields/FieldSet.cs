namespace JobDraftsPS.Core.Fields;

/// <summary>The fields that one kind of job has. Names are found in any case and in the service's spelling or ours (<c>is_active</c>, <c>IsActive</c>).</summary>
public sealed class FieldSet
{
    private readonly Dictionary<string, FieldDefinition> byKey;

    /// <summary>Creates a set.</summary>
    public FieldSet(IEnumerable<FieldDefinition> fields)
    {
        Fields = fields.ToArray();
        byKey = Fields.ToDictionary(field => Key(field.Name), StringComparer.Ordinal);
    }

    /// <summary>All fields, in the order of the service's documentation.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>The field of that name, or null.</summary>
    public FieldDefinition? Find(string name) => byKey.TryGetValue(Key(name), out var field) ? field : null;

    /// <summary>The field whose name looks most like the one given; null when none is near.</summary>
    public string? Nearest(string name) => NearestName.Of(name, Fields.Select(field => field.Name));

    /// <summary>A name as it is compared: without case, underscores and hyphens.</summary>
    public static string Key(string name)
    {
        // Once a cell of every row, so without a chain of iterators.
        var key = new char[name.Length];
        var length = 0;
        foreach (var letter in name)
        {
            if (letter is not ('_' or '-' or ' '))
            {
                key[length++] = char.ToLowerInvariant(letter);
            }
        }

        return new string(key, 0, length);
    }
}
