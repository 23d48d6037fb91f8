using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>Every refusal of the service: status, stable code and a message for people.</summary>
internal sealed class SorceErrors(SorceAssumptions assumptions)
{
    private const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>One answer for a missing, malformed, unknown and revoked key, so that a caller learns nothing about keys.</summary>
    public SandboxResponse InvalidServiceKey() => Answer(401, "INVALID_SERVICE_KEY", "The service key is missing or not valid.");

    public SandboxResponse RateLimited(int retryAfterSeconds)
    {
        var envelope = Envelope("RATE_LIMITED", "Too many requests with this key. Wait for the seconds named and try again.");
        var holder = assumptions.RetryAfterSitsInError ? (JsonObject)envelope["error"]! : envelope;
        holder["retryAfterSeconds"] = retryAfterSeconds;
        return Answer(429, envelope);
    }

    /// <summary>The same for an id that never was and for another company's job.</summary>
    public SandboxResponse JobNotFound() => Answer(404, "NOT_FOUND", "There is no such job.");

    public SandboxResponse PathNotFound() => Answer(404, "NOT_FOUND", "There is no such path.");

    public SandboxResponse WrongMethod(IEnumerable<string> allowed)
    {
        var methods = string.Join(", ", allowed);
        return Answer(assumptions.WrongMethodStatus, assumptions.WrongMethodCode, $"This path takes {methods}.").With("Allow", methods);
    }

    public SandboxResponse MalformedBody(string message) => Answer(assumptions.MalformedBodyStatus, ValidationFailed, message);

    public SandboxResponse Invalid(SorceFieldErrors fields) => Fields("Some fields are not valid.", fields);

    public SandboxResponse Invalid(string field, string message)
    {
        var fields = new SorceFieldErrors();
        fields.Add(field, message);
        return Invalid(fields);
    }

    public SandboxResponse Incomplete(SorceFieldErrors fields) => Fields("A published job needs these fields.", fields);

    public SandboxResponse AgreementOutdated() => Answer(409, "AGREEMENT_OUTDATED", "The current employer terms are not accepted yet. Accept them in the dashboard.");

    public SandboxResponse PaymentMethodRequired() => Answer(402, "PAYMENT_METHOD_REQUIRED", "There is no card on file. Add one in the dashboard under Billing.");

    public SandboxResponse InvalidTransition(SorceOperation change, string status) =>
        Answer(409, "INVALID_TRANSITION", $"A job in status {status} does not take {change.ToString().ToUpperInvariant()}.");

    public SandboxResponse JobNotEditable(string status) => Answer(409, "JOB_NOT_EDITABLE", $"A job in status {status} can no longer be edited.");

    public SandboxResponse JobFrozen() => Answer(409, "JOB_FROZEN", "The job has applications: its qualifications and questions are locked.");

    /// <summary>The server fault, for a caller that forces one.</summary>
    public SandboxResponse Internal() => Answer(500, "INTERNAL", "Something went wrong on our side.");

    /// <summary>An error that was asked for, worded as the service words its own.</summary>
    public SandboxResponse Forced(int status, string message, int? retryAfterSeconds) => status == 429 && retryAfterSeconds is { } seconds
        ? RateLimited(seconds)
        : Answer(status, status == 429 ? "RATE_LIMITED" : "INTERNAL", message);

    private SandboxResponse Fields(string message, SorceFieldErrors fields)
    {
        var envelope = Envelope(ValidationFailed, message);
        ((JsonObject)envelope["error"]!)["fields"] = fields.ToJson();
        return Answer(422, envelope);
    }

    private SandboxResponse Answer(int status, string code, string message) => Answer(status, Envelope(code, message));

    private SandboxResponse Answer(int status, JsonObject envelope) =>
        SandboxResponse.Json(status, envelope).With("Content-Type", assumptions.ContentType);

    private static JsonObject Envelope(string code, string message) =>
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };
}
