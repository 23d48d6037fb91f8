using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed partial class OpenTrainClient
{
    private readonly ServiceSession session;

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    /// <param name="connection">The connection.</param>
    public OpenTrainClient(JobDraftConnection connection)
    {
        session = ServiceSession.Of(connection);
    }

    /// <summary>The fields of a draft as far as they are known now: what the account may send, once it was asked, else the documented ones. Sends nothing.</summary>
    public FieldSet KnownDraftFields => session.Capabilities is { } capabilities ? FieldsOf(capabilities) : DraftFields.Known;

    /// <summary>The fields that this account may send.</summary>
    internal static FieldSet FieldsOf(DraftCapabilities capabilities) => DraftFields.AllowedBy(capabilities);

    /// <summary>The fields that a draft of this account takes; asked once a connection.</summary>
    public async Task<FieldSet> GetDraftFieldsAsync(CallContext context) => FieldsOf(await GetCapabilitiesAsync(false, context).ConfigureAwait(false));

    /// <summary>What the account may do; asked once a connection unless <paramref name="refresh"/> is set.</summary>
    public async Task<DraftCapabilities> GetCapabilitiesAsync(bool refresh, CallContext context)
    {
        if (!refresh && OpenTrainAssumptions.KeepCapabilities && session.Capabilities is { } known)
        {
            return known;
        }

        var request = new ApiRequest(OpenTrainRoutes.Capabilities, "the read of what the account may do with drafts");
        var capabilities = await session.RunAsync<DraftCapabilities>(new ApiCall(request, OpenTrainReader.Capabilities, "the draft's keys"), OpenTrainErrors.Read, context).ConfigureAwait(false);
        session.Capabilities = capabilities;
        return capabilities;
    }

    /// <summary>Creates a draft, or finds the one that the same key made before.</summary>
    /// <exception cref="JobDraftsApiException">What it is to be made from cannot be sent.</exception>
    public JobWrite Create(DraftImport import)
    {
        import.RequireSendable();
        var request = new ApiRequest(OpenTrainRoutes.CreateDraft, "the creation of a draft") { Json = import.ToJson() };
        var call = new ApiCall(request, element => OpenTrainReader.Draft(element), "the draft's id") { Known = () => new JobDraft() };
        return new JobWrite(session, call, OpenTrainErrors.Read, "Create", null, null)
        {
            Finish = (record, _) => OpenTrainAssumptions.CreateTellsStatus && record is JobDraft { Status: not (null or JobStatuses.Draft) } found ? throw LocalErrors.NotADraftAnyMore(found.JobId, found.Status) : record,
        };
    }

    /// <summary>Writes fields of an unpublished draft.</summary>
    /// <param name="edit">The draft and its fields.</param>
    /// <param name="title">The title as far as it is known: the answer does not carry it.</param>
    public JobWrite Update(JobEdit edit, string? title)
    {
        RequireId(edit.JobId);
        var request = new ApiRequest(OpenTrainRoutes.UpdateDraft, $"the update of draft '{edit.JobId}'", edit.JobId) { Json = edit.ToJson() };
        var written = edit.Changes.FirstOrDefault(change => change.Field == "jobTitle")?.Value as string;
        var call = new ApiCall(request, element => OpenTrainReader.Draft(element, written ?? title), "the draft's id") { Known = () => new JobDraft { JobId = edit.JobId, Title = written ?? title } };
        return new JobWrite(session, call, OpenTrainErrors.Read, "Update", null, edit.JobId);
    }

    /// <summary>Publishes a draft; a job that is live already stays as it is, so a repeat does no harm.</summary>
    public JobWrite Publish(string jobId, string? title)
    {
        RequireId(jobId);
        var request = new ApiRequest(OpenTrainRoutes.Publish, $"the publication of job '{jobId}'", jobId);
        var call = new ApiCall(request, element => OpenTrainReader.Published(element, title), "the job's id")
        {
            Quota = OpenTrainQuotas.Publication,
            Contradictions = answer => new RecordReader(answer).Text("status") is JobStatuses.Draft and var status ? [$"the status is {status}"] : [],
            Known = () => new PublishedJob { JobId = jobId, Title = title },
        };
        return new JobWrite(session, call, OpenTrainErrors.Read, "Publish", null, jobId) { Finish = TellRepeat };
    }

    /// <summary>Asks who the token is.</summary>
    public async Task<ConnectionTest> TestAsync(CallContext context)
    {
        var request = new ApiRequest(OpenTrainRoutes.Me, "the read of whose token it is");
        var test = await session.RunAsync<ConnectionTest>(new ApiCall(request, element => OpenTrainReader.Account(element, session.BaseUri), "a token"), OpenTrainErrors.Read, context).ConfigureAwait(false);
        test.MissingScopes = OpenTrainRoutes.NeededScopes.Where(scope => !Covers(test.Scopes, scope)).ToArray();
        test.MissingFeatures = await MissingFeaturesAsync(context).ConfigureAwait(false);
        test.Message = Told(test.MissingScopes, test.MissingFeatures);
        return test;
    }

    private static string Told(RecordList<string> scopes, RecordList<string> features)
    {
        if (scopes.Count == 0 && features.Count == 0)
        {
            return "The token is good for drafts, publishing and live jobs.";
        }

        var told = "The token is good, but does not cover everything.";
        told += scopes.Count > 0 ? $" It lacks {string.Join(", ", scopes)}: use a token with these scopes." : string.Empty;
        return features.Count > 0 ? $"{told} Off for the account: {string.Join(", ", features)}; ask OpenTrain to turn it on." : told;
    }

    /// <summary>Where drafting is off, the service does not tell what else is: only drafting is then known to be missing.</summary>
    private async Task<string[]> MissingFeaturesAsync(CallContext context)
    {
        try
        {
            var capabilities = await GetCapabilitiesAsync(refresh: true, context).ConfigureAwait(false);
            return OpenTrainRoutes.NeededFeatures.Where(name => capabilities.Capabilities.TryGetValue(name, out var on) && !on).ToArray();
        }
        catch (JobDraftsApiException refused) when (refused.StatusCode == 403)
        {
            return OpenTrainRoutes.DraftFeatures;
        }
    }

    /// <summary>A write scope covers the read of the same resource.</summary>
    private static bool Covers(RecordList<string> scopes, string needed) =>
        scopes.Contains(needed) || needed.EndsWith(":read", StringComparison.Ordinal) && scopes.Contains(needed.Substring(0, needed.Length - 4) + "write");

    private static void RequireId(string jobId)
    {
        if (jobId.Length > OpenTrainAssumptions.MaxJobIdLength)
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"'{jobId.Substring(0, 20)}...' is no OpenTrain job id: it has {jobId.Length} characters, and {OpenTrainAssumptions.MaxJobIdLength} are allowed.");
        }

        if (string.IsNullOrWhiteSpace(jobId) || OpenTrainRoutes.NoJobIds.Contains(jobId, StringComparer.OrdinalIgnoreCase))
        {
            throw LocalErrors.BadValue(JobService.OpenTrain, $"'{jobId}' is no OpenTrain job id.", "Give the id that Get-JobDraft, Get-PublishedJob or the job's record shows.");
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
