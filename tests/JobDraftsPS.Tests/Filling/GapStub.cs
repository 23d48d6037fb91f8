using System.Text.Json;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Filling;

/// <summary>A service whose drafts lack a level and a headcount, and which refuses experts although it lists them.</summary>
internal static class GapStub
{
    private const string Gaps = """
        {"ok":true,"jobId":"j","status":"DRAFT","validation":{"publishReady":false,"missingFieldCount":2,"issueCount":0,"issues":[],"missingFields":["experienceLevel","headcount"]}}
        """;

    private const string Refusal = """
        {"error":"The body does not fit.","code":"BAD_REQUEST","requestId":"r1",
         "details":{"issues":[{"code":"custom","path":["experienceLevel"],"message":"Experts are not hired here."}]}}
        """;

    private const string Pay = """
        {"ok":true,"jobId":"j","status":"DRAFT","validation":{"publishReady":false,"missingFieldCount":1,"issueCount":0,"issues":[],
         "missingFields":[{"field":"pay","prompt":"What is paid?","type":"number","updateKeys":["paymentType","pricePerHour"]}]}}
        """;

    /// <summary>Drafts lack one thing, which goes into two fields.</summary>
    public static Task<Reply> AnswerWithPay(RecordedCall call) =>
        call.Method == "PATCH" && !call.Body.Contains("paymentType", StringComparison.Ordinal) ? Task.FromResult(new Reply(200, Pay)) : StubServices.Answer(call);

    public static Task<Reply> Answer(RecordedCall call)
    {
        if (call.Method != "PATCH")
        {
            return StubServices.Answer(call);
        }

        using var body = JsonDocument.Parse(call.Body);
        return Task.FromResult(
            !body.RootElement.TryGetProperty("experienceLevel", out var level) ? new Reply(200, Gaps)
            : level.GetString() == "EXPERT" ? new Reply(400, Refusal)
            : StubServices.Reply(call));
    }
}
