using System.Collections;
using System.Globalization;

namespace JobDraftsPS;

/// <summary>Makes tables of records that read as their entries do.</summary>
internal static class RecordTable
{
    /// <summary>The same entries, readable.</summary>
    public static RecordTable<T> Of<T>(IReadOnlyDictionary<string, T> entries) => entries.Count == 0 ? RecordTable<T>.Empty : entries as RecordTable<T> ?? new RecordTable<T>(entries);

    /// <summary>The text of one value.</summary>
    public static string Show(object? value) => value switch
    {
        string text => text,
        IReadOnlyDictionary<string, object?> members => string.Join(", ", members.Select(member => $"{member.Key}={Show(member.Value)}")),
        IEnumerable items and not IDictionary => string.Join(", ", items.Cast<object?>().Select(Show)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
