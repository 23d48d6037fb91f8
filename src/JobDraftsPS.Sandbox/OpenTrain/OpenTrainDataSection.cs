using System.Text.Json;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>
/// The data file's <c>openTrain</c> member: <c>{"drafts": [{...}]}</c>, jobs of the main account in draft keys, with
/// <c>jobId</c>, <c>status</c> and <c>externalId</c> beside them where wanted.
/// </summary>
internal static class OpenTrainDataSection
{
    private const int LongestId = 64;

    /// <exception cref="InvalidDataException">Something is not as described; the message says which job and why.</exception>
    public static void Load(JsonElement section, JobStore store, DateTimeOffset now)
    {
        if (section.ValueKind != JsonValueKind.Object
            || section.EnumerateObject().Any(member => member.Name != "drafts")
            || !section.TryGetProperty("drafts", out var drafts)
            || drafts.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("openTrain has to be an object with one list, drafts.");
        }

        var number = 0;
        foreach (var entry in drafts.EnumerateArray())
        {
            Add(entry, $"openTrain.drafts[{number++}]", store, now);
        }
    }

    private static void Add(JsonElement entry, string at, JobStore store, DateTimeOffset now)
    {
        Must(entry.ValueKind == JsonValueKind.Object, at, "has to be an object");
        var id = Text(entry, "jobId", at);
        var status = Text(entry, "status", at) ?? JobStatus.Draft;
        Must(id is null || (id.Length is > 0 and <= LongestId && store.Find(id) is null), at, $"has a jobId that is taken or not 1 to {LongestId} characters long");
        Must(JobStatus.All.Contains(status), at, "has a status other than " + string.Join(", ", JobStatus.All));
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in entry.EnumerateObject().Where(member => member.Name is not ("jobId" or "status" or "externalId")))
        {
            var field = DraftSchema.Find(member.Name);
            Must(field is not null, at, $"has the unknown key {member.Name}");
            fields[member.Name] = DraftValues.Read(field!, member.Value, new ZodIssues());
            Must(fields[member.Name] is not null, at, $"has a {member.Name} that is no {field!.TypeName} as a draft takes it");
        }

        var job = store.Add(OpenTrainSeed.Main, now, id);
        job.ExternalId = Text(entry, "externalId", at);
        job.Apply(fields, now);
        job.Status = status;
        if (status != JobStatus.Draft)
        {
            job.PublishedAt = now;
            job.LatestEvent = (status == JobStatus.Archived ? "CLOSED" : "PUBLISHED", now);
        }
    }

    private static string? Text(JsonElement entry, string name, string at)
    {
        if (!entry.TryGetProperty(name, out var value))
        {
            return null;
        }

        Must(value.ValueKind == JsonValueKind.String, at, $"has a {name} that is no text");
        return value.GetString();
    }

    private static void Must(bool holds, string at, string fault)
    {
        if (!holds)
        {
            throw new InvalidDataException($"{at} {fault}.");
        }
    }
}
