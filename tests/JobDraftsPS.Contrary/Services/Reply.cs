using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;

namespace JobDraftsPS.Contrary.Services;

/// <summary>What a service means to answer, before the settings spoil its form.</summary>
internal sealed record Reply(int Status, JsonNode? Body)
{
    /// <summary>What was done; null for a read or a refusal.</summary>
    public WriteKind? Did { get; init; }

    /// <summary>The job as it was before a write.</summary>
    public JsonNode? Before { get; init; }

    /// <summary>The member that has the id in the body of a write.</summary>
    public string IdMember { get; init; } = "id";

    /// <summary>A body that is no JSON.</summary>
    public (byte[] Bytes, string ContentType)? File { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
