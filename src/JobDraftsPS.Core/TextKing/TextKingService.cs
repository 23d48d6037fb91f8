using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.TextKing;

/// <summary>TEXTKING as the shared parts of the module see it. It documents no quota.</summary>
internal sealed class TextKingService : IPlannedService
{
    public JobService Id => JobService.TextKing;

    public string Name => nameof(JobService.TextKing);

    public ServiceDefaults Defaults { get; } = new("https://api.textking.com/v1", ["TEXTKING_ACCESS_TOKEN"]) { AuthorizationUri = new Uri("https://www.textking.com/oauth") };

    public IReadOnlyDictionary<string, QuotaRule> Quotas { get; } = new Dictionary<string, QuotaRule>(0);

    public FieldSet Fields => TranslationJobFields.Known;

    public IEnumerable<FieldDefinition> PlanFields(JobDraftConnection? connection) => [.. TranslationJobFields.Known.Fields, .. TranslationProjectFields.Known.Fields];

    public Task<ConnectionTest> TestAsync(JobDraftConnection connection, CallContext context) => new TextKingClient(connection).TestAsync(context);

    public string NewNoun(bool inProject) => inProject ? "job" : "project";

    public bool CountsPublications => false;

    public PlanService Plan(JobDraftConnection connection) => new TextKingPlanService(connection);

    public string WhyNotUndone(string operation) => operation switch
    {
        "Create" => "it is not an edit; Remove-TranslationJob or Remove-TranslationProject deletes what was created, while its project is prepared",
        "Publish" or "Start" => "the project was ordered, and an order is not taken back",
        _ => "nothing opens or restores it again",
    };

    public bool GivesNewIds(string field) => false;
}
