namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>The state machine: which change a status takes, what it leads to, and what time does by itself.</summary>
internal sealed class SorceLifecycle(SorceAssumptions assumptions)
{
    /// <summary>How long a listing runs; documented, and not stretched by a pause.</summary>
    public static readonly TimeSpan Run = TimeSpan.FromDays(30);

    /// <summary>The job as it stands at a moment: nothing runs in the background, a job is expired from the first look after its time.</summary>
    public SorceJob At(SorceJob job, DateTimeOffset now)
    {
        var runs = job.Status == SorceValues.Active || (job.Status == SorceValues.Paused && assumptions.PausedExpires);
        return runs && now >= job.ExpiresAt ? job with { Status = SorceValues.Expired } : job;
    }

    public bool Allows(SorceOperation change, string status) => (change, status) switch
    {
        (SorceOperation.Publish, SorceValues.Draft) => true,
        (SorceOperation.Publish, SorceValues.Expired) => assumptions.ExpiredCanBePublished,
        (SorceOperation.Pause, SorceValues.Active) => true,
        (SorceOperation.Resume, SorceValues.Paused) => true,
        (SorceOperation.Close, SorceValues.Active) => true,
        (SorceOperation.Close, SorceValues.Paused) => assumptions.PausedCanBeClosed,
        (SorceOperation.Close, SorceValues.Draft) => assumptions.DraftsCanBeClosed,
        _ => false,
    };

    public static bool IsEditable(string status) => status is SorceValues.Draft or SorceValues.Active or SorceValues.Paused;

    /// <summary>Whether an edit must leave the job complete.</summary>
    public bool MustStayComplete(string status) =>
        status == SorceValues.Active || (status == SorceValues.Paused && assumptions.PausedCountsAsLive);

    /// <summary>The job after a change that <see cref="Allows"/> lets through. Times have whole seconds, as the service shows them.</summary>
    public SorceJob Apply(SorceOperation change, SorceJob job, DateTimeOffset now)
    {
        var moment = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return change switch
        {
            SorceOperation.Publish => job with { Status = SorceValues.Active, PublishedAt = moment, ExpiresAt = moment + Run },
            SorceOperation.Pause => job with { Status = SorceValues.Paused },
            SorceOperation.Resume when assumptions.ResumeRenews => job with { Status = SorceValues.Active, ExpiresAt = moment + Run },
            SorceOperation.Resume => job with { Status = SorceValues.Active },
            SorceOperation.Close => job with { Status = SorceValues.Closed, ClosedAt = moment },
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Publish, Pause, Resume and Close change a status."),
        };
    }
}
