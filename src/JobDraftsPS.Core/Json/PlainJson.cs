using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace JobDraftsPS.Core.Json;

/// <summary>JSON to and from plain .NET values, so that no JSON type shows in a public signature.</summary>
internal static class PlainJson
{
    /// <summary>String, long, decimal (double beyond its range, text beyond that), bool, null, <c>object?[]</c> or an ordered dictionary.</summary>
    public static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when element.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number when element.TryGetDecimal(out var exact) => exact,
        // A number beyond every range stays what it was: its text.
        JsonValueKind.Number => element.TryGetDouble(out var wide) && !double.IsInfinity(wide) ? wide : element.GetRawText(),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToArray(),
        JsonValueKind.Object => ReadObject(element),
        _ => null,
    };

    /// <summary>The members of an object; of a doubled name the last one counts.</summary>
    public static IReadOnlyDictionary<string, object?> ReadObject(JsonElement element)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = Read(member.Value);
        }

        return members;
    }

    /// <summary>One JSON object with the members in the order given. Decimals keep the digits they were written with.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, object?>> members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.WriterOptions))
        {
            WriteObject(writer, members);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The same with the members of every object in the order of their names: equal content gives equal text.</summary>
    public static string WriteCanonical(IEnumerable<KeyValuePair<string, object?>> members) => Write(Sorted(members));

    private static IEnumerable<KeyValuePair<string, object?>> Sorted(IEnumerable<KeyValuePair<string, object?>> members) =>
        members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => new KeyValuePair<string, object?>(member.Key, SortedValue(member.Value)));

    private static object? SortedValue(object? value) => value switch
    {
        string => value,
        IEnumerable<KeyValuePair<string, object?>> members => Sorted(members),
        IDictionary dictionary => Sorted(Members(dictionary)),
        IEnumerable items => items.Cast<object?>().Select(SortedValue).ToArray(),
        _ => value,
    };

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Key);
            WriteValue(writer, member.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>One value.</summary>
    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case decimal exact: writer.WriteNumberValue(exact); break;
            case double approximate: writer.WriteNumberValue(approximate); break;
            case float approximate: writer.WriteNumberValue(approximate); break;
            case ulong whole: writer.WriteNumberValue(whole); break;
            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteObject(writer, members); break;
            case IDictionary dictionary: WriteObject(writer, Members(dictionary)); break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            case DateTime date: writer.WriteStringValue(date); break;
            case DateTimeOffset date: writer.WriteStringValue(date); break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Members(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty, entry.Value);
        }
    }
}
