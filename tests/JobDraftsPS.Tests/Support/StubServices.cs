using System.Text.Json.Nodes;

namespace JobDraftsPS.Tests.Support;

/// <summary>Three services that take everything: what counts in these tests is what was sent to them.</summary>
internal static class StubServices
{
    public const string OpenTrainPath = "/ot";
    public const string TextKingPath = "/tk";
    public const string SorcePath = "/so";

    public const string ProjectId = "11111111-1111-4111-8111-111111111111";
    public const string TextKingJobId = "aaaaaaaa-0000-4000-8000-000000000001";

    private const string Capabilities = """
        {"enabled":true,"capabilities":{"draftCreate":true,"draftUpdate":true,"publish":true},
         "draft":{"updateKeys":["jobTitle","jobDescription","paymentType","pricePerHour","pricePerLabel","fixedPrice","experienceLevel","dataVolume",
           "dataVolumeUnit","languages","countries","labelTypes","headcount","labelingOverview","datasetDescription","dataType","subjectMatter",
           "labelingSoftware","aiInterviewRequirements","budgetRange","workloadDesc","timeRequirement","projectDuration","freelancerType",
           "projectScope","visibility"],
          "enums":{"experienceLevel":["EXPERT","ENTRY_LEVEL","INTERMEDIATE","ANY_EXPERIENCE_LEVEL"],
                   "paymentType":["PAY_PER_LABEL","PAY_PER_HOUR","FIXED_PRICE"]},
          "importFormats":["raw_text"]}}
        """;

    public static Task<Reply> Answer(RecordedCall call) => Task.FromResult(Reply(call));

    public static Reply Reply(RecordedCall call)
    {
        var parts = call.Path.Split('?')[0].Split('/');
        return (call.Method, parts[1], parts[^1]) switch
        {
            ("GET", "ot", "capabilities") => new Reply(200, Capabilities),
            ("POST", "ot", "job-drafts") => Draft("made-" + call.Body.GetHashCode(StringComparison.Ordinal).ToString("x", null)),
            ("POST", "ot", "publish") => Json(new() { ["ok"] = true, ["jobId"] = parts[^2], ["status"] = "OPEN" }),
            ("POST", "ot", "close") => Json(new() { ["ok"] = true, ["jobId"] = parts[^2], ["status"] = "ARCHIVED", ["alreadyClosed"] = false }),
            ("PATCH", "ot", var id) when parts[^2] == "jobs" => Json(new() { ["ok"] = true, ["jobId"] = id, ["status"] = "OPEN", ["moderation"] = new JsonObject { ["decision"] = "ALLOW", ["reasons"] = new JsonArray() } }),
            ("GET", "ot", "mine") => Json(new() { ["jobs"] = new JsonArray(new JsonObject { ["id"] = "j", ["title"] = "Signs", ["status"] = "DRAFT" }), ["nextCursor"] = null }),
            ("GET", "ot", "facets") => Json(new() { ["totalJobs"] = 1, ["languages"] = new JsonArray(new JsonObject { ["value"] = "English", ["count"] = 1 }) }),
            ("GET", "ot", "changes") => Json(new() { ["until"] = "2026-02-01T00:00:00.000Z", ["changes"] = new JsonArray(new JsonObject { ["jobId"] = "j", ["eventType"] = "CLOSED", ["occurredAt"] = "2026-01-15T00:00:00.000Z" }) }),
            ("GET", "ot", "jobs") => Json(new() { ["jobs"] = new JsonArray(new JsonObject { ["id"] = "j", ["title"] = "Signs", ["status"] = "OPEN" }), ["nextCursor"] = null }),
            ("GET", "ot", var id) when parts[^2] == "jobs" => Json(new() { ["id"] = id, ["title"] = "Signs", ["status"] = "OPEN" }),
            ("PATCH", "ot", var id) => Draft(id),
            ("GET", "tk", "jobs") => Json(new() { ["total"] = 1, ["items"] = new JsonArray(TextKingJob()) }),
            ("GET", "tk", var id) when id == ProjectId => Json(new() { ["id"] = id, ["name"] = "Spring", ["state"] = "prepared" }),
            ("PUT", "tk", var id) => Json(new() { ["id"] = id, ["name"] = "Leaflet", ["state"] = "new" }),
            ("POST", "so", "publish") => Json(new() { ["id"] = parts[^2], ["status"] = "ACTIVE" }),
            _ => new Reply(404, "{}"),
        };
    }

    private static JsonObject TextKingJob() => new()
    {
        ["id"] = TextKingJobId,
        ["name"] = "Leaflet",
        ["source_language"] = "en",
        ["target_language"] = "fr",
        ["quality"] = "translation",
        ["state"] = "new",
        ["words"] = 80,
        ["net_price"] = 9.6,
        ["currency"] = "EUR",
    };

    private static Reply Draft(string id) => Json(new()
    {
        ["ok"] = true,
        ["jobId"] = Uri.UnescapeDataString(id),
        ["status"] = "DRAFT",
        ["validation"] = new JsonObject { ["publishReady"] = true, ["missingFieldCount"] = 0, ["issueCount"] = 0 },
    });

    private static Reply Json(JsonObject body) => new(200, body.ToJsonString());
}
