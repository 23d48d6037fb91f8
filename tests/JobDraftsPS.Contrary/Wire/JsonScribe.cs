using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Wire;

/// <summary>Writes JSON in one of the many ways that mean the same.</summary>
internal sealed class JsonScribe(ContrarySettings settings)
{
    /// <summary>The text; the same for the same node under the same settings.</summary>
    public string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    /// <summary>The bytes, and the content type that names their charset.</summary>
    public (byte[] Bytes, string ContentType) Encode(JsonNode? node)
    {
        var text = Write(node);
        return settings.Charset switch
        {
            Charset.Utf8Unnamed => (Encoding.UTF8.GetBytes(text), "application/json"),
            Charset.Utf8WithMark => ([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "application/json; charset=utf-8"),
            Charset.Latin1 => (Encoding.Latin1.GetBytes(EscapeBeyond(text, '\u00ff')), "application/json; charset=iso-8859-1"),
            Charset.Utf16 => ([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], "application/json; charset=utf-16"),
            _ => (Encoding.UTF8.GetBytes(text), "application/json; charset=utf-8"),
        };
    }

    private static string EscapeBeyond(string text, char last)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            _ = letter <= last ? escaped.Append(letter) : escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }

        return escaped.ToString();
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }

    private void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendObject(text, members);
                break;
            case JsonArray items:
                text.Append('[');
                for (var at = 0; at < items.Count; at++)
                {
                    text.Append(at > 0 ? "," : string.Empty);
                    Append(text, items[at]);
                }

                text.Append(']');
                break;
            default:
                AppendValue(text, node);
                break;
        }
    }

    private void AppendObject(StringBuilder text, JsonObject node)
    {
        var members = node.Where(member => member.Value is not null || settings.Absent == AbsentForm.Null).ToArray();
        switch (settings.KeyOrder)
        {
            case KeyOrder.Reversed:
                Array.Reverse(members);
                break;
            case KeyOrder.Sorted:
                Array.Sort(members, (one, other) => string.CompareOrdinal(one.Key, other.Key));
                break;
            case KeyOrder.Shuffled:
                new Random(settings.Seed + members.Length).Shuffle(members);
                break;
        }

        text.Append('{');
        var separator = string.Empty;
        if (settings.ExtraMembers)
        {
            text.Append("\"_meta\":{\"trace\":[1,null,{\"id\":\"none\"}],\"note\":\"\"}");
            separator = ",";
        }

        foreach (var (key, value) in members)
        {
            text.Append(separator);
            separator = ",";
            AppendText(text, key);
            text.Append(':');
            Append(text, value);
        }

        if (settings.Charset == Charset.LoneSurrogate)
        {
            text.Append(separator).Append("\"mood\":\"\\ud83d\"");
        }

        text.Append('}');
    }

    private void AppendValue(StringBuilder text, JsonNode node)
    {
        switch (node.GetValueKind())
        {
            case JsonValueKind.String:
                AppendText(text, node.GetValue<string>());
                break;
            case JsonValueKind.Number:
                var number = node.ToJsonString();
                var isWhole = number.All(letter => char.IsAsciiDigit(letter) || letter == '-');
                text.Append(number).Append(!isWhole ? string.Empty : settings.Numbers switch
                {
                    NumberForm.Fraction => ".0",
                    NumberForm.Exponent => "e0",
                    _ => string.Empty,
                });
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }
}
