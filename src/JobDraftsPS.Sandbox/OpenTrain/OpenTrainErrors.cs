using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>Writes OpenTrain's error envelope.</summary>
internal static class OpenTrainErrors
{
    public static SandboxResponse Write(OpenTrainRefusal refusal, OpenTrainAssumptions assumptions) =>
        Write(refusal.Status, refusal.Message, Details(refusal.Details, assumptions));

    public static SandboxResponse Write(int status, string message, JsonNode? details)
    {
        var envelope = new JsonObject
        {
            ["error"] = message,
            ["code"] = Code(status),
            ["requestId"] = Guid.NewGuid().ToString(),
        };
        if (details is not null)
        {
            envelope["details"] = details;
        }

        return SandboxResponse.Json(status, envelope);
    }

    private static JsonNode? Details(JsonObject details, OpenTrainAssumptions assumptions)
    {
        if (details.Count == 0 && assumptions.OmitsEmptyDetails)
        {
            return null;
        }

        if (assumptions.SchemaIssues == ZodIssues.Member || !details.TryGetPropertyValue(ZodIssues.Member, out var issues))
        {
            return details;
        }

        details.Remove(ZodIssues.Member);
        if (assumptions.SchemaIssues.Length == 0)
        {
            return issues;
        }

        details[assumptions.SchemaIssues] = issues;
        return details;
    }

    private static string Code(int status) => status switch
    {
        401 => "UNAUTHORIZED",
        403 => "FORBIDDEN",
        404 => "NOT_FOUND",
        409 => "CONFLICT",
        429 => "RATE_LIMITED",
        >= 500 => "INTERNAL_ERROR",
        _ => "BAD_REQUEST",
    };
}
