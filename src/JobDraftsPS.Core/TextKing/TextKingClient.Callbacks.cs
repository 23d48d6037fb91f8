using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.TextKing;

/// <content>Callbacks of a job, which are allowed in any state of its project.</content>
public sealed partial class TextKingClient
{
    /// <summary>The callbacks of a job, page by page.</summary>
    public Task<ReadPage> GetCallbacksAsync(string projectId, string jobId, CallContext context)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        return GetPageAsync(CallbackList(projectId, jobId), element => TextKingReader.Callback(element, projectId, jobId), callback => callback.CallbackId, context);
    }

    /// <summary>One callback.</summary>
    public Task<TranslationCallback> GetCallbackAsync(string projectId, string jobId, string callbackId, CallContext context)
    {
        var request = CallbackRequest("GET", "read", projectId, jobId, callbackId);
        return RunAsync<TranslationCallback>(new ApiCall(request, element => TextKingReader.Callback(element, projectId, jobId), "the callback's id"), context);
    }

    /// <summary>Registers a callback.</summary>
    /// <exception cref="JobDraftsApiException">A field is missing or wrong; nothing was sent.</exception>
    public JobWrite CreateCallback(string projectId, string jobId, IReadOnlyList<FieldChange> fields)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        CallbackFields.RequireSendable(fields, isNew: true);
        var request = new ApiRequest("POST", TextKingRoutes.Callbacks, $"the registration of a callback for job '{jobId}' in project '{projectId}'", projectId, jobId) { Json = Body(fields) };
        var call = new ApiCall(request, element => TextKingReader.Callback(element, projectId, jobId), "the callback's id")
        {
            Safety = CallSafety.Adopt(
                CreatedEntry.In($"callbacks of job {jobId.ToUpperInvariant()}", context => EntriesAsync(CallbackList(projectId, jobId), context), fields, CallbackFields.Known),
                $"Get-TranslationCallback {projectId} {jobId} shows whether it is there: if not, register it again."),
            Contradictions = answer => CreatedEntry.Differences(answer, fields, CallbackFields.Known),
            Known = () => KnownCallback(projectId, jobId, null, fields),
        };
        return Write(Create, call, projectId, jobId, part: "callback");
    }

    /// <summary>Writes fields of a callback. The service keeps what is not sent.</summary>
    /// <exception cref="JobDraftsApiException">A field is wrong; nothing was sent.</exception>
    public JobWrite UpdateCallback(string projectId, string jobId, string callbackId, IReadOnlyList<FieldChange> fields)
    {
        CallbackFields.RequireSendable(fields, isNew: false);
        var request = CallbackRequest("PUT", "update", projectId, jobId, callbackId, Body(fields));
        var call = new ApiCall(request, element => TextKingReader.Callback(element, projectId, jobId), "the callback's id")
        {
            Contradictions = answer => CreatedEntry.Differences(answer, fields, CallbackFields.Known),
            ReadBack = context => ReadRawAsync(CallbackRequest("GET", "read", projectId, jobId, callbackId), element => TextKingReader.Callback(element, projectId, jobId), "the callback's id", context),
            Known = () => KnownCallback(projectId, jobId, callbackId, fields),
        };
        return Write(Change, call, projectId, jobId, PartOf(callbackId), (record, context) =>
        {
            TellOtherId(request.Purpose, callbackId, ((TranslationCallback)record).CallbackId, context);
            return record;
        });
    }

    /// <summary>Removes a callback.</summary>
    public JobWrite DeleteCallback(string projectId, string jobId, string callbackId)
    {
        var request = CallbackRequest("DELETE", "deletion", projectId, jobId, callbackId);
        var call = Removal(request, context => GetCallbackAsync(projectId, jobId, callbackId, context), $"Get-TranslationCallback {projectId} {jobId} shows whether it is still there.");
        return Write(Delete, call, projectId, jobId, PartOf(callbackId));
    }

    private static TranslationCallback KnownCallback(string projectId, string jobId, string? callbackId, IReadOnlyList<FieldChange> sent) =>
        new() { ProjectId = projectId, JobId = jobId, CallbackId = callbackId ?? string.Empty, Url = TextOf(sent, "url"), TriggerState = TextOf(sent, "trigger_state") };

    private static ApiRequest CallbackList(string projectId, string jobId) =>
        new("GET", TextKingRoutes.Callbacks, $"the list of callbacks of job '{jobId}' in project '{projectId}'", projectId, jobId);

    private static string PartOf(string callbackId) => "callback/" + callbackId.ToUpperInvariant();

    private static ApiRequest CallbackRequest(string method, string what, string projectId, string jobId, string callbackId, string? json = null)
    {
        RequireId("project", projectId);
        RequireId("job", jobId);
        RequireId("callback", callbackId);
        return new ApiRequest(method, TextKingRoutes.Callback, $"the {what} of callback '{callbackId}' of job '{jobId}' in project '{projectId}'", projectId, jobId, callbackId) { Json = json };
    }
}
