using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.Http;

/// <summary>An answer: status, headers and the bytes of the body.</summary>
public sealed class SandboxResponse
{
    /// <summary>Creates an answer; headers may be added afterwards.</summary>
    public SandboxResponse(int status, byte[]? body = null, string? contentType = null)
        : this(status, body is null ? SandboxBody.Empty : new SandboxBody(body), contentType)
    {
    }

    /// <summary>Creates an answer whose body may be large.</summary>
    public SandboxResponse(int status, SandboxBody body, string? contentType)
    {
        Status = status;
        Content = body;
        if (contentType is not null)
        {
            Headers["Content-Type"] = contentType;
        }
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body; empty when there is none.</summary>
    public SandboxBody Content { get; }

    /// <summary>The whole body in memory.</summary>
    public byte[] Body => Content.ToArray();

    /// <summary>Headers besides Content-Length and Connection, which the server writes itself; so it does with a Date that is not given.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An answer whose body is JSON in UTF-8.</summary>
    public static SandboxResponse Json(int status, JsonNode body) =>
        new(status, System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json; charset=utf-8");

    /// <summary>Adds a header and returns the same answer.</summary>
    public SandboxResponse With(string name, string value)
    {
        Headers[name] = value;
        return this;
    }
}
