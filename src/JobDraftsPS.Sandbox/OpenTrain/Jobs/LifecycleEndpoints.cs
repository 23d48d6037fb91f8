using System.Globalization;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;

namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>Publishing, editing live, closing.</summary>
internal sealed class LifecycleEndpoints(
    JobStore store, object gate, SandboxSettings settings, SandboxClock clock, OpenTrainAccess access, OpenTrainAssumptions assumptions)
{
    private readonly PublishQuota quota = new(settings);
    private readonly Moderation moderation = new(settings);
    private int publishAttempts;

    /// <summary>POST /jobs/{id}/publish: state, readiness, quota, moderation; a job already open is left as it is.</summary>
    public SandboxResponse Publish(SandboxRequest request, string id)
    {
        var account = access.Admit(request, "jobs:write", OpenTrainAccess.PublishingFeature).Account;
        lock (gate)
        {
            var job = Own(account, id);
            if (job.Status == JobStatus.Open)
            {
                if (assumptions.RepeatedPublishCounts)
                {
                    quota.Check(account, clock.UtcNow);
                    quota.Count(account, clock.UtcNow);
                }

                return Published(request, job, attempt: null);
            }

            Require(job, JobStatus.Draft, "Only a draft can be published", assumptions.PublishNotDraftStatus);
            var validation = new DraftValidation(job, assumptions);
            if (!validation.PublishReady)
            {
                throw OpenTrainRefusal.BadRequest("This draft is not ready to be published.", new JsonObject { ["validation"] = validation.ToJson() });
            }

            var now = clock.UtcNow;
            if (assumptions.ModeratesLast)
            {
                quota.Check(account, now);
            }

            Moderate(account, job, now);
            quota.Check(account, now);
            quota.Count(account, now);
            job.Status = JobStatus.Open;
            job.PublishedAt = now;
            Happened(job, "PUBLISHED", now);
            return Published(request, job, "pa-" + (++publishAttempts).ToString("D6", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>PATCH /jobs/{id}: the edit is kept even when moderation then takes the job down to a draft.</summary>
    public SandboxResponse Edit(SandboxRequest request, string id)
    {
        var account = access.Admit(request, "jobs:write", OpenTrainAccess.PublishingFeature).Account;
        var patch = DraftPatch.Read(request.Body, assumptions);
        lock (gate)
        {
            var job = Own(account, id);
            Require(
                job,
                JobStatus.Open,
                job.Status == JobStatus.Draft ? "A draft is edited with PATCH /job-drafts/{jobId}" : "Only an open job can be edited");
            var now = clock.UtcNow;
            job.Apply(patch, now);
            var reasons = moderation.Reasons(job);
            if (reasons.Count > 0)
            {
                job.Status = JobStatus.Draft;
                Happened(job, "CLOSED", now);
                throw OpenTrainRefusal.Conflict(
                    "The edit is saved, but moderation refuses it: the job is a draft again.",
                    new JsonObject
                    {
                        ["jobId"] = job.Id,
                        ["reason"] = "moderation_blocked",
                        ["reasons"] = Texts(reasons),
                        ["status"] = job.Status,
                    });
            }

            Happened(job, "UPDATED", now);
            return SandboxResponse.Json(200, new JsonObject
            {
                ["ok"] = true,
                ["jobId"] = job.Id,
                ["status"] = job.Status,
                ["moderation"] = new JsonObject { ["decision"] = "ALLOW", ["reasons"] = new JsonArray() },
            });
        }
    }

    /// <summary>POST /jobs/{id}/close: from any state, drafts included; a second close changes nothing.</summary>
    public SandboxResponse Close(SandboxRequest request, string id)
    {
        var account = access.Admit(request, "jobs:write", OpenTrainAccess.PublishingFeature).Account;
        lock (gate)
        {
            var job = Own(account, id);
            var already = job.Status == JobStatus.Archived;
            if (!assumptions.ClosesDrafts && job.Status == JobStatus.Draft)
            {
                Require(job, JobStatus.Open, "Only an open job can be closed");
            }

            if (!already)
            {
                var now = clock.UtcNow;
                var listed = job.Status == JobStatus.Open;
                job.Status = JobStatus.Archived;
                job.UpdatedAt = now;
                if (listed)
                {
                    Happened(job, "CLOSED", now);
                }
            }

            return SandboxResponse.Json(200, new JsonObject
            {
                ["ok"] = true,
                ["jobId"] = job.Id,
                ["status"] = job.Status,
                ["alreadyClosed"] = already,
            });
        }
    }

    private static void Happened(OpenTrainJob job, string type, DateTimeOffset now)
    {
        job.UpdatedAt = now;
        job.LatestEvent = (type, now);
    }

    /// <exception cref="OpenTrainRefusal">403: the text holds what is not allowed.</exception>
    private void Moderate(OpenTrainAccount account, OpenTrainJob job, DateTimeOffset now)
    {
        if (moderation.Reasons(job) is not { Count: > 0 } reasons)
        {
            return;
        }

        if (assumptions.FailedPublishCounts)
        {
            quota.Count(account, now);
        }

        throw OpenTrainRefusal.Forbidden(
            "Moderation refuses this job.",
            new JsonObject { ["reason"] = "moderation_blocked", ["reasons"] = Texts(reasons) });
    }

    private static void Require(OpenTrainJob job, string status, string message, int refusal = 409)
    {
        if (job.Status != status)
        {
            throw new OpenTrainRefusal(
                refusal,
                $"{message}; this job is {job.Status}.",
                new JsonObject { ["jobId"] = job.Id, ["status"] = job.Status, ["requiredStatus"] = status });
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    /// <summary>These three calls do not tell another account's job from one that does not exist.</summary>
    private OpenTrainJob Own(OpenTrainAccount account, string id) =>
        store.Find(id) is { } job && job.Owner.Id == account.Id ? job : throw OpenTrainRefusal.NoSuchJob(id);

    private SandboxResponse Published(SandboxRequest request, OpenTrainJob job, string? attempt) => SandboxResponse.Json(200, new JsonObject
    {
        ["ok"] = true,
        ["jobId"] = job.Id,
        ["status"] = job.Status,
        ["alreadyPublished"] = attempt is null,
        ["jobUrl"] = $"{request.Origin}/jobs/{job.Id}",
        ["publishAttemptId"] = attempt,
        ["warnings"] = new JsonArray(),
        ["sideEffects"] = new JsonObject
        {
            ["dispatched"] = attempt is not null,
            ["status"] = attempt is null ? assumptions.NoSideEffects : "queued",
        },
    });
}
