using JobDraftsPS.Sandbox.OpenTrain.Import;

namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>A job from draft to archive. Guarded by the store's lock.</summary>
internal sealed class OpenTrainJob(string id, OpenTrainAccount owner, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public OpenTrainAccount Owner { get; } = owner;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    public string Status { get; set; } = JobStatus.Draft;

    /// <summary>When the job was last published; null for a job that never was.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The marketplace's latest event of the job: <c>PUBLISHED</c>, <c>UPDATED</c> or <c>CLOSED</c>.</summary>
    public (string Type, DateTimeOffset At)? LatestEvent { get; set; }

    /// <summary>The place in the order of creation; lists and cursors go by it.</summary>
    public int Sequence { get; set; }

    /// <summary>The caller's own reference; kept, never looked up by.</summary>
    public string? ExternalId { get; set; }

    /// <summary>What the import made of its source; a replayed create tells it once more. Null for jobs that no create made.</summary>
    public ImportedDraft? Import { get; set; }

    /// <summary>The body of the create that made the job, as it came; null for jobs that no create made.</summary>
    public string? ImportBody { get; set; }

    /// <summary>The field values by patch key: text, decimal, or an array of texts. A key without a value is not there.</summary>
    public Dictionary<string, object> Fields { get; } = new(StringComparer.Ordinal);

    public string? Text(string key) => Fields.TryGetValue(key, out var value) ? value as string : null;

    public decimal? Number(string key) => Fields.TryGetValue(key, out var value) ? value as decimal? : null;

    public IReadOnlyList<string> List(string key) => Fields.TryGetValue(key, out var value)
        ? value as string[] ?? (value is string single ? [single] : [])
        : [];

    /// <summary>Sets each value; null clears. Arrays replace, they do not merge.</summary>
    public void Apply(IReadOnlyDictionary<string, object?> patch, DateTimeOffset now)
    {
        foreach (var change in patch)
        {
            if (change.Value is null)
            {
                Fields.Remove(change.Key);
            }
            else
            {
                Fields[change.Key] = change.Value;
            }
        }

        UpdatedAt = now;
    }
}
