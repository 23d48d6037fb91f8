using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.OpenTrain;

/// <content>The account's own jobs: their list, and the writes to those that are live.</content>
public sealed partial class OpenTrainClient
{
    /// <summary>The account's jobs in the given states, to be listed or to find some of them.</summary>
    public OwnJobs Mine(IEnumerable<string> statuses) => new(this, statuses);

    /// <summary>The fields that a live job takes: those of a draft. Where drafting is off the service does not list them, and the documented ones are taken.</summary>
    public async Task<FieldSet> GetLiveFieldsAsync(CallContext context)
    {
        try
        {
            return await GetDraftFieldsAsync(context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException refused) when (refused.StatusCode == 403)
        {
            return DraftFields.Known;
        }
    }

    /// <summary>Writes fields of a live job. Each write is moderated anew, so it is never repeated by itself.</summary>
    /// <param name="edit">The job and its fields.</param>
    /// <param name="title">The title as far as it is known: the answer does not carry it.</param>
    public JobWrite UpdateLive(JobEdit edit, string? title)
    {
        RequireId(edit.JobId);
        var request = new ApiRequest(OpenTrainRoutes.UpdateJob, $"the update of live job '{edit.JobId}'", edit.JobId) { Json = edit.ToJson() };
        var written = edit.Changes.FirstOrDefault(change => change.Field == "jobTitle")?.Value as string;
        var call = new ApiCall(request, element => PublishedJobReader.Edited(element, written ?? title), "the job's id")
        {
            Known = () => new PublishedJob { JobId = edit.JobId, Title = written ?? title },
            Safety = CallSafety.Never(
                $"Open job '{edit.JobId}' in OpenTrain and compare it with what was to be written; Get-JobDraft '{edit.JobId}' finds it where moderation took it offline. Send the row again only if the edit is not there: each one is moderated anew."),
        };
        return new JobWrite(session, call, (sent, response) => OpenTrainErrors.ReadLiveEdit(sent, response, edit.JobId), "Update", null, edit.JobId);
    }

    /// <summary>Takes a job off the marketplace for good; one that is closed already stays as it is, so a repeat does no harm.</summary>
    public JobWrite Close(string jobId, string? title)
    {
        RequireId(jobId);
        var request = new ApiRequest(OpenTrainRoutes.Close, $"the closing of job '{jobId}'", jobId);
        var call = new ApiCall(request, element => PublishedJobReader.Closed(element, title), "the job's id")
        {
            Contradictions = answer => new RecordReader(answer).Text("status") is { } status and not JobStatuses.Archived ? [$"the status is {status}"] : [],
            Known = () => new PublishedJob { JobId = jobId, Title = title },
        };
        return new JobWrite(session, call, OpenTrainErrors.Read, "Close", null, jobId) { Finish = TellRepeatedClose };
    }

    /// <summary>One page of the account's jobs, newest first.</summary>
    internal Task<ReadPage> GetMineAsync(string status, CallContext context) => GetPageAsync(
        session,
        OpenTrainRoutes.Mine,
        $"the list of jobs with the status '{status}'",
        [new("status", status)],
        PublishedJobReader.Own,
        context);

    private static object TellRepeatedClose(object record, CallContext context)
    {
        // After a lost reply the repeat finds what the first attempt did; that is no news to the user.
        if (record is PublishedJob { AlreadyClosed: true } job && context is { Attempts: <= 1, SentBefore: false })
        {
            context.Log.Warning($"OpenTrain job '{job.JobId}' had been closed before; nothing was changed.");
        }

        return record;
    }
}
