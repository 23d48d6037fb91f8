using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>GET /jobs/mine: the account's jobs, drafts included, without their field values.</summary>
internal sealed class MineEndpoint(JobStore store, object gate, OpenTrainAccess access, OpenTrainAssumptions assumptions)
{
    private const int DefaultLimit = 25;

    public SandboxResponse List(SandboxRequest request)
    {
        var account = access.Admit(request, "jobs:read").Account;
        var status = request.QueryValue("status");
        if (status is not null && !JobStatus.All.Contains(status))
        {
            throw OpenTrainRefusal.BadRequest(
                $"'{status}' is no job status.",
                new JsonObject { ["supportedStatuses"] = new JsonArray([.. JobStatus.All.Select(known => JsonValue.Create(known))]) });
        }

        var paging = new Paging(request, DefaultLimit, assumptions);
        lock (gate)
        {
            var (page, next) = paging.Take(store.Of(account), job => status is null || job.Status == status);
            return SandboxResponse.Json(200, new JsonObject
            {
                ["jobs"] = new JsonArray([.. page.Select(job => Entry(request, job))]),
                ["nextCursor"] = next,
            });
        }
    }

    private JsonObject Entry(SandboxRequest request, OpenTrainJob job) => new()
    {
        ["id"] = job.Id,
        ["title"] = job.Text("jobTitle"),
        ["status"] = job.Status,
        ["published"] = job.Status == JobStatus.Open,
        ["acceptingApplicants"] = job.Status == JobStatus.Open,
        ["createdAt"] = Timestamp.Write(job.CreatedAt),
        ["updatedAt"] = Timestamp.Write(job.UpdatedAt),
        ["jobUrl"] = job.Status == JobStatus.Draft && !assumptions.DraftsHaveJobUrl ? null : $"{request.Origin}/jobs/{job.Id}",
        ["proposalCounts"] = new JsonObject { ["total"] = 0, ["unreviewed"] = 0 },
    };
}
