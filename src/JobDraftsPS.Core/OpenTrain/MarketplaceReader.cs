using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>Reads what the marketplace tells of all jobs together.</summary>
internal static class MarketplaceReader
{
    private static readonly string[] KnownFacets = ["categories", "languages", "countries", "payTypes"];

    /// <summary>The counts by facet and value, also of facets that the service added; null when the answer has no count at all.</summary>
    public static IReadOnlyList<PublishedJobFacet>? Facets(JsonElement element)
    {
        var reader = new RecordReader(element);
        var total = reader.Whole("totalJobs");
        var generatedAt = reader.Moment("generatedAt");
        var lists = element.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array).ToArray();
        if (total is null && !lists.Any(list => KnownFacets.Contains(list.Name)))
        {
            return null;
        }

        foreach (var list in lists)
        {
            reader.Skip(list.Name);
        }

        var rest = reader.Rest();
        return [.. from list in lists from entry in list.Value.EnumerateArray() select Facet(list.Name, entry, total, generatedAt, rest)];
    }

    /// <summary>One answer of changes; null when it does not say until when it goes, or an entry has no job.</summary>
    public static ChangePage? Changes(JsonElement element, DateTimeOffset since)
    {
        var reader = new RecordReader(element);
        if (reader.Moment("until") is not { } until || !element.TryGetProperty("changes", out var found) || found.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var changes = found.EnumerateArray().Select(entry => Change(entry, since, until)).ToArray();
        return changes.Contains(null) ? null : new ChangePage(changes!, until);
    }

    private static PublishedJobFacet Facet(string name, JsonElement entry, long? total, DateTimeOffset? generatedAt, IReadOnlyDictionary<string, object?> rest)
    {
        var reader = new RecordReader(entry);
        var facet = new PublishedJobFacet
        {
            Facet = name,
            Value = reader.Text("value") ?? (entry.ValueKind == JsonValueKind.String ? entry.GetString()! : string.Empty),
            Count = reader.Whole("count") ?? 0,
            TotalJobs = total,
            GeneratedAt = generatedAt,
            AdditionalData = Together(reader.Rest(), rest),
        };
        return facet;
    }

    private static PublishedJobChange? Change(JsonElement entry, DateTimeOffset since, DateTimeOffset until)
    {
        var reader = new RecordReader(entry);
        return reader.Text("jobId") is not { Length: > 0 } jobId ? null : new PublishedJobChange
        {
            JobId = jobId,
            EventType = reader.Text("eventType"),
            OccurredAt = reader.Moment("occurredAt"),
            Since = since,
            Until = until,
            AdditionalData = reader.Rest(),
        };
    }

    private static IReadOnlyDictionary<string, object?> Together(IReadOnlyDictionary<string, object?> own, IReadOnlyDictionary<string, object?> shared) =>
        shared.Count == 0 ? own : own.Concat(shared.Where(pair => !own.ContainsKey(pair.Key))).ToDictionary(pair => pair.Key, pair => pair.Value);
}
