using System.Text.Json;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>Reads bodies that have to be one JSON object.</summary>
internal static class JsonBody
{
    /// <exception cref="OpenTrainRefusal">400: empty, not JSON, or not an object.</exception>
    public static JsonDocument Parse(byte[] body)
    {
        if (body.Length == 0)
        {
            throw OpenTrainRefusal.BadRequest("The body is empty; a JSON object is expected.");
        }

        JsonDocument document;
        try
        {
            document = StrictJson.Parse(body);
        }
        catch (JsonException malformed)
        {
            throw OpenTrainRefusal.BadRequest("The body is not JSON: " + malformed.Message);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        using (document)
        {
            var issues = new ZodIssues();
            issues.WrongType(null, "object", document.RootElement);
            issues.ThrowIfAny();
            throw new InvalidOperationException("An issue always throws.");
        }
    }
}
