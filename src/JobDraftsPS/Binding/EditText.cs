using System.Collections;
using System.Globalization;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Binding;

/// <summary>How an edit reads in a question to the user: every field with its new value.</summary>
internal static class EditText
{
    private const int Longest = 80;

    public static string Of(IEnumerable<FieldChange> changes) =>
        string.Join("; ", changes.Select(change => change.Value is null ? $"{change.Field} cleared" : $"{change.Field} = {Shorten(Value(change.Value))}"));

    /// <summary>A text on one line, cut where a question would become unreadable.</summary>
    public static string Shorten(string text)
    {
        text = OneLine.Of(text.Replace("\r\n", " "));
        return text.Length <= Longest ? text : text.Substring(0, Longest - 3) + "...";
    }

    /// <summary>A title in brackets, to stand behind an id; nothing where there is none.</summary>
    public static string Titled(string? title) => title is { Length: > 0 } ? $" ({Shorten(title)})" : string.Empty;

    private static string Value(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IDictionary => "(object)",
        IEnumerable<KeyValuePair<string, object?>> => "(object)",
        IEnumerable items => string.Join(", ", items.Cast<object?>().Select(item => item is null ? "null" : Value(item))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
