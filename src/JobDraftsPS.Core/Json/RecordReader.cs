using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Json;

namespace JobDraftsPS.Core.Json;

/// <summary>
/// Reads the known members of one JSON object, each tolerantly, and hands out the rest, so that nothing of an answer is lost.
/// A member of an unexpected type reads as absent and stays in the rest.
/// </summary>
internal sealed class RecordReader
{
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new ReadOnlyDictionary<string, object?>(new Dictionary<string, object?>(0));

    private readonly JsonElement record;
    private readonly List<string> taken = new(8);

    public RecordReader(JsonElement element) => record = element;

    public string? Text(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String: Take(name); return value.GetString();
            case JsonValueKind.Number: Take(name); return value.GetRawText();
            case JsonValueKind.Null: Take(name); return null;
            default: return null;
        }
    }

    public bool? Flag(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.True: Take(name); return true;
            case JsonValueKind.False: Take(name); return false;
            case JsonValueKind.Null: Take(name); return null;
            default: return null;
        }
    }

    public long? Whole(string name)
    {
        if (Find(name, out var value))
        {
            if (NumberIn(value) is >= long.MinValue and <= long.MaxValue and var number && decimal.Truncate(number) == number)
            {
                Take(name);
                return (long)number;
            }

            TakeNull(name, value);
        }

        return null;
    }

    public decimal? Number(string name)
    {
        if (Find(name, out var value))
        {
            if (NumberIn(value) is { } number)
            {
                Take(name);
                return number;
            }

            TakeNull(name, value);
        }

        return null;
    }

    /// <summary>Any value, plain; null when there is none.</summary>
    public object? Value(string name)
    {
        if (!Find(name, out var value))
        {
            return null;
        }

        Take(name);
        return PlainJson.Read(value);
    }

    /// <summary>A moment with its offset; a text without one is taken as UTC.</summary>
    public DateTimeOffset? Moment(string name)
    {
        if (Find(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.String
                && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                Take(name);
                return moment;
            }

            TakeNull(name, value);
        }

        return null;
    }

    /// <summary>A date-time that states no zone, kept without one. Where it states one all the same, the clock's hands stay as they were written.</summary>
    public DateTime? LocalDate(string name)
    {
        if (Find(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.String
                && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            {
                Take(name);
                return date.DateTime;
            }

            TakeNull(name, value);
        }

        return null;
    }

    /// <summary>Strings of an array; elements of other kinds as their JSON text. Empty when there is none.</summary>
    public string[] Texts(string name) => Each(name, item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText());

    /// <summary>The elements of an array; empty when there is none.</summary>
    public IReadOnlyList<JsonElement> Items(string name) => Each(name, item => item);

    /// <summary>What is read out of each element of an array; empty when there is none.</summary>
    public T[] Each<T>(string name, Func<JsonElement, T> read)
    {
        if (Find(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                Take(name);
                return value.GetArrayLength() == 0 ? [] : value.EnumerateArray().Select(read).ToArray();
            }

            TakeNull(name, value);
        }

        return [];
    }

    /// <summary>The elements of an array of objects; null when there is none, or something else is among them.</summary>
    public IReadOnlyList<JsonElement>? Objects(string name)
    {
        if (Find(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
            {
                Take(name);
                return value.EnumerateArray().ToArray();
            }

            TakeNull(name, value);
        }

        return null;
    }

    /// <summary>The elements of an array as plain values.</summary>
    public object[] Values(string name) => Each(name, item => PlainJson.Read(item) ?? string.Empty);

    /// <summary>A member that is an object, or null.</summary>
    public JsonElement? Object(string name)
    {
        if (Find(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                Take(name);
                return value;
            }

            TakeNull(name, value);
        }

        return null;
    }

    /// <summary>Marks a member as known without reading it.</summary>
    public void Skip(string name) => Take(name);

    /// <summary>All members that nobody asked for, as plain values.</summary>
    public IReadOnlyDictionary<string, object?> Rest()
    {
        Dictionary<string, object?>? rest = null;
        if (record.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in record.EnumerateObject())
            {
                if (!IsTaken(member))
                {
                    (rest ??= new Dictionary<string, object?>(StringComparer.Ordinal))[member.Name] = PlainJson.Read(member.Value);
                }
            }
        }

        return rest is null ? Nothing : rest;
    }

    private bool IsTaken(JsonProperty member)
    {
        foreach (var name in taken)
        {
            if (member.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The member of that name; of several the last, as everywhere.</summary>
    private bool Find(string name, out JsonElement value)
    {
        value = default;
        return record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out value);
    }

    /// <summary>A number, or the one that a text holds: many servers write what a database gave them as a text.</summary>
    public static decimal? NumberIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private void Take(string name) => taken.Add(name);

    private void TakeNull(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            Take(name);
        }
    }
}
