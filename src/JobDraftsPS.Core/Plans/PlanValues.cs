using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Plans;

/// <summary>Values as a plan holds them: the same whether they come from a sheet, the pipeline, a service or a plan's file.</summary>
internal static class PlanValues
{
    /// <summary>The value in the one form: text, whole number, decimal, flag, null, an array, or a dictionary in the order written.</summary>
    public static object? Normal(object? value)
    {
        switch (value)
        {
            case null or string or bool or long or decimal:
                return value;
            case int or short or byte or sbyte or ushort or uint:
                return Convert.ToInt64(value, CultureInfo.InvariantCulture);
            case string[] texts:
                return Array.ConvertAll<string, object?>(texts, text => text);
            default:
                using (var document = JsonDocument.Parse(PlainJson.Write([new("v", value)])))
                {
                    return PlainJson.Read(document.RootElement.GetProperty("v"));
                }
        }
    }

    /// <summary>True when both say the same to a service: numbers by their value, objects whatever the order of their members.</summary>
    public static bool Same(object? left, object? right)
    {
        switch (left, right)
        {
            case (null, null): return true;
            case (null, _) or (_, null): return false;
            case (string a, string b): return a == b || (Guid.TryParse(a, out var first) && Guid.TryParse(b, out var second) && first == second);
            case (bool a, bool b): return a == b;
            case (long or decimal, long or decimal): return Convert.ToDecimal(left, CultureInfo.InvariantCulture) == Convert.ToDecimal(right, CultureInfo.InvariantCulture);
            case (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b):
                return a.Count == b.Count && a.All(member => b.TryGetValue(member.Key, out var other) && Same(member.Value, other));
            case (object?[] a, object?[] b): return a.Length == b.Length && a.Zip(b, Same).All(same => same);
            default: return left.Equals(right);
        }
    }

    /// <summary>The value as JSON, with the members of objects in the order of their names.</summary>
    public static void WriteCanonical(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> members:
                writer.WriteStartObject();
                foreach (var member in members.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Key);
                    WriteCanonical(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    WriteCanonical(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                PlainJson.WriteValue(writer, value);
                break;
        }
    }

    /// <summary>Reads a JSON text in a cell.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static object? Parse(string text)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
        return PlainJson.Read(document.RootElement);
    }
}
