namespace JobDraftsPS.Core.Fields;

/// <summary>The fields that one kind of job has. Names are found in any case and in the service's spelling or ours (<c>is_active</c>, <c>IsActive</c>).</summary>
public sealed class FieldSet
{
    private readonly Dictionary<string, FieldDefinition> byName;

    /// <summary>Creates a set.</summary>
    public FieldSet(IEnumerable<FieldDefinition> fields)
    {
        Fields = fields.ToArray();
        byName = Fields.ToDictionary(field => field.Name, FieldNameComparer.Instance);
        foreach (var field in Fields.Where(field => field.ShownAs is not null && !byName.ContainsKey(field.ShownAs)))
        {
            byName.Add(field.ShownAs!, field);
        }
    }

    /// <summary>All fields, in the order of the service's documentation.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; }

    /// <summary>The field of that name, or null.</summary>
    public FieldDefinition? Find(string name) => byName.TryGetValue(name, out var field) ? field : null;

    /// <summary>The field whose name looks most like the one given; null when none is near.</summary>
    public string? Nearest(string name) => NearestName.Of(name, Fields.Select(field => field.Name));

    /// <summary>A name as it is compared: without case, underscores and hyphens.</summary>
    public static string Key(string name)
    {
        var key = new char[name.Length];
        int length = 0, place = 0;
        while (FieldNameComparer.Next(name, ref place) is { } letter)
        {
            key[length++] = letter;
        }

        return new string(key, 0, length);
    }
}
