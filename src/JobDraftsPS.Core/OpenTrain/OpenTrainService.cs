using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain as the shared parts of the module see it.</summary>
internal sealed class OpenTrainService : IPlannedService, IPublishingService, IPushBackReader
{
    public JobService Id => JobService.OpenTrain;

    public string Name => nameof(JobService.OpenTrain);

    public ServiceDefaults Defaults { get; } = new("https://app.opentrain.ai/api/public/v1", ["OT_API_TOKEN", "OPENTRAIN_API_TOKEN"], ["OT_API_BASE_URL", "OPENTRAIN_API_BASE_URL"]) { AddsPath = true };

    public IReadOnlyDictionary<string, QuotaRule> Quotas => OpenTrainQuotas.Documented;

    public FieldSet Fields => DraftFields.Known;

    public PushBack PushBackOf(ApiResponse response) => OpenTrainErrors.PushBackOf(response);

    public IEnumerable<FieldDefinition> PlanFields(JobDraftConnection? connection) => (connection is null ? DraftFields.Known : new OpenTrainClient(connection).KnownDraftFields).Fields;

    public Task<ConnectionTest> TestAsync(JobDraftConnection connection, CallContext context) => new OpenTrainClient(connection).TestAsync(context);

    public Func<string, string?, JobWrite> Publisher(JobDraftConnection connection) => new OpenTrainClient(connection).Publish;

    public string NewNoun(bool inProject) => "draft";

    public bool CountsPublications => true;

    public PlanService Plan(JobDraftConnection connection) => new OpenTrainPlanService(connection);

    public string WhyNotUndone(string operation) => operation switch
    {
        "Create" => "OpenTrain has no call that deletes a draft",
        "Publish" => "a published job does not become a draft again; Close-PublishedJob ends it for good",
        _ => "nothing opens or restores it again",
    };

    public bool GivesNewIds(string field) => false;
}
