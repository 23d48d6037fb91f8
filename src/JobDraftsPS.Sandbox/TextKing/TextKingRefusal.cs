using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>A request that is refused: thrown where the rule stands, answered in one place.</summary>
internal sealed class TextKingRefusal(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; } = status;

    /// <summary>Incomplete or wrong input.</summary>
    public static TextKingRefusal BadRequest(string message) => new(400, message);

    /// <summary>What was asked for does not exist, or not for this customer.</summary>
    public static TextKingRefusal NotFound(string message) => new(404, message);

    /// <summary>The project's state does not allow it; TEXTKING has no 409.</summary>
    public static TextKingRefusal Forbidden(string message) => new(403, message);

    /// <summary>The error body that is assumed, because no page shows one.</summary>
    public SandboxResponse ToResponse() =>
        SandboxResponse.Json(Status, new JsonObject { ["status"] = Status, ["message"] = Message });
}
