using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>Field values between JSON and what a job keeps: text, decimal, array of texts.</summary>
internal static class DraftValues
{
    private static readonly OpenTrainAssumptions Usual = new();

    /// <summary>Reads a value of a field's type, without any conversion between types.</summary>
    /// <returns>The value, or null when it does not fit; then an issue was added.</returns>
    public static object? Read(DraftField field, JsonElement value, ZodIssues issues, OpenTrainAssumptions? assumptions = null)
    {
        var chosen = assumptions ?? Usual;
        switch (field.Kind)
        {
            case DraftFieldKind.Money or DraftFieldKind.Number or DraftFieldKind.Count:
                return ReadNumber(field, value, issues, chosen);
            case DraftFieldKind.TextList:
            case DraftFieldKind.Text or DraftFieldKind.TextOrList when value.ValueKind == JsonValueKind.Array && chosen.TextOrListFields.Contains(field.Key):
                return ReadList(field, value, issues);
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            issues.WrongType(field.Key, "string", value);
            return null;
        }

        var text = value.GetString()!;
        if (field.EnumValues is { } options && !options.Contains(text))
        {
            issues.NotOneOf(field.Key, options, text);
            return null;
        }

        return text;
    }

    public static JsonNode Write(object value) => value switch
    {
        string text => JsonValue.Create(text),
        decimal number => JsonValue.Create(number),
        string[] list => new JsonArray([.. list.Select(item => JsonValue.Create(item))]),
        _ => throw new ArgumentException("A draft keeps text, numbers and lists of text.", nameof(value)),
    };

    private static object? ReadNumber(DraftField field, JsonElement value, ZodIssues issues, OpenTrainAssumptions assumptions)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            issues.WrongType(field.Key, "number", value);
            return null;
        }

        if (field.Kind == DraftFieldKind.Count && number != Math.Floor(number))
        {
            issues.Custom(field.Key, "Has to be a whole number");
            return null;
        }

        var minimum = field.Kind switch
        {
            DraftFieldKind.Money => assumptions.MinPrice,
            DraftFieldKind.Count => assumptions.MinHeadcount,
            _ => decimal.MinValue,
        };
        if (number < minimum)
        {
            issues.TooSmall(field.Key, minimum);
            return null;
        }

        // 21.50 and 21.5 are one number; the division drops the zeros that a decimal remembers.
        return number / 1.0000000000000000000000000000m;
    }

    private static string[]? ReadList(DraftField field, JsonElement value, ZodIssues issues)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            issues.WrongType(field.Key, "array", value);
            return null;
        }

        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                issues.WrongType(field.Key, "string", item);
                return null;
            }
        }

        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }
}
