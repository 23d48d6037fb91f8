using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Tests.Support;

/// <summary>All that a sandbox's services tell of their jobs, read over plain HTTP with nothing of the module in between.</summary>
internal static class SandboxContents
{
    private static readonly string[] Statuses = ["DRAFT", "OPEN", "ONGOING", "COMPLETED", "ARCHIVED", "PENDING_APPROVAL"];
    private static readonly HttpClient Client = new();

    /// <summary>When something was touched is not what it holds.</summary>
    private static readonly HashSet<string> Moments = new(StringComparer.OrdinalIgnoreCase) { "updatedAt", "updated_at", "modified", "dateModified" };

    /// <summary>The entries as text, by service and id.</summary>
    public static SortedDictionary<string, string> Read(SandboxBench bench)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var status in Statuses)
        {
            foreach (var job in All(bench, "OpenTrain", "jobs/mine?limit=100&status=" + status, "jobs", page => (string?)page["nextCursor"] is { } next ? "&cursor=" + next : null))
            {
                var id = (string)(job["jobId"] ?? job["id"])!;
                found["OpenTrain/" + id] = Text(job) + (status == "OPEN" ? Text(Get(bench, "OpenTrain", "jobs/" + id)) : string.Empty);
            }
        }

        foreach (var project in All(bench, "TextKing", "projects?per_page=50", "items", NextPage))
        {
            var id = (string)project["id"]!;
            found["TextKing/" + id] = Text(project);
            foreach (var job in All(bench, "TextKing", $"project/{id}/jobs?per_page=50", "items", NextPage))
            {
                found["TextKing/" + (string)job["id"]!] = Text(job);
            }
        }

        foreach (var listing in All(bench, "Sorce", "jobs", "items", _ => null))
        {
            found["Sorce/" + (string)listing["id"]!] = Text(listing);
        }

        return found;
    }

    private static string? NextPage(JsonNode page) =>
        (int)page["page"]! * (int)page["per_page"]! < (int)page["total"]! ? $"&page={(int)page["page"]! + 1}" : null;

    private static IEnumerable<JsonNode> All(SandboxBench bench, string service, string path, string member, Func<JsonNode, string?> next)
    {
        for (var more = string.Empty; more is not null;)
        {
            var page = Get(bench, service, path + more);
            foreach (var entry in page as JsonArray ?? page[member]!.AsArray())
            {
                yield return entry!;
            }

            more = page is JsonObject ? next(page) : null;
        }
    }

    private static JsonNode Get(SandboxBench bench, string service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{bench.Address(service).AbsoluteUri.TrimEnd('/')}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bench.Token(service));
        using var response = Client.Send(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(response.Content.ReadAsStream())!;
    }

    private static string Text(JsonNode entry)
    {
        Clean(entry);
        return entry.ToJsonString();
    }

    /// <summary>Takes out what no edit can bring back: moments, and the ids that Sorce gives the entries of a set whenever it is replaced.</summary>
    private static void Clean(JsonNode? entry)
    {
        if (entry is JsonObject members)
        {
            foreach (var name in members.Select(member => member.Key).Where(name => Moments.Contains(name) || (name == "id" && members.Parent is JsonArray && (members.ContainsKey("prompt") || members.ContainsKey("text")))).ToArray())
            {
                members.Remove(name);
            }
        }

        foreach (var child in entry is JsonObject whole ? whole.Select(member => member.Value) : entry as JsonArray ?? Enumerable.Empty<JsonNode?>())
        {
            Clean(child);
        }
    }
}
