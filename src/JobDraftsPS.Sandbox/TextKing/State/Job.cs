namespace JobDraftsPS.Sandbox.TextKing.State;

/// <summary>A job: one document from one language into another.</summary>
internal sealed class Job(Guid id, Project project, JobContent content)
{
    public Guid Id { get; } = id;

    public Project Project { get; } = project;

    public JobContent Content { get; set; } = content;

    public string State { get; set; } = JobStates.New;

    /// <summary>The project's number, a hyphen and the job's place: null while the job is new.</summary>
    public string? Number { get; set; }

    public Document? Source { get; set; }

    public Document? Translation { get; set; }

    /// <summary>The callbacks in the order in which they were registered.</summary>
    public List<Callback> Callbacks { get; } = [];

    /// <summary>The words of the source document, null until they are counted.</summary>
    public int? WordsAt(DateTimeOffset now) => Source is { } source && source.CountedAt <= now ? source.Words : null;
}
