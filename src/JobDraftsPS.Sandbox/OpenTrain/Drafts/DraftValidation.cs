using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;

namespace JobDraftsPS.Sandbox.OpenTrain.Drafts;

/// <summary>What a draft still lacks, and what it has wrong, before it can be published.</summary>
internal sealed class DraftValidation
{
    private readonly OpenTrainAssumptions assumptions;
    private readonly List<DraftField> missing;
    private readonly List<(string Field, string Message)> issues = [];

    public DraftValidation(OpenTrainJob job, OpenTrainAssumptions assumptions)
    {
        this.assumptions = assumptions;
        var rate = DraftSchema.RateOf(job.Text("paymentType"));
        IEnumerable<string> required = rate is null ? assumptions.RequiredToPublish : assumptions.RequiredToPublish.Append(rate);
        missing = [.. required.Where(key => IsMissing(job, key)).Select(DraftSchema.Get)];
        MustBePositive(job, rate);
        MustBePositive(job, "dataVolume");
    }

    public bool PublishReady => missing.Count == 0 && issues.Count == 0;

    /// <summary>The validation object, its missing fields in one of the forms that the service's pages show.</summary>
    public JsonObject ToJson(MissingFieldForm form = MissingFieldForm.Objects) => new()
    {
        ["publishReady"] = PublishReady,
        ["issueCount"] = issues.Count,
        ["missingFieldCount"] = missing.Count,
        ["missingFields"] = form switch
        {
            MissingFieldForm.Objects => WorkList(),
            MissingFieldForm.Strings => new JsonArray([.. missing.Select(field => JsonValue.Create(field.Key))]),
            _ => new JsonArray(),
        },
        ["issues"] = new JsonArray([.. issues.Select(issue => assumptions.IssuesAsTexts ? (JsonNode)JsonValue.Create(issue.Message) : new JsonObject
        {
            ["field"] = issue.Field,
            ["code"] = "invalid_value",
            ["message"] = issue.Message,
        })]),
    };

    /// <summary>The missing fields with the question to ask, the type and the keys to set.</summary>
    public JsonArray WorkList() => new([.. missing.Select(Entry)]);

    private static bool IsMissing(OpenTrainJob job, string key) =>
        !job.Fields.TryGetValue(key, out var value) || (value is string text && string.IsNullOrWhiteSpace(text));

    private void MustBePositive(OpenTrainJob job, string? key)
    {
        if (key is not null && job.Number(key) <= 0)
        {
            issues.Add((key, $"{DraftSchema.Get(key).Label} has to be above zero."));
        }
    }

    private JsonObject Entry(DraftField field) => new()
    {
        ["field"] = field.Key,
        ["label"] = field.Label,
        ["message"] = $"{field.Label} is needed before the job can be published.",
        ["code"] = assumptions.MissingFieldCode,
        ["prompt"] = "ask: " + field.Prompt,
        ["type"] = field.TypeName,
        ["enumValues"] = field.EnumValues is null ? null : new JsonArray([.. field.EnumValues.Select(value => JsonValue.Create(value))]),
        ["updateKeys"] = new JsonArray(field.Key),
        ["example"] = field.Example,
        ["hint"] = field.Hint,
    };
}
