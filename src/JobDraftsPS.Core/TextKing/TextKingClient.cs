using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.TextKing;

/// <summary>TEXTKING's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed class TextKingClient
{
    private readonly ServiceSession session;

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    public TextKingClient(JobDraftConnection connection) => session = ServiceSession.Of(connection);

    /// <summary>One job.</summary>
    public async Task<TranslationJob> GetJobAsync(string projectId, string jobId, CallLog log, CancellationToken cancellationToken)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        var request = new ApiRequest("GET", TextKingRoutes.Job, $"the read of job '{jobId}' in project '{projectId}'", projectId, jobId);
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        return Read(request, response, element => TextKingReader.Job(element, projectId), "the job's id");
    }

    /// <summary>One page of a project's jobs, and whether more may follow.</summary>
    /// <param name="projectId">The project (UUID).</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="log">Takes what the call has to say.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<(IReadOnlyList<TranslationJob> Jobs, bool More)> GetJobsAsync(string projectId, int page, CallLog log, CancellationToken cancellationToken)
    {
        RequireId("project", projectId);
        var size = TextKingAssumptions.Current.PageSize;
        var request = new ApiRequest("GET", TextKingRoutes.Jobs, $"the list of jobs in project '{projectId}'", projectId)
        {
            Query = [new("page", page.ToString(CultureInfo.InvariantCulture)), new("per_page", size.ToString(CultureInfo.InvariantCulture))],
        };
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        var list = new RecordReader(response.JsonObject ?? throw ApiErrors.Unreadable(JobService.TextKing, request, response, "a list of jobs"));
        var items = list.Items("items");
        var jobs = items.Select(item => TextKingReader.Job(item, projectId) ?? throw ApiErrors.Unreadable(JobService.TextKing, request, response, "the id of every job")).ToArray();

        // The total alone is not to be trusted: one documented sample counts fewer than it lists.
        var perPage = list.Whole("per_page") ?? size;
        var total = list.Whole("total") ?? 0;
        return (jobs, items.Count > 0 && (page * perPage < total || items.Count > perPage));
    }

    /// <summary>Writes fields of a job. The service keeps what is not sent.</summary>
    public async Task<TranslationJob> UpdateJobAsync(JobEdit edit, CallLog log, CancellationToken cancellationToken)
    {
        RequireId("project", edit.ProjectId);
        RequireId("job", edit.JobId);
        var request = new ApiRequest("PUT", TextKingRoutes.Job, $"the update of job '{edit.JobId}' in project '{edit.ProjectId}'", edit.ProjectId!, edit.JobId)
        {
            Json = edit.ToJson(),
        };
        var response = await WriteInProjectAsync(request, edit.ProjectId!, log, cancellationToken).ConfigureAwait(false);
        var job = Read(request, response, element => TextKingReader.Job(element, edit.ProjectId!), "the job's id");
        if (!SameId(job.JobId, edit.JobId))
        {
            log.Warning($"TextKing answered the update of job '{edit.JobId}' with the id '{job.JobId}'.");
        }

        return job;
    }

    /// <summary>One project.</summary>
    public async Task<TranslationProject> GetProjectAsync(string projectId, CallLog log, CancellationToken cancellationToken)
    {
        RequireId("project", projectId);
        var request = new ApiRequest("GET", TextKingRoutes.Project, $"the read of project '{projectId}'", projectId);
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        return Read(request, response, TextKingReader.Project, "the project's id");
    }

    /// <summary>Asks for one project, to see whether the token is taken.</summary>
    public async Task<ConnectionTest> TestAsync(CallLog log, CancellationToken cancellationToken)
    {
        var request = new ApiRequest("GET", TextKingRoutes.Projects, "the list of projects") { Query = [new("page", "1"), new("per_page", "1")] };
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        var list = new RecordReader(response.JsonObject ?? throw ApiErrors.Unreadable(JobService.TextKing, request, response, "a list of projects"));
        return new ConnectionTest
        {
            Service = JobService.TextKing,
            BaseUri = session.BaseUri,
            Succeeded = true,
            Message = $"The token is good; it sees {list.Whole("total")?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} projects. The service does not say whose it is.",
        };
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

    /// <summary>A write that a project's state may forbid: on 403 the project is read, so that the error can name it and its state.</summary>
    private async Task<ApiResponse> WriteInProjectAsync(ApiRequest request, string projectId, CallLog log, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        }
        catch (JobDraftsApiException refused) when (refused.StatusCode == 403)
        {
            TranslationProject project;
            try
            {
                project = await GetProjectAsync(projectId, log, cancellationToken).ConfigureAwait(false);
            }
            catch (JobDraftsApiException)
            {
                throw refused;
            }

            throw ApiErrors.Explained(refused, request, TextKingErrors.Explain(request, new CallFailure { Message = refused.ServiceMessage }, project));
        }
    }

    private Task<ApiResponse> SendAsync(ApiRequest request, CallLog log, CancellationToken cancellationToken) =>
        session.SendAsync(request, TextKingErrors.Read, log, cancellationToken);

    private static T Read<T>(ApiRequest request, ApiResponse response, Func<JsonElement, T?> read, string expected)
        where T : class =>
        (response.JsonObject is { } body ? read(body) : null) ?? throw ApiErrors.Unreadable(JobService.TextKing, request, response, expected);
}
