using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain.Import;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;

namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>Capabilities, and the making and patching of drafts.</summary>
internal sealed class DraftEndpoints(
    JobStore store, object gate, SandboxSettings settings, SandboxClock clock, OpenTrainAccess access, OpenTrainAssumptions assumptions)
{
    /// <summary>GET /job-drafts/capabilities: any valid token, no scope.</summary>
    public SandboxResponse Capabilities(SandboxRequest request)
    {
        var account = access.Admit(request, feature: OpenTrainAccess.DraftingFeature).Account;
        var enums = new JsonObject();
        foreach (var field in DraftSchema.Fields.Where(field => field.EnumValues is not null))
        {
            enums[field.Key] = Texts(field.EnumValues!);
        }

        return SandboxResponse.Json(200, new JsonObject
        {
            ["featureKey"] = OpenTrainAccess.DraftingFeature,
            ["namespace"] = "job-drafts",
            ["rolloutMode"] = "ALLOWLIST",
            ["actorIsAdmin"] = false,
            ["capabilities"] = new JsonObject
            {
                ["draftImport"] = true,
                ["draftCreate"] = true,
                ["draftUpdate"] = true,
                ["draftUrlRead"] = true,
                ["publish"] = account.Publishing,
                ["hiring"] = false,
                ["messagingWrites"] = false,
                ["team"] = false,
                ["paymentsWrite"] = false,
                ["credits"] = false,
                ["webhooks"] = false,
            },
            ["draft"] = new JsonObject
            {
                ["importFormats"] = Texts(ImportRequest.Formats),
                ["updateKeys"] = Texts(DraftSchema.Fields.Select(field => field.Key)),
                ["enums"] = enums,
            },
            ["authBootstrap"] = "token",
            ["enabled"] = true,
        });
    }

    /// <summary>POST /job-drafts: a key used before gives back the first draft as it now is, whatever the new body says.</summary>
    public SandboxResponse Create(SandboxRequest request)
    {
        var account = access.Admit(request, "jobs:write", OpenTrainAccess.DraftingFeature).Account;
        var import = ImportRequest.Read(request.Body, assumptions);
        lock (gate)
        {
            var job = import.IdempotencyKey is { } key ? store.FindByKey(account, key) : null;
            if (job is null)
            {
                var now = clock.UtcNow;
                job = store.Add(account, now, idempotencyKey: import.IdempotencyKey);
                job.ExternalId = import.ExternalId;
                job.Import = import.Draft;
                job.ImportBody = Convert.ToBase64String(request.Body);
                job.Apply(import.Draft.Fields, now);
            }

            else if (assumptions.ReplayConflicts && job.ImportBody != Convert.ToBase64String(request.Body))
            {
                throw OpenTrainRefusal.Conflict("The idempotency key was used with another body.", new JsonObject { ["jobId"] = job.Id });
            }

            var made = job.Import ?? import.Draft;
            var validation = new DraftValidation(job, assumptions);
            return SandboxResponse.Json(assumptions.CreateStatus, new JsonObject
            {
                ["ok"] = true,
                ["jobId"] = job.Id,
                ["status"] = job.Status,
                ["draftUrl"] = EditorUrl(request, job),
                ["reviewUrl"] = EditorUrl(request, job),
                ["validation"] = validation.ToJson(settings.MissingFieldForm),
                ["missingFields"] = validation.WorkList(),
                ["normalizedFields"] = made.NormalizedFields(),
                ["warnings"] = made.Warnings,
                ["unmappedFields"] = made.Unmapped(assumptions),
                ["lowConfidenceFields"] = made.LowConfidence(assumptions),
            });
        }
    }

    /// <summary>PATCH /job-drafts/{jobId}: one's own unpublished draft; another account's is 403 here, not 404.</summary>
    public SandboxResponse Patch(SandboxRequest request, string jobId)
    {
        var account = access.Admit(request, "jobs:write", OpenTrainAccess.DraftingFeature).Account;
        var patch = DraftPatch.Read(request.Body, assumptions);
        lock (gate)
        {
            var job = store.Find(jobId) ?? throw OpenTrainRefusal.NoSuchJob(jobId);
            if (job.Owner.Id != account.Id)
            {
                throw OpenTrainRefusal.Forbidden("This draft belongs to another account.");
            }

            if (job.Status != JobStatus.Draft)
            {
                throw new OpenTrainRefusal(
                    assumptions.PatchNotDraftStatus,
                    $"Only an unpublished draft is patched here; this job is {job.Status}.",
                    new JsonObject { ["jobId"] = job.Id, ["status"] = job.Status, ["requiredStatus"] = JobStatus.Draft });
            }

            job.Apply(patch, clock.UtcNow);
            return SandboxResponse.Json(200, new JsonObject
            {
                ["ok"] = true,
                ["jobId"] = job.Id,
                ["status"] = job.Status,
                ["draftUrl"] = EditorUrl(request, job),
                ["validation"] = new DraftValidation(job, assumptions).ToJson(),
            });
        }
    }

    private string EditorUrl(SandboxRequest request, OpenTrainJob job) => $"{request.Origin}/job-post?{assumptions.EditorQuery}={job.Id}";

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
