using System.Collections.ObjectModel;

namespace JobDraftsPS;

/// <summary>Names and values of a record, which read as their entries do: <c>a=1; b=2</c> and not the name of a type.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class RecordTable<T> : ReadOnlyDictionary<string, T>
{
    internal RecordTable(IReadOnlyDictionary<string, T> entries)
        : base(entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal))
    {
    }

    /// <summary>A table that every record without entries shares.</summary>
    internal static RecordTable<T> Empty { get; } = new(new Dictionary<string, T>(0));

    /// <summary>The entries, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", this.Select(entry => $"{entry.Key}={RecordTable.Show(entry.Value)}"));
}
