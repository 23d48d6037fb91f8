using System.Text.Json;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Turns a request's bytes into a JSON object, or says why they are none.</summary>
internal static class SorceBody
{
    /// <summary>The body as an object that outlives the request; otherwise null and a message.</summary>
    public static JsonElement? Read(SandboxRequest request, SorceAssumptions assumptions, out string problem)
    {
        problem = "";
        if (request.Content.Length > assumptions.MaxBodyBytes)
        {
            problem = $"The body has {request.Content.Length} bytes, {assumptions.MaxBodyBytes} are allowed.";
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
            using var document = StrictJson.Parse(request.Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }

            problem = "The body must be a JSON object.";
        }
        catch (JsonException)
        {
            problem = "The body is not valid JSON.";
        }

        return null;
    }
}
