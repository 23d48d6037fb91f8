using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.TextKing;

/// <content>Jobs.</content>
public sealed partial class TextKingClient
{
    /// <summary>One job.</summary>
    public Task<TranslationJob> GetJobAsync(string projectId, string jobId, CallContext context)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        return RunAsync<TranslationJob>(new ApiCall(JobRead(projectId, jobId), element => TextKingReader.Job(element, projectId), "the job's id"), context);
    }

    /// <summary>A project's jobs, page by page.</summary>
    public Task<ReadPage> GetJobsAsync(string projectId, CallContext context)
    {
        RequireId("project", projectId);
        return GetPageAsync(JobList(projectId), element => TextKingReader.Job(element, projectId), job => job.JobId, context);
    }

    /// <summary>Creates a job in a prepared project.</summary>
    /// <exception cref="JobDraftsApiException">A field is missing or wrong; nothing was sent.</exception>
    public JobWrite CreateJob(string projectId, IReadOnlyList<FieldChange> fields)
    {
        RequireId("project", projectId);
        TranslationJobFields.RequireComplete(fields);
        TranslationJobFields.RequireSendable(fields);
        var request = new ApiRequest("POST", TextKingRoutes.Jobs, $"the creation of a job in project '{projectId}'", projectId) { Json = Body(fields) };
        var call = new ApiCall(request, element => TextKingReader.Job(element, projectId), "the job's id")
        {
            Safety = CallSafety.Adopt(
                CreatedEntry.In($"jobs of project {projectId.ToUpperInvariant()}", context => EntriesAsync(JobList(projectId), context), fields, JobFields),
                $"Get-TranslationJob {projectId} shows whether it is there: if not, create it again."),
            Contradictions = answer => CreatedEntry.Differences(answer, fields, JobFields),
            Known = () => KnownJob(projectId, null, fields),
        };
        return Write(Create, call, projectId, null);
    }

    /// <summary>Writes fields of a job. The service keeps what is not sent.</summary>
    /// <exception cref="JobDraftsApiException">A field is wrong; nothing was sent.</exception>
    public JobWrite Update(JobEdit edit)
    {
        var projectId = edit.ProjectId ?? string.Empty;
        RequireId("project", projectId);
        RequireId("job", edit.JobId);
        TranslationJobFields.RequireSendable(edit.Changes);
        var request = new ApiRequest("PUT", TextKingRoutes.Job, $"the update of job '{edit.JobId}' in project '{projectId}'", projectId, edit.JobId) { Json = edit.ToJson() };
        var call = new ApiCall(request, element => TextKingReader.Job(element, projectId), "the job's id")
        {
            Contradictions = answer => CreatedEntry.Differences(answer, edit.Changes, JobFields),
            ReadBack = context => ReadRawAsync(JobRead(projectId, edit.JobId), element => TextKingReader.Job(element, projectId), "the job's id", context),
            Known = () => KnownJob(projectId, edit.JobId, edit.Changes),
        };
        return Write(Change, call, projectId, edit.JobId);
    }

    /// <summary>Deletes a job of a prepared project.</summary>
    public JobWrite DeleteJob(string projectId, string jobId)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        var request = new ApiRequest("DELETE", TextKingRoutes.Job, $"the deletion of job '{jobId}' in project '{projectId}'", projectId, jobId);
        return Write(Delete, Removal(request, context => GetJobAsync(projectId, jobId, context), $"Get-TranslationJob {projectId} {jobId} shows whether it is still there."), projectId, jobId);
    }

    private static ApiRequest JobRead(string projectId, string jobId) => new("GET", TextKingRoutes.Job, $"the read of job '{jobId}' in project '{projectId}'", projectId, jobId);

    private static TranslationJob KnownJob(string projectId, string? jobId, IReadOnlyList<FieldChange> sent)
    {
        var name = TextOf(sent, "name");
        return new TranslationJob { ProjectId = projectId, JobId = jobId ?? string.Empty, Title = name, Name = name };
    }

    private static ApiRequest JobList(string projectId) => new("GET", TextKingRoutes.Jobs, $"the list of jobs in project '{projectId}'", projectId);
}
