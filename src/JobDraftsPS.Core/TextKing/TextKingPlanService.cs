using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.TextKing;

/// <summary>TEXTKING tells everything of a project and its jobs; each project is read once.</summary>
internal sealed class TextKingPlanService : PlanService
{
    private readonly TextKingClient client;

    public TextKingPlanService(JobDraftConnection connection)
        : base(connection) => client = new TextKingClient(connection);

    public override Task<PlanRules> GetRulesAsync(CallContext context) =>
        Task.FromResult<PlanRules>(new TextKingRules(client.ProjectFields, client.JobFields));

    public override async Task ReadAsync(IReadOnlyList<PlanRow> rows, PlanSnapshot state, CallContext context)
    {
        state.Complete(JobService.TextKing, null);
        foreach (var ofProject in rows.Where(row => row.ProjectId is not null).GroupBy(row => row.ProjectId!, StringComparer.OrdinalIgnoreCase))
        {
            try
            {
                await ReadProjectAsync(ofProject.Key, [.. ofProject], state, context).ConfigureAwait(false);
            }
            catch (JobDraftsApiException gone) when (gone.StatusCode == 404)
            {
                context.Log.Verbose(gone.Message);
            }
        }
    }

    public override JobWrite Call(PlanRow row) => row.Operation switch
    {
        PlanOperation.Create when row.ProjectId is null => client.CreateProject(ChangesOf(row)),
        PlanOperation.Create => client.CreateJob(row.ProjectId, ChangesOf(row)),
        PlanOperation.Publish => client.Start(row.ProjectId!),
        PlanOperation.Close => client.Cancel(row.ProjectId!),
        _ => client.Update(new JobEdit(row.JobId!, ChangesOf(row), row.ProjectId)),
    };

    private async Task ReadProjectAsync(string projectId, IReadOnlyList<PlanRow> rows, PlanSnapshot state, CallContext context)
    {
        var project = await client.GetProjectAsync(projectId, context).ConfigureAwait(false);
        IReadOnlyList<TranslationJob> jobs = rows.Any(row => row.Operation == PlanOperation.Publish)
            ? await client.ValidateAsync(project, context).ConfigureAwait(false)
            : [];
        var known = state.Know(JobService.TextKing, projectId, null);
        known.Status = project.State;
        known.Validation = project.Validation;
        known.Order = jobs.Count == 0 ? null : new ProjectOrder(project, jobs).Describe();
        if (rows.Any(row => row.JobId is not null))
        {
            if (jobs.Count == 0)
            {
                jobs = await AllAsync<TranslationJob>(next => client.GetJobsAsync(projectId, next), context).ConfigureAwait(false);
            }

            foreach (var job in jobs)
            {
                Take(job, state.Know(JobService.TextKing, projectId, job.JobId));
            }

            state.Complete(JobService.TextKing, projectId);
        }
    }

    private static void Take(TranslationJob job, JobSnapshot known)
    {
        known.Status = job.State;
        known.Validation = job.Validation;
        known.Values["name"] = job.Name;
        known.Values["source_language"] = job.SourceLanguage;
        known.Values["target_language"] = job.TargetLanguage;
        known.Values["quality"] = job.Quality;
        known.Values["topic"] = job.Topic;
        known.Values["briefing"] = job.Briefing;
        known.Values["is_active"] = job.IsActive;
    }
}
