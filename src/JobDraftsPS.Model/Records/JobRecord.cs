namespace JobDraftsPS;

/// <summary>What every job-like object has, whichever service it lives in.</summary>
public abstract class JobRecord : IServiceRecord
{
    /// <summary>The service that holds the job.</summary>
    public abstract JobService Service { get; }

    /// <summary>The service's id of the job, opaque.</summary>
    public string JobId { get; internal init; } = string.Empty;

    /// <summary>The job's title or name; null where the answer did not carry it.</summary>
    public string? Title { get; internal init; }

    /// <summary>The job's status in the service's own word.</summary>
    public string? Status { get; internal init; }

    /// <summary>True when nothing keeps the job from being published, null where nobody can know.</summary>
    public bool? PublishReady => Validation?.PublishReady;

    /// <summary>How many fields are missing; null where nobody can know.</summary>
    public int? MissingFieldCount => Validation?.MissingFieldCount;

    /// <summary>What is still in the way of publishing; null where nobody can know.</summary>
    public JobValidation? Validation { get; internal init; }

    internal IReadOnlyDictionary<string, object?> AdditionalData { get; init; } = Empty.Data;

    IReadOnlyDictionary<string, object?> IServiceRecord.AdditionalData => AdditionalData;

    /// <inheritdoc />
    public override string ToString() => $"{Service} job '{JobId}'";
}
