using System.Net;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Core.Tests.Sandbox;

/// <summary>An answer as a test looks at it: status, text, and the text as JSON.</summary>
internal sealed record Reply(HttpStatusCode Status, string Text, HttpResponseMessage Message)
{
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException("The body is the JSON null.");

    public JsonNode? this[string member] => Json[member];
}
