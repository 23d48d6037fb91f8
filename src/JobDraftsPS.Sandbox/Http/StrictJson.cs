using System.Text.Json;

namespace JobDraftsPS.Sandbox.Http;

/// <summary>Reads a body whose every text can be taken out.</summary>
internal static class StrictJson
{
    /// <summary>Parses a body.</summary>
    /// <exception cref="JsonException">It is no JSON, or a text in it is no Unicode.</exception>
    public static JsonDocument Parse(byte[] body)
    {
        var document = JsonDocument.Parse(body);
        try
        {
            Decode(document.RootElement);
            return document;
        }
        catch (InvalidOperationException noText)
        {
            document.Dispose();
            throw new JsonException("A text in it is no Unicode.", noText);
        }
    }

    /// <summary>The parser leaves texts undecoded; half a surrogate pair shows only here, and must not show later as a fault of the server.</summary>
    private static void Decode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Decode(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Decode(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
