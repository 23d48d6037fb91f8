using System.Globalization;
using System.Text.Json;

namespace JobDraftsPS.Core.Json;

/// <summary>
/// Reads the known members of one JSON object, each tolerantly, and hands out the rest, so that nothing of an answer is lost.
/// A member of an unexpected type reads as absent and stays in the rest.
/// </summary>
internal sealed class RecordReader
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public RecordReader(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }
    }

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
            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole))
            {
                Take(name);
                return whole;
            }

            TakeNull(name, value);
        }

        return null;
    }

    public decimal? Number(string name)
    {
        if (Find(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
            {
                Take(name);
                return number;
            }

            TakeNull(name, value);
        }

        return null;
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

    /// <summary>A date-time that states no zone, kept without one.</summary>
    public DateTime? LocalDate(string name)
    {
        if (Find(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.String
                && DateTime.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                Take(name);
                return DateTime.SpecifyKind(date, DateTimeKind.Unspecified);
            }

            TakeNull(name, value);
        }

        return null;
    }

    /// <summary>Strings of an array; elements of other kinds as their JSON text. Empty when there is none.</summary>
    public string[] Texts(string name) =>
        Items(name).Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText()).ToArray();

    /// <summary>The elements of an array; empty when there is none.</summary>
    public IReadOnlyList<JsonElement> Items(string name)
    {
        if (Find(name, out var value))
        {
            if (value.ValueKind == JsonValueKind.Array)
            {
                Take(name);
                return value.EnumerateArray().ToArray();
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
    public object[] Values(string name) => Items(name).Select(item => PlainJson.Read(item) ?? string.Empty).ToArray();

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
    public IReadOnlyDictionary<string, object?> Rest() =>
        members.Where(member => !taken.Contains(member.Key)).ToDictionary(member => member.Key, member => PlainJson.Read(member.Value));

    private bool Find(string name, out JsonElement value) => members.TryGetValue(name, out value);

    private void Take(string name) => taken.Add(name);

    private void TakeNull(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            Take(name);
        }
    }
}
