using System.Text.Json;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing.Wire;

/// <summary>The body of a request that writes a resource: a JSON object whose unknown and read-only fields are ignored.</summary>
/// <remarks>Absent, null and a value are three different things: absent leaves a field alone, null clears an optional one.</remarks>
internal sealed class JsonBody
{
    private static readonly object OtherType = new();

    private readonly Dictionary<string, object?> fields;

    private JsonBody(Dictionary<string, object?> fields) => this.fields = fields;

    /// <summary>Reads the body.</summary>
    /// <exception cref="TextKingRefusal">406: the body's type is not JSON; 400: it is no JSON object.</exception>
    public static JsonBody Read(SandboxRequest request, int unsupportedTypeStatus)
    {
        var type = request.Header("Content-Type")?.Split([';'])[0].Trim();
        var isJson = string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && (request.Body.Length > 0 || !string.IsNullOrEmpty(type)))
        {
            throw new TextKingRefusal(unsupportedTypeStatus, $"The body's Content-Type is '{type}'; application/json is allowed.");
        }

        try
        {
            using var document = StrictJson.Parse(request.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw TextKingRefusal.BadRequest("The body must be a JSON object.");
            }

            var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                fields[property.Name] = ValueOf(property.Value);
            }

            return new JsonBody(fields);
        }
        catch (JsonException)
        {
            throw TextKingRefusal.BadRequest("The body is not valid JSON.");
        }
    }

    /// <summary>A field that must not become empty: the present value when absent.</summary>
    /// <exception cref="TextKingRefusal">400: absent without a present value, null, empty, or no text.</exception>
    public string RequiredText(string name, string? present)
    {
        if (!fields.ContainsKey(name))
        {
            return present ?? throw TextKingRefusal.BadRequest($"'{name}' is required.");
        }

        var text = OptionalText(name, present);
        return string.IsNullOrWhiteSpace(text) ? throw TextKingRefusal.BadRequest($"'{name}' must not be empty.") : text!;
    }

    /// <summary>A field that null clears: the present value when absent.</summary>
    /// <exception cref="TextKingRefusal">400: neither text nor null.</exception>
    public string? OptionalText(string name, string? present)
    {
        if (!fields.TryGetValue(name, out var value))
        {
            return present;
        }

        return value is null or string ? (string?)value : throw TextKingRefusal.BadRequest($"'{name}' must be a string.");
    }

    /// <summary>A field that null clears, whose text is read by <paramref name="read"/>; the present value when absent.</summary>
    /// <exception cref="TextKingRefusal">400: neither text nor null, or text that <paramref name="read"/> refuses.</exception>
    public T? OptionalValue<T>(string name, T? present, Func<string, T> read)
        where T : struct
    {
        if (!fields.ContainsKey(name))
        {
            return present;
        }

        return OptionalText(name, null) is { } text ? read(text) : null;
    }

    /// <summary>A flag: the present value when absent or null.</summary>
    /// <exception cref="TextKingRefusal">400: neither true, false nor null.</exception>
    public bool Flag(string name, bool present)
    {
        if (!fields.TryGetValue(name, out var value) || value is null)
        {
            return present;
        }

        return value is bool flag ? flag : throw TextKingRefusal.BadRequest($"'{name}' must be true or false.");
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => OtherType,
    };
}
