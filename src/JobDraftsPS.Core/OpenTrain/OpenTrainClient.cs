using System.Text.Json;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed class OpenTrainClient
{
    private readonly ServiceSession session;

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    public OpenTrainClient(JobDraftConnection connection) => session = ServiceSession.Of(connection);

    /// <summary>What the account may do; asked once a connection unless <paramref name="refresh"/> is set.</summary>
    public async Task<DraftCapabilities> GetCapabilitiesAsync(bool refresh, CallLog log, CancellationToken cancellationToken)
    {
        if (!refresh && session.Capabilities is { } known)
        {
            return known;
        }

        var request = new ApiRequest("GET", OpenTrainRoutes.Capabilities, "the question what the account may do with drafts");
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        var capabilities = Read(request, response, OpenTrainReader.Capabilities, "the draft's keys");
        session.Capabilities = capabilities;
        return capabilities;
    }

    /// <summary>Creates a draft, or finds the one that the same key made before.</summary>
    public async Task<JobDraft> CreateDraftAsync(DraftImport import, CallLog log, CancellationToken cancellationToken)
    {
        var request = new ApiRequest("POST", OpenTrainRoutes.Drafts, "the creation of a draft") { Json = import.ToJson() };
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        var draft = Read(request, response, element => OpenTrainReader.Draft(element), "the draft's id");
        return draft.Status is null or "DRAFT" ? draft : throw LocalErrors.NotADraftAnyMore(draft.JobId, draft.Status);
    }

    /// <summary>Writes fields of an unpublished draft.</summary>
    /// <param name="edit">The draft and its fields.</param>
    /// <param name="title">The title as far as it is known: the answer does not carry it.</param>
    /// <param name="log">Takes what the call has to say.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<JobDraft> UpdateDraftAsync(JobEdit edit, string? title, CallLog log, CancellationToken cancellationToken)
    {
        RequireId(edit.JobId);
        var request = new ApiRequest("PATCH", OpenTrainRoutes.Draft, $"the update of draft '{edit.JobId}'", edit.JobId) { Json = edit.ToJson() };
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        var written = edit.Changes.FirstOrDefault(change => change.Field == "jobTitle")?.Value as string;
        return Read(request, response, element => OpenTrainReader.Draft(element, written ?? title), "the draft's id");
    }

    /// <summary>Publishes a draft; a job that is live already stays as it is.</summary>
    public async Task<PublishedJob> PublishAsync(string jobId, string? title, CallLog log, CancellationToken cancellationToken)
    {
        RequireId(jobId);
        var request = new ApiRequest("POST", OpenTrainRoutes.Publish, $"the publication of job '{jobId}'", jobId);
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        var job = Read(request, response, element => OpenTrainReader.Published(element, title), "the job's id");
        if (job.AlreadyPublished)
        {
            log.Warning($"OpenTrain job '{jobId}' had been published before; nothing was changed.");
        }

        return job;
    }

    /// <summary>Asks who the token is.</summary>
    public async Task<ConnectionTest> TestAsync(CallLog log, CancellationToken cancellationToken)
    {
        var request = new ApiRequest("GET", OpenTrainRoutes.Me, "the question whose token it is");
        var response = await SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        var answer = new RecordReader(response.JsonObject ?? throw ApiErrors.Unreadable(JobService.OpenTrain, request, response, "an account"));
        var actor = new RecordReader(answer.Object("actor") ?? default);
        var token = new RecordReader(answer.Object("token") ?? throw ApiErrors.Unreadable(JobService.OpenTrain, request, response, "a token"));
        var scopes = token.Texts("scopes");
        var missing = OpenTrainRoutes.NeededScopes.Where(scope => !Covers(scopes, scope)).ToArray();
        var features = await MissingFeaturesAsync(log, cancellationToken).ConfigureAwait(false);
        return new ConnectionTest
        {
            Service = JobService.OpenTrain,
            BaseUri = session.BaseUri,
            Succeeded = true,
            Account = actor.Text("email") ?? actor.Text("fullName") ?? actor.Text("userId"),
            TokenLabel = token.Text("label"),
            Scopes = scopes,
            MissingScopes = missing,
            MissingFeatures = features,
            Message = missing.Length == 0 && features.Length == 0 ? "The token is good for drafts and publishing." : "The token is good, but does not cover everything.",
        };
    }

    private async Task<string[]> MissingFeaturesAsync(CallLog log, CancellationToken cancellationToken)
    {
        try
        {
            var capabilities = await GetCapabilitiesAsync(refresh: true, log, cancellationToken).ConfigureAwait(false);
            return OpenTrainRoutes.NeededFeatures.Where(name => capabilities.Capabilities.TryGetValue(name, out var on) && !on).ToArray();
        }
        catch (JobDraftsApiException refused) when (refused.StatusCode == 403)
        {
            return OpenTrainRoutes.NeededFeatures;
        }
    }

    /// <summary>A write scope covers the read of the same resource.</summary>
    private static bool Covers(string[] scopes, string needed) =>
        scopes.Contains(needed) || needed.EndsWith(":read", StringComparison.Ordinal) && scopes.Contains(needed.Substring(0, needed.Length - 4) + "write");

    private static void RequireId(string jobId)
    {
        if (jobId.Length > OpenTrainAssumptions.Current.MaxJobIdLength)
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"'{jobId.Substring(0, 20)}...' is no OpenTrain job id: it has {jobId.Length} characters, and {OpenTrainAssumptions.Current.MaxJobIdLength} are allowed.");
        }
    }

    private Task<ApiResponse> SendAsync(ApiRequest request, CallLog log, CancellationToken cancellationToken) =>
        session.SendAsync(request, OpenTrainErrors.Read, log, cancellationToken);

    private static T Read<T>(ApiRequest request, ApiResponse response, Func<JsonElement, T?> read, string expected)
        where T : class =>
        (response.JsonObject is { } body ? read(body) : null) ?? throw ApiErrors.Unreadable(JobService.OpenTrain, request, response, expected);
}
