namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>One company and its jobs, in the order of their making. Jobs are never removed.</summary>
internal sealed class SorceCompany(string id, SorceLifecycle lifecycle)
{
    private readonly object gate = new();
    private readonly List<SorceJob> jobs = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public void Add(SorceJob job)
    {
        lock (gate)
        {
            places.Add(job.Id, jobs.Count);
            jobs.Add(job);
        }
    }

    /// <summary>The job as it stands now, or null when this company has none of that id.</summary>
    public SorceJob? Find(string jobId, DateTimeOffset now)
    {
        lock (gate)
        {
            return places.TryGetValue(jobId, out var place) ? lifecycle.At(jobs[place], now) : null;
        }
    }

    /// <summary>All jobs as they stand now, oldest first.</summary>
    public IReadOnlyList<SorceJob> All(DateTimeOffset now)
    {
        SorceJob[] all;
        lock (gate)
        {
            all = [.. jobs];
        }

        for (var i = 0; i < all.Length; i++)
        {
            all[i] = lifecycle.At(all[i], now);
        }

        return all;
    }

    /// <summary>Changes one job with nobody in between; null when this company has none of that id.</summary>
    public SorceOutcome? Change(string jobId, DateTimeOffset now, Func<SorceJob, SorceOutcome> change)
    {
        lock (gate)
        {
            if (!places.TryGetValue(jobId, out var place))
            {
                return null;
            }

            var outcome = change(lifecycle.At(jobs[place], now));
            if (outcome.Job is not null)
            {
                jobs[place] = outcome.Job;
            }

            return outcome;
        }
    }
}
