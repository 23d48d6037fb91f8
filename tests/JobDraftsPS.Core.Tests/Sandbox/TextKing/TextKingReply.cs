using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

/// <summary>An answer with its JSON at hand.</summary>
internal sealed class TextKingReply(SandboxResponse response)
{
    public int Status => response.Status;

    public byte[] Body => response.Body;

    public JsonObject Json => JsonNode.Parse(response.Body)!.AsObject();

    public JsonArray Items => Json["items"]!.AsArray();

    public string? Header(string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    public string? Text(string field)
    {
        Assert.True(Json.ContainsKey(field), $"The field '{field}' is missing.");
        return (string?)Json[field];
    }

    public string? Link(string rel) => LinkOf(Json, rel);

    public static string? LinkOf(JsonNode resource, string rel) =>
        (string?)resource["links"]!.AsArray().SingleOrDefault(link => (string?)link!["rel"] == rel)?["href"];
}
