using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed class OpenTrainClient
{
    private readonly ServiceSession session;

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    public OpenTrainClient(JobDraftConnection connection) => session = ServiceSession.Of(connection);

    /// <summary>What the account may do; asked once a connection unless <paramref name="refresh"/> is set.</summary>
    public async Task<DraftCapabilities> GetCapabilitiesAsync(bool refresh, CallContext context)
    {
        if (!refresh && session.Capabilities is { } known)
        {
            return known;
        }

        var request = new ApiRequest("GET", OpenTrainRoutes.Capabilities, "the read of what the account may do with drafts");
        var capabilities = await session.RunAsync<DraftCapabilities>(new ServiceCall(request, OpenTrainReader.Capabilities, "the draft's keys"), OpenTrainErrors.Read, context).ConfigureAwait(false);
        session.Capabilities = capabilities;
        return capabilities;
    }

    /// <summary>Creates a draft, or finds the one that the same key made before.</summary>
    public JobCall Create(DraftImport import)
    {
        var request = new ApiRequest("POST", OpenTrainRoutes.Drafts, "the creation of a draft") { Json = import.ToJson() };
        return new JobCall(session, new ServiceCall(request, element => OpenTrainReader.Draft(element), "the draft's id"), OpenTrainErrors.Read, "Create", null, null)
        {
            Finish = static (record, _) => record is JobDraft { Status: not (null or "DRAFT") } found ? throw LocalErrors.NotADraftAnyMore(found.JobId, found.Status) : record,
        };
    }

    /// <summary>Writes fields of an unpublished draft.</summary>
    /// <param name="edit">The draft and its fields.</param>
    /// <param name="title">The title as far as it is known: the answer does not carry it.</param>
    public JobCall Update(JobEdit edit, string? title)
    {
        RequireId(edit.JobId);
        var request = new ApiRequest("PATCH", OpenTrainRoutes.Draft, $"the update of draft '{edit.JobId}'", edit.JobId) { Json = edit.ToJson() };
        var written = edit.Changes.FirstOrDefault(change => change.Field == "jobTitle")?.Value as string;
        return new JobCall(session, new ServiceCall(request, element => OpenTrainReader.Draft(element, written ?? title), "the draft's id"), OpenTrainErrors.Read, "Update", null, edit.JobId);
    }

    /// <summary>Publishes a draft; a job that is live already stays as it is, so a repeat does no harm.</summary>
    public JobCall Publish(string jobId, string? title)
    {
        RequireId(jobId);
        var request = new ApiRequest("POST", OpenTrainRoutes.Publish, $"the publication of job '{jobId}'", jobId);
        var call = new ServiceCall(request, element => OpenTrainReader.Published(element, title), "the job's id") { Quota = Quotas.OpenTrainPublication };
        return new JobCall(session, call, OpenTrainErrors.Read, "Publish", null, jobId) { Finish = TellRepeat };
    }

    /// <summary>One page of the account's drafts, newest first.</summary>
    public async Task<ReadPage> ReadDraftsAsync(string? cursor, CallContext context)
    {
        var query = new List<KeyValuePair<string, string>> { new("status", "DRAFT"), new("limit", "100") };
        if (cursor is not null)
        {
            query.Add(new("cursor", cursor));
        }

        var request = new ApiRequest("GET", OpenTrainRoutes.Mine, "the list of drafts") { Query = query };
        var page = await session.RunAsync<DraftPage>(new ServiceCall(request, OpenTrainReader.Drafts, "the jobs"), OpenTrainErrors.Read, context).ConfigureAwait(false);
        return new ReadPage(page.Items, page.NextCursor is { } next ? onwards => ReadDraftsAsync(next, onwards) : null);
    }

    /// <summary>Asks who the token is.</summary>
    public async Task<ConnectionTest> TestAsync(CallContext context)
    {
        var request = new ApiRequest("GET", OpenTrainRoutes.Me, "the read of whose token it is");
        var test = await session.RunAsync<ConnectionTest>(new ServiceCall(request, element => OpenTrainReader.Account(element, session.BaseUri), "a token"), OpenTrainErrors.Read, context).ConfigureAwait(false);
        test.MissingScopes = OpenTrainRoutes.NeededScopes.Where(scope => !Covers(test.Scopes, scope)).ToArray();
        test.MissingFeatures = await MissingFeaturesAsync(context).ConfigureAwait(false);
        test.Message = test.MissingScopes.Length == 0 && test.MissingFeatures.Length == 0
            ? "The token is good for drafts and publishing."
            : "The token is good, but does not cover everything.";
        return test;
    }

    private async Task<string[]> MissingFeaturesAsync(CallContext context)
    {
        try
        {
            var capabilities = await GetCapabilitiesAsync(refresh: true, context).ConfigureAwait(false);
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

    private static object TellRepeat(object record, CallContext context)
    {
        // After a lost reply the repeat finds what the first attempt did; that is no news to the user.
        if (record is PublishedJob { AlreadyPublished: true } job && context is { Attempts: <= 1, SentBefore: false })
        {
            context.Log.Warning($"OpenTrain job '{job.JobId}' had been published before; nothing was changed.");
        }

        return record;
    }
}
