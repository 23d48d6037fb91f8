using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.Callbacks;
using JobDraftsPS.Sandbox.TextKing.Catalog;
using JobDraftsPS.Sandbox.TextKing.State;
using JobDraftsPS.Sandbox.TextKing.Wire;

namespace JobDraftsPS.Sandbox.TextKing;

/// <content>What happens at TEXTKING or on its web site, and therefore has no call in the API.</content>
internal sealed partial class TextKingService
{
    /// <summary>The outgoing callbacks so far, oldest first.</summary>
    public IReadOnlyList<TextKingCallbackCall> CallbackCalls => callbacks.Calls;

    /// <summary>Ends when every callback fired so far has had its one try.</summary>
    public Task CallbacksSettled => callbacks.Settled;

    /// <summary>The calls as JSON, once every one fired so far has had its try.</summary>
    public JsonArray CallbacksJson()
    {
        CallbacksSettled.Wait();
        return new JsonArray([.. CallbackCalls.Select(call => new JsonObject
        {
            ["callbackId"] = call.CallbackId,
            ["projectId"] = call.ProjectId,
            ["jobId"] = call.JobId,
            ["url"] = call.Url,
            ["triggerState"] = call.TriggerState,
            ["extraData"] = call.ExtraData,
            ["firedAt"] = call.FiredAt,
            ["status"] = call.Status,
            ["failure"] = call.Failure,
        })]);
    }

    /// <summary>The translator delivers: a pending job, or one whose revision was asked for, gets its translation.</summary>
    /// <returns>The job's new state.</returns>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    /// <exception cref="InvalidOperationException">The job is in another state.</exception>
    public string Deliver(Guid jobId) => Move(
        jobId,
        JobStates.TranslationDelivered,
        job => job.Translation = Translate(job),
        JobStates.TranslationPending,
        JobStates.RevisionRequested);

    /// <summary>The customer asks, on the web site, for a revision of a delivered translation.</summary>
    /// <inheritdoc cref="Deliver" path="/returns|/exception"/>
    public string RequestRevision(Guid jobId) =>
        Move(jobId, JobStates.RevisionRequested, null, JobStates.TranslationDelivered);

    /// <summary>The customer accepts, on the web site, a delivered translation.</summary>
    /// <inheritdoc cref="Deliver" path="/returns|/exception"/>
    public string Complete(Guid jobId) =>
        Move(jobId, JobStates.Completed, null, JobStates.TranslationDelivered);

    /// <summary>TEXTKING gives up a job that is not yet completed.</summary>
    /// <inheritdoc cref="Deliver" path="/returns|/exception"/>
    public string Cancel(Guid jobId) => Move(
        jobId,
        JobStates.Canceled,
        null,
        JobStates.New,
        JobStates.TranslationPending,
        JobStates.TranslationDelivered,
        JobStates.RevisionRequested);

    /// <summary>Does one of the four.</summary>
    /// <exception cref="ArgumentException">The job id is none, there is no such job, or it is in another state; nothing was changed.</exception>
    public void Turn(SandboxTranslation translation)
    {
        if (!Uuid.TryParse(translation.JobId, out var jobId))
        {
            throw new ArgumentException($"'{translation.JobId}' is not a job's id.");
        }

        try
        {
            _ = translation.Step switch
            {
                SandboxTranslationStep.Deliver => Deliver(jobId),
                SandboxTranslationStep.Revise => RequestRevision(jobId),
                SandboxTranslationStep.Complete => Complete(jobId),
                _ => Cancel(jobId),
            };
        }
        catch (Exception refused) when (refused is KeyNotFoundException or InvalidOperationException)
        {
            throw new ArgumentException(refused.Message, refused);
        }
    }

    private string Move(Guid jobId, string entered, Action<Job>? before, params string[] from)
    {
        lock (world.State.Gate)
        {
            var job = world.State.FindJob(jobId) ?? throw new KeyNotFoundException($"There is no job {jobId}.");
            if (Array.IndexOf(from, job.State) < 0)
            {
                throw new InvalidOperationException(
                    $"Job {jobId} is {job.State}; it becomes {entered} only from {string.Join(", ", from)}.");
            }

            before?.Invoke(job);
            world.Workflow.Enter(job, entered);
            return entered;
        }
    }

    // A plain text says of itself that it was translated; any other format stays the valid file that it is.
    private Document Translate(Job job)
    {
        var source = job.Source ?? throw new InvalidOperationException($"Job {job.Id} has no document.");
        var content = source.Content;
        if (DocumentTypes.IsPlainText(source.ContentType))
        {
            var note = $"[{job.Content.SourceLanguage} > {job.Content.TargetLanguage}] ";
            using var translated = new SandboxBodyWriter();
            translated.Write(new SandboxBody(Encoding.UTF8.GetBytes(note)));
            translated.Write(source.Content);
            content = translated.ToBody();
        }

        return source with { Content = content, LastModified = clock.UtcNow };
    }
}
