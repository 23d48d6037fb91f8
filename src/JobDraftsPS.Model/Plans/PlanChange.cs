using System.Collections;
using System.Globalization;

namespace JobDraftsPS;

/// <summary>One field of a row, with the value it has and the value it shall have.</summary>
public sealed class PlanChange
{
    /// <summary>The field's name in the service's spelling.</summary>
    public string Field { get; set; } = string.Empty;

    /// <summary>The present value, where <see cref="FromKnown"/> says that it is known; null for a field that is empty.</summary>
    public object? From { get; set; }

    /// <summary>False where nobody can tell the present value: the service does not give it away.</summary>
    public bool FromKnown { get; set; }

    /// <summary>The value that the field shall have; null clears it.</summary>
    public object? To { get; set; }

    /// <summary>The change on one line: <c>field: from -&gt; to</c>.</summary>
    public override string ToString() => $"{Field}: {(FromKnown ? Show(From) : "unknown")} -> {Show(To)}";

    private static string Show(object? value) => value switch
    {
        null => "(empty)",
        string text => Shorten(text),
        bool flag => flag ? "true" : "false",
        IEnumerable<KeyValuePair<string, object?>> members => "{" + string.Join(", ", members.Select(member => $"{member.Key}={Show(member.Value)}")) + "}",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Show)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static string Shorten(string text)
    {
        const int longest = 60;
        text = text.Replace("\r\n", " ").Replace('\n', ' ').Replace('\r', ' ');
        return text.Length <= longest ? text : text.Substring(0, longest - 3) + "...";
    }
}
