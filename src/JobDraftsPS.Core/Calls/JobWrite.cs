using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Calls;

/// <summary>One write that a row asks for. Never changes once made: it can be sent, described, and found again in a journal.</summary>
public sealed class JobWrite
{
    private const string Creation = "Create";

    private readonly ServiceSession session;
    private readonly ApiCall call;
    private readonly Func<ApiRequest, ApiResponse, CallFailure> readFailure;

    internal JobWrite(ServiceSession session, ApiCall call, Func<ApiRequest, ApiResponse, CallFailure> readFailure, string operation, string? projectId, string? jobId)
    {
        this.session = session;
        this.call = call;
        this.readFailure = readFailure;
        Operation = operation;
        ProjectId = projectId;
        JobId = jobId;
    }

    /// <summary>The service.</summary>
    public JobService Service => session.Service;

    /// <summary>The moment by the clock that the service's quotas go by.</summary>
    public DateTimeOffset Now => session.Now();

    /// <summary>What is done: Create, Update, Publish, Close or Delete.</summary>
    public string Operation { get; }

    /// <summary>The project that holds the job, where the service has projects.</summary>
    public string? ProjectId { get; }

    /// <summary>The job; null for one that is to be created.</summary>
    public string? JobId { get; }

    /// <summary>Names the target among all targets: calls on one run one after another. What is to be created is its own target.</summary>
    public string TargetKey => $"{Service}/{ProjectId?.ToUpperInvariant()}/{(ProjectId is null ? JobId : JobId?.ToUpperInvariant()) ?? (ProjectId is null || Operation == Creation ? Content : null)}";

    /// <summary>The part of the job that is written, where it is not the job itself.</summary>
    internal string? Part { get; init; }

    /// <summary>What a journal knows the target by.</summary>
    internal string? Identity => Part is null ? JobId : $"{JobId?.ToUpperInvariant()}/{Part}";

    /// <summary>What is sent, as JSON text; empty for a call without a body.</summary>
    internal string Content => call.Request.Body?.Description ?? call.Request.Json ?? string.Empty;

    /// <summary>The credential at its host, by a hash.</summary>
    internal string Account => session.Account;

    /// <summary>The list that the call adds to, where it has to be taken before.</summary>
    internal CreateLookup? Adds => call.Safety.Adds;

    /// <summary>Looks once more before the write leaves; what it throws keeps the write here.</summary>
    internal Func<CallContext, Task>? Check { get; init; }

    /// <summary>What is done with a good answer before it is handed out.</summary>
    internal Func<object, CallContext, object>? Finish { get; init; }

    /// <summary>Reads what the answer did not say, before the record is handed out.</summary>
    internal Func<object, CallContext, Task<object>>? Complete { get; init; }

    /// <summary>Explains a refusal by what a further read finds out.</summary>
    internal Func<JobDraftsApiException, CallContext, Task<JobDraftsApiException>>? Explain { get; init; }

    /// <summary>A second step that the record of the first one leads to; null for none.</summary>
    private Func<object, JobWrite?>? Next { get; init; }

    /// <summary>The same call with a second step. Both must give the same result when they are sent again, for they are one row.</summary>
    internal JobWrite Then(Func<object, JobWrite?> next) => new(session, call, readFailure, Operation, ProjectId, JobId) { Part = Part, Check = Check, Finish = Finish, Complete = Complete, Explain = Explain, Next = next };

    /// <summary>Sends the write and returns the record.</summary>
    /// <exception cref="JobDraftsApiException">It failed; the exception says what it left behind.</exception>
    public async Task<object> SendAsync(CallContext context)
    {
        object record;
        try
        {
            if (Check is not null && !context.SentBefore)
            {
                await Check(context).ConfigureAwait(false);
            }

            record = await session.RunAsync<object>(call, readFailure, context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException refused) when (Explain is not null && refused.Outcome == CallOutcome.Refused)
        {
            throw await Explain(refused, context).ConfigureAwait(false);
        }

        record = Complete is null ? record : await Complete(record, context).ConfigureAwait(false);
        var done = Finish is null ? record : Finish(record, context);
        return Next?.Invoke(done) is { } next ? await next.FollowAsync(done, context).ConfigureAwait(false) : done;
    }

    private async Task<object> FollowAsync(object done, CallContext context)
    {
        try
        {
            return await SendAsync(context).ConfigureAwait(false);
        }
        catch (JobDraftsApiException failed)
        {
            throw LocalErrors.HalfDone(done, failed);
        }
    }

    /// <summary>The record of an answer that was kept; null when it cannot be read any more.</summary>
    public object? FromAnswer(string answer) =>
        JsonText.TryParse(System.Text.Encoding.UTF8.GetBytes(answer)) is { ValueKind: System.Text.Json.JsonValueKind.Object } body ? call.Read(body) : null;
}
