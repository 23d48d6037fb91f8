namespace JobDraftsPS.Core.Plans;

/// <summary>What the services told about the jobs of a plan, as far as they tell.</summary>
public sealed class PlanSnapshot
{
    private readonly Dictionary<string, JobSnapshot> jobs = new(StringComparer.Ordinal);
    private readonly HashSet<string> complete = new(StringComparer.Ordinal);

    private readonly Dictionary<JobService, int> room = [];

    /// <summary>Says how many publications a service allows right now.</summary>
    public void Allow(JobService service, int publications) => room[service] = publications;

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

    /// <summary>How many publications the service allows right now; null where it has no such number.</summary>
    internal int? RoomOf(JobService service) => room.TryGetValue(service, out var publications) ? publications : null;

    internal JobSnapshot? Find(string key) => jobs.TryGetValue(key, out var job) ? job : null;

    internal bool IsComplete(JobService service, string? projectId) => complete.Contains(PlanKeys.Of(service, projectId, null));
}
