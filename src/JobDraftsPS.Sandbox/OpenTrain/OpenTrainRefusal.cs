using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>An answer other than success, thrown from where it is found and written in one place.</summary>
internal sealed class OpenTrainRefusal(int status, string message, JsonObject? details = null) : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject Details { get; } = details ?? [];

    public static OpenTrainRefusal BadRequest(string message, JsonObject? details = null) => new(400, message, details);

    public static OpenTrainRefusal Forbidden(string message, JsonObject? details = null) => new(403, message, details);

    public static OpenTrainRefusal NoSuchJob(string id) =>
        new(404, "There is no such job.", new JsonObject { ["resource"] = "jobs", ["jobId"] = id });

    public static OpenTrainRefusal Conflict(string message, JsonObject details) => new(409, message, details);

    public static OpenTrainRefusal RateLimited(string message, JsonObject details) => new(429, message, details);
}
