using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Contrary.Wire;

/// <summary>One request as the services read it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The segments of the path, decoded.</param>
/// <param name="Query">The query, decoded.</param>
/// <param name="Headers">The headers by their names in any case.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record WireRequest(
    string Method,
    IReadOnlyList<string> Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body)
{
    /// <summary>The body as an object; null when it is none.</summary>
    public JsonObject? Json()
    {
        try
        {
            return JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same for the same request sent again.</summary>
    public string Key => $"{Method} {string.Join('/', Path)} {string.Join('&', Query.Select(pair => $"{pair.Key}={pair.Value}"))} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Body))}";

    public override string ToString() =>
        $"{Method} /{string.Join('/', Path)}{(Query.Count == 0 ? string.Empty : "?" + string.Join('&', Query.Select(pair => $"{pair.Key}={pair.Value}")))} {Encoding.UTF8.GetString(Body)}".TrimEnd();
}
