using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Fields;

/// <summary>What one row asks for: a target and the values its fields shall have. Never changes once made.</summary>
public sealed class JobEdit
{
    /// <summary>Creates an edit.</summary>
    public JobEdit(string jobId, IEnumerable<FieldChange> changes, string? projectId = null)
    {
        JobId = jobId;
        ProjectId = projectId;
        Changes = changes.ToArray();
    }

    /// <summary>The job to edit.</summary>
    public string JobId { get; }

    /// <summary>The project that holds the job, where the service has projects.</summary>
    public string? ProjectId { get; }

    /// <summary>The fields in the order given, each once.</summary>
    public IReadOnlyList<FieldChange> Changes { get; }

    /// <summary>The request body: exactly the fields given, and null for those to be cleared.</summary>
    internal string ToJson() => PlainJson.Write(Changes.Select(change => new KeyValuePair<string, object?>(change.Field, change.Value)));
}
