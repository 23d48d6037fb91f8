using System.Globalization;
using System.Text.Json;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Reads the fields of one body: absent keeps what is there, null clears, anything else must be of the field's type.</summary>
internal sealed class SorceFieldReader(JsonElement body, SorceAssumptions assumptions, SorceFieldErrors errors)
{
    public string? Text(string name, string? present)
    {
        if (!body.TryGetProperty(name, out var value))
        {
            return present;
        }

        if (Clears(value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        errors.Add(name, $"{name} must be text.");
        return present;
    }

    public string? Choice(string name, string? present, IReadOnlyList<string> allowed)
    {
        if (!body.TryGetProperty(name, out var value))
        {
            return present;
        }

        if (Clears(value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && allowed.Contains(value.GetString()))
        {
            return value.GetString();
        }

        errors.Add(name, $"{name} must be one of {SorceText.List(allowed)}.");
        return present;
    }

    public long? Whole(string name, long? present)
    {
        if (!body.TryGetProperty(name, out var value))
        {
            return present;
        }

        if (Clears(value))
        {
            return null;
        }

        if (TryWhole(value, assumptions, out var number) && number >= 0)
        {
            return number;
        }

        errors.Add(name, $"{name} must be a whole number that is not negative.");
        return present;
    }

    public bool Flag(string name, bool present)
    {
        if (!body.TryGetProperty(name, out var value))
        {
            return present;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        errors.Add(name, $"{name} must be true or false.");
        return present;
    }

    /// <summary>Reads a whole new set; nothing of the present one stays when the field is given.</summary>
    public IReadOnlyList<T> Set<T>(string name, IReadOnlyList<T> present, SorceItemReader<T> read)
        where T : class
    {
        if (!body.TryGetProperty(name, out var value))
        {
            return present;
        }

        if (value.ValueKind == JsonValueKind.Null && !assumptions.NullArraysAreRefused)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(name, $"{name} must be an array; an empty one empties the set.");
            return present;
        }

        var items = new List<T>(value.GetArrayLength());
        foreach (var element in value.EnumerateArray())
        {
            var problem = $"each of {name} must be an object";
            var item = element.ValueKind == JsonValueKind.Object ? read(element, out problem) : null;
            if (item is null)
            {
                errors.Add(name, $"Entry {items.Count + 1}: {problem}.");
                return present;
            }

            items.Add(item);
        }

        return items;
    }

    /// <summary>A whole number of 64 bits. To JSON 5.0 and 5e0 are the same number as 5.</summary>
    public static bool TryWhole(JsonElement value, SorceAssumptions assumptions, out long number)
    {
        number = 0;
        if (value.ValueKind == JsonValueKind.String)
        {
            return !assumptions.NumericStringsAreRefused
                && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (value.TryGetInt64(out number))
        {
            return true;
        }

        if (value.TryGetDecimal(out var exact) && decimal.Truncate(exact) == exact && exact is >= long.MinValue and <= long.MaxValue)
        {
            number = (long)exact;
            return true;
        }

        return false;
    }

    private bool Clears(JsonElement value) => value.ValueKind == JsonValueKind.Null && assumptions.NullClearsScalars;
}
