namespace JobDraftsPS.Core.Plans;

/// <summary>
/// Plays rows through the present state in their order: a row that edits what a row before it publishes edits a live job, and its
/// present value is what the row before it writes.
/// </summary>
internal sealed class PlanSimulation
{
    private readonly PlanSnapshot state;
    private readonly Func<JobService, PlanRules> rules;
    private readonly Dictionary<string, JobSnapshot> touched = new(StringComparer.Ordinal);
    private readonly HashSet<string> edited = new(StringComparer.Ordinal);
    private readonly Dictionary<JobService, int> publications = [];

    public PlanSimulation(PlanSnapshot state, Func<JobService, PlanRules> rules)
    {
        this.state = state;
        this.rules = rules;
    }

    /// <summary>How many present values come from a journal.</summary>
    public int Remembered { get; private set; }

    /// <summary>Fills in the row's present values and says what to think of it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="validation">What was known of the job's readiness when its record was piped; null for nothing.</param>
    public RowCheck Look(PlanRow row, JobValidation? validation = null)
    {
        var key = PlanKeys.Of(row);
        var job = key is null ? null : Find(key);
        var project = PlanKeys.Project(row) is { } ofProject ? Find(ofProject) : null;
        if (job is not null && validation is not null)
        {
            job.Validation ??= validation;
        }

        var look = new RowCheck(row.Row, job ?? (validation is null ? null : new JobSnapshot { Validation = validation }), project, key is not null && edited.Contains(key));
        if (IsGone(row, job, project) is { } gone)
        {
            look.Error(PlanCodes.NotFound, gone);
            return look;
        }

        FillFrom(row, job);
        rules(row.Service).Look(row, look);
        look.IsNoChange = row.Operation != PlanOperation.Create && row.Changes.Length > 0 && Array.TrueForAll(row.Changes, change => change.FromKnown && rules(row.Service).Same(change.Field, change.From, change.To));
        if (row.Operation == PlanOperation.Publish && state.RoomOf(row.Service) is { } room && !look.IsNoChange && !look.HasError && Publications(row.Service) > room)
        {
            look.Accept(PlanHazard.QuotaExceeded);
        }

        if (key is not null && !look.HasError)
        {
            Apply(row, key, job);
        }

        return look;
    }

    /// <summary>How many rows of the service publish so far, with this one.</summary>
    private int Publications(JobService service)
    {
        publications.TryGetValue(service, out var before);
        return publications[service] = before + 1;
    }

    private JobSnapshot? Find(string key) => touched.TryGetValue(key, out var job) ? job : state.Find(key);

    private string? IsGone(PlanRow row, JobSnapshot? job, JobSnapshot? project)
    {
        if (row.ProjectId is { } projectId && project is null && state.IsComplete(row.Service, null))
        {
            return $"The account has no project '{projectId}'.";
        }

        return row.Operation != PlanOperation.Create && row.JobId is { } jobId && job is null && state.IsComplete(row.Service, row.ProjectId)
            ? row.ProjectId is not null ? $"Project '{row.ProjectId}' has no job '{jobId}'." : $"The account has no job '{jobId}'."
            : null;
    }

    private void FillFrom(PlanRow row, JobSnapshot? job)
    {
        var status = rules(row.Service).StatusAfter(row.Operation).Field;
        foreach (var change in row.Changes)
        {
            if (row.Operation == PlanOperation.Create)
            {
                change.From = null;
                change.FromKnown = true;
            }
            else if (row.Operation != PlanOperation.Update && change.Field == status)
            {
                change.From = job?.Status;
                change.FromKnown = job?.Status is not null;
            }
            else
            {
                object? from = null;
                change.FromKnown = job is not null && job.Values.TryGetValue(change.Field, out from);
                change.From = from;
                Remembered += job is not null && job.Remembered.Contains(change.Field) ? 1 : 0;
            }
        }
    }

    private void Apply(PlanRow row, string key, JobSnapshot? job)
    {
        if (!touched.TryGetValue(key, out var next))
        {
            touched[key] = next = job?.Copy() ?? new JobSnapshot();
        }

        edited.Add(key);
        if (row.Operation == PlanOperation.Update)
        {
            foreach (var change in row.Changes)
            {
                next.Values[change.Field] = change.To;
                next.Remembered.Remove(change.Field);
            }

            return;
        }

        next.Status = rules(row.Service).StatusAfter(row.Operation).Word;
    }
}
