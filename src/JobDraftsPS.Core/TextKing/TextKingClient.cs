using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.TextKing;

/// <summary>TEXTKING's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed class TextKingClient
{
    private readonly ServiceSession session;

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    public TextKingClient(JobDraftConnection connection) => session = ServiceSession.Of(connection);

    /// <summary>One job.</summary>
    public Task<TranslationJob> GetJobAsync(string projectId, string jobId, CallContext context)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        var request = new ApiRequest("GET", TextKingRoutes.Job, $"the read of job '{jobId}' in project '{projectId}'", projectId, jobId);
        return RunAsync<TranslationJob>(new ServiceCall(request, element => TextKingReader.Job(element, projectId), "the job's id"), context);
    }

    /// <summary>A project's jobs, page by page.</summary>
    public Task<ReadPage> GetJobsAsync(string projectId, CallContext context)
    {
        RequireId("project", projectId);
        return GetPageAsync(TextKingRoutes.Jobs, $"the list of jobs in project '{projectId}'", [projectId], element => TextKingReader.Job(element, projectId), job => job.JobId, context);
    }

    /// <summary>Writes fields of a job. The service keeps what is not sent.</summary>
    public JobCall Update(JobEdit edit)
    {
        var projectId = edit.ProjectId ?? string.Empty;
        RequireId("project", projectId);
        RequireId("job", edit.JobId);
        var request = new ApiRequest("PUT", TextKingRoutes.Job, $"the update of job '{edit.JobId}' in project '{projectId}'", projectId, edit.JobId) { Json = edit.ToJson() };
        return new JobCall(session, new ServiceCall(request, element => TextKingReader.Job(element, projectId), "the job's id"), TextKingErrors.Read, "Update", projectId, edit.JobId)
        {
            Explain = (refused, context) => ExplainAsync(refused, request, projectId, context),
            Finish = (record, context) => TellOtherId((TranslationJob)record, edit.JobId, context),
        };
    }

    /// <summary>One project.</summary>
    public Task<TranslationProject> GetProjectAsync(string projectId, CallContext context)
    {
        RequireId("project", projectId);
        var request = new ApiRequest("GET", TextKingRoutes.Project, $"the read of project '{projectId}'", projectId);
        return RunAsync<TranslationProject>(new ServiceCall(request, TextKingReader.Project, "the project's id"), context);
    }

    /// <summary>Asks for one project, to see whether the token is taken.</summary>
    public Task<ConnectionTest> TestAsync(CallContext context)
    {
        var request = new ApiRequest("GET", TextKingRoutes.Projects, "the list of projects") { Query = [new("page", "1"), new("per_page", "1")] };
        return RunAsync<ConnectionTest>(new ServiceCall(request, element => TextKingReader.Test(element, session.BaseUri), "a list of projects"), context);
    }

    /// <summary>Ids are compared as UUIDs: the service writes some in upper case.</summary>
    internal static bool SameId(string left, string right) =>
        Guid.TryParse(left, out var first) && Guid.TryParse(right, out var second) ? first == second : string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Checks an id before anything is sent.</summary>
    /// <exception cref="JobDraftsApiException">It is no UUID.</exception>
    public static void RequireId(string kind, string? id)
    {
        if (!Guid.TryParseExact(id, "D", out _))
        {
            throw LocalErrors.BadValue(JobService.TextKing, $"'{id}' is no {kind} id of TextKing: a UUID such as 0a6f7c1e-2b34-4d5e-8f90-112233445566 is needed.", "Take the id from Get-TranslationJob.");
        }
    }

    private static TranslationJob TellOtherId(TranslationJob job, string asked, CallContext context)
    {
        if (!SameId(job.JobId, asked))
        {
            context.Log.Warning($"TextKing answered the update of job '{asked}' with the id '{job.JobId}'.");
        }

        return job;
    }

    /// <summary>A project's state may forbid a write, and a 403 does not say so: the project is read, so that the error can name it.</summary>
    private async Task<JobDraftsApiException> ExplainAsync(JobDraftsApiException refused, ApiRequest request, string projectId, CallContext context)
    {
        if (refused.StatusCode != 403)
        {
            return refused;
        }

        try
        {
            return TextKingErrors.Explain(refused, request, await GetProjectAsync(projectId, context).ConfigureAwait(false));
        }
        catch (JobDraftsApiException)
        {
            return refused;
        }
    }

    private Task<ReadPage> GetPageAsync<T>(string route, string purpose, string[] ids, Func<JsonElement, T?> read, Func<T, string> idOf, CallContext context)
        where T : class
    {
        return PageAsync(1, null, context);

        async Task<ReadPage> PageAsync(int number, string? firstBefore, CallContext current)
        {
            var size = TextKingAssumptions.Current.PageSize;
            var request = new ApiRequest("GET", route, purpose, ids)
            {
                Query = [new("page", number.ToString(CultureInfo.InvariantCulture)), new("per_page", size.ToString(CultureInfo.InvariantCulture))],
            };
            var page = await RunAsync<ListPage<T>>(new ServiceCall(request, element => TextKingReader.Page(element, read, number, size), "a list of records with their ids"), current).ConfigureAwait(false);
            var first = page.Items.Count > 0 ? idOf(page.Items[0]) : null;
            if (first is not null && first == firstBefore)
            {
                // A server that gives the same page for every number would be asked for ever.
                return ReadPage.Of();
            }

            return new ReadPage(page.Items, page.More ? next => PageAsync(number + 1, first, next) : null);
        }
    }

    private Task<T> RunAsync<T>(ServiceCall call, CallContext context)
        where T : class => session.RunAsync<T>(call, TextKingErrors.Read, context);
}
