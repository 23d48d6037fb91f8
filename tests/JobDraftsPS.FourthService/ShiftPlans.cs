using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Json;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.FourthService;

/// <summary>Each shift is read by its id, and an edit sets values.</summary>
internal sealed class ShiftPlans(JobDraftConnection connection, FieldSet fields) : PlanService(connection)
{
    private const string Route = "/shifts/{id}";

    public static CallFailure Refusal(ApiRequest request, ApiResponse response) => new() { Message = ApiErrors.Shown(response) };

    public override Task<PlanRules> GetRulesAsync(CallContext context) => Task.FromResult<PlanRules>(new ShiftRules(fields));

    public override async Task ReadAsync(IReadOnlyList<PlanRow> rows, PlanSnapshot state, CallContext context)
    {
        foreach (var id in rows.Where(row => row.JobId is not null).Select(row => row.JobId!).Distinct())
        {
            var shift = await Session.RunAsync<Shift>(Call(new ApiRequest("GET", Route, $"the read of shift '{id}'", id)), Refusal, context);
            var known = state.Know(ShiftService.Shifts, null, id);
            known.Status = shift.Status;
            known.Values["title"] = shift.Title;
            known.Values["places"] = shift.Places;
        }
    }

    public override JobWrite Call(PlanRow row)
    {
        var request = new ApiRequest("PATCH", Route, $"the edit of shift '{row.JobId}'", row.JobId!)
        {
            Json = PlainJson.Write(row.Changes.Select(change => new KeyValuePair<string, object?>(change.Field, change.To))),
        };
        return new JobWrite(Session, Call(request), Refusal, nameof(PlanOperation.Update), null, row.JobId);
    }

    private static ApiCall Call(ApiRequest request) => new(request, Read, "the shift's id") { Quota = ShiftService.Request };

    private static Shift? Read(JsonElement answer)
    {
        var reader = new RecordReader(answer);
        return reader.Text("id") is { } id ? new Shift { JobId = id, Title = reader.Text("title"), Status = "PLANNED", Places = reader.Whole("places") } : null;
    }
}
