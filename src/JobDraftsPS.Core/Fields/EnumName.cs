namespace JobDraftsPS.Core.Fields;

/// <summary>Reads the name of an enum's value as a person writes it.</summary>
public static class EnumName
{
    /// <summary>The value of that name in any case; null when there is none. A number is no name, and a part of one is none either.</summary>
    public static T? Find<T>(string? name)
        where T : struct, Enum => Find(typeof(T), name) as T?;

    /// <summary>The same for a type that is known only later.</summary>
    public static object? Find(Type type, string? name)
    {
        foreach (var value in type.GetEnumValues())
        {
            if (string.Equals(value.ToString(), name?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
