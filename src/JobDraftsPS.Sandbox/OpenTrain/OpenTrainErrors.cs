using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>Writes OpenTrain's error envelope.</summary>
internal static class OpenTrainErrors
{
    public static SandboxResponse Write(OpenTrainRefusal refusal) => Write(refusal.Status, refusal.Message, refusal.Details);

    public static SandboxResponse Write(int status, string message, JsonObject details) => SandboxResponse.Json(status, new JsonObject
    {
        ["error"] = message,
        ["code"] = Code(status),
        ["requestId"] = Guid.NewGuid().ToString(),
        ["details"] = details,
    });

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
