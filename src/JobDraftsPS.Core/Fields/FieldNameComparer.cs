namespace JobDraftsPS.Core.Fields;

/// <summary>Names are the same where their <see cref="FieldSet.Key"/> is; every cell of every row is looked up so, hence without making it.</summary>
public sealed class FieldNameComparer : IEqualityComparer<string>
{
    private FieldNameComparer()
    {
    }

    /// <summary>The comparer.</summary>
    public static FieldNameComparer Instance { get; } = new();

    /// <inheritdoc />
    public bool Equals(string? x, string? y)
    {
        if (string.Equals(x, y, StringComparison.Ordinal))
        {
            return true;
        }

        if (x is null || y is null)
        {
            return false;
        }

        int left = 0, right = 0;
        while (true)
        {
            var one = Next(x, ref left);
            if (one != Next(y, ref right))
            {
                return false;
            }

            if (one is null)
            {
                return true;
            }
        }
    }

    /// <inheritdoc />
    public int GetHashCode(string obj)
    {
        var hash = 17;
        var place = 0;
        while (Next(obj, ref place) is { } letter)
        {
            hash = unchecked((hash * 31) + letter);
        }

        return hash;
    }

    /// <summary>The next letter that counts, as it counts; null at the end.</summary>
    internal static char? Next(string name, ref int place)
    {
        while (place < name.Length)
        {
            var letter = name[place++];
            if (letter is not ('_' or '-' or ' '))
            {
                return char.ToLowerInvariant(letter);
            }
        }

        return null;
    }
}
