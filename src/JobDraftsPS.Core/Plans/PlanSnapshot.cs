namespace JobDraftsPS.Core.Plans;

/// <summary>What the services told about the jobs of a plan, as far as they tell.</summary>
public sealed class PlanSnapshot
{
    private readonly Dictionary<string, JobSnapshot> jobs = new(StringComparer.Ordinal);
    private readonly HashSet<string> complete = new(StringComparer.Ordinal);

    /// <summary>How many publications OpenTrain allows right now; null when not known.</summary>
    public int? PublishRoom { get; set; }

    /// <summary>Enters what is known of a job.</summary>
    public JobSnapshot Know(JobService service, string? projectId, string? jobId)
    {
        var key = PlanKeys.Of(service, projectId, jobId);
        if (!jobs.TryGetValue(key, out var job))
        {
            jobs[key] = job = new JobSnapshot();
        }

        return job;
    }

    /// <summary>Says that all jobs of a service, or of a project, are entered: what is not here does not exist.</summary>
    public void Complete(JobService service, string? projectId) => complete.Add(PlanKeys.Of(service, projectId, null));

    internal JobSnapshot? Find(string key) => jobs.TryGetValue(key, out var job) ? job : null;

    internal bool IsComplete(JobService service, string? projectId) => complete.Contains(PlanKeys.Of(service, projectId, null));
}
