using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Wire;

namespace JobDraftsPS.Contrary.Services;

/// <content>Publishing and closing.</content>
internal sealed partial class OpenTrainDesk
{
    private Reply Publish(WireRequest request, string id)
    {
        if (Find(id) is not { } job)
        {
            return NotFound(id);
        }

        var was = Text(job, "status");
        if (was is not ("DRAFT" or "OPEN"))
        {
            return Refused(409, "CONFLICT", $"The job is {was}.", new JsonObject { ["jobId"] = id, ["status"] = was, ["requiredStatus"] = "DRAFT" });
        }

        if (Gaps(job) is { Length: > 0 } gaps)
        {
            return Refused(400, "BAD_REQUEST", "The draft lacks fields.", new JsonObject { ["validation"] = Validation(gaps) });
        }

        var before = Published(job, already: false);
        if (was == "DRAFT")
        {
            job["status"] = "OPEN";
            state.Add("ot", WriteKind.Publish, id, request);
        }

        return new Reply(200, Published(job, was == "OPEN")) { Did = WriteKind.Publish, Before = before, IdMember = "jobId" };
    }

    private static JsonObject Published(JsonObject job, bool already) => new()
    {
        ["ok"] = true,
        ["jobId"] = Text(job, "id"),
        ["status"] = Text(job, "status"),
        ["alreadyPublished"] = already,
        ["jobUrl"] = $"{Site}/jobs/1",
        ["publishAttemptId"] = null,
        ["warnings"] = new JsonArray(),
        ["sideEffects"] = new JsonObject { ["dispatched"] = !already, ["status"] = "queued" },
    };

    private Reply Close(WireRequest request, string id)
    {
        if (Find(id) is not { } job)
        {
            return NotFound(id);
        }

        var was = Text(job, "status");
        if (was != "ARCHIVED")
        {
            job["status"] = "ARCHIVED";
            state.Add("ot", WriteKind.Close, id, request);
        }

        return new Reply(200, Closed(id, "ARCHIVED", was == "ARCHIVED")) { Did = WriteKind.Close, Before = Closed(id, was!, false), IdMember = "jobId" };
    }

    private static JsonObject Closed(string id, string status, bool already) => new()
    {
        ["ok"] = true,
        ["jobId"] = id,
        ["status"] = status,
        ["alreadyClosed"] = already,
    };
}
