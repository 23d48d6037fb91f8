using System.Text.Json;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Calls;

/// <summary>What the body of a success says beyond its documented form.</summary>
internal static class SuccessBody
{
    private const string Envelope = "data";

    /// <summary>What may be the documented body: the body itself, then what is inside <c>data</c>.</summary>
    public static IEnumerable<JsonElement> Candidates(ApiResponse response, bool takesArray)
    {
        if (response.Json is not { } body)
        {
            yield break;
        }

        if (IsCandidate(body, takesArray))
        {
            yield return body;
        }

        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty(Envelope, out var inner) && IsCandidate(inner, takesArray))
        {
            yield return inner;
        }
    }

    /// <summary>
    /// True where a success status of a write stands for itself: no page promises the body of every write. A page, or half a body, is somebody
    /// else's, and one that names an error denies its own status.
    /// </summary>
    public static bool SaysDone(ApiRequest request, ApiResponse response) =>
        request.IsWrite && (response.Body.Length == 0 || (response.Json is { } body && !Denies(body)));

    private static bool IsCandidate(JsonElement body, bool takesArray) =>
        body.ValueKind == JsonValueKind.Object || (takesArray && body.ValueKind == JsonValueKind.Array);

    private static bool Denies(JsonElement body) => body.ValueKind == JsonValueKind.Object && body.EnumerateObject().Any(member => member.Name switch
    {
        "ok" or "success" => member.Value.ValueKind == JsonValueKind.False,
        "error" or "errors" => member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.String or JsonValueKind.True || (member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 0),
        "status" or "statusCode" => RecordReader.NumberIn(member.Value) is >= 400 and < 600,
        _ => false,
    });
}
