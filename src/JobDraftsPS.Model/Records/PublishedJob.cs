namespace JobDraftsPS;

/// <summary>An OpenTrain job that is, or was, on the marketplace.</summary>
public sealed class PublishedJob : JobRecord
{
    /// <inheritdoc />
    public override JobService Service => JobService.OpenTrain;

    /// <summary>The public page of the job.</summary>
    public string? JobUrl { get; init; }

    /// <summary>True when the job had been published before and this call changed nothing.</summary>
    public bool AlreadyPublished { get; init; }

    /// <summary>The service's audit id of the publication; null on a repeat.</summary>
    public string? PublishAttemptId { get; init; }

    /// <summary>Remarks of the service that do not block.</summary>
    public string[] Warnings { get; init; } = [];
}
