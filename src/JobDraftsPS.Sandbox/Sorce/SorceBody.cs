using System.Text;
using System.Text.Json;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Turns a request's bytes into a JSON object, or says why they are none.</summary>
internal static class SorceBody
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as an object that outlives the request; otherwise null and a message.</summary>
    public static JsonElement? Read(SandboxRequest request, SorceAssumptions assumptions, out string problem)
    {
        problem = "";
        if (request.Body.Length > assumptions.MaxBodyBytes)
        {
            problem = $"The body has {request.Body.Length} bytes, {assumptions.MaxBodyBytes} are allowed.";
            return null;
        }

        var mediaType = (request.Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (!mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            problem = "The content type must be application/json.";
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(StrictUtf8.GetString(request.Body));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                Decode(document.RootElement);
                return document.RootElement.Clone();
            }

            problem = "The body must be a JSON object.";
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            problem = "The body is not valid JSON.";
        }

        return null;
    }

    /// <summary>The parser leaves strings undecoded; half a surrogate pair shows only here, and must not show later as a fault of the server.</summary>
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
