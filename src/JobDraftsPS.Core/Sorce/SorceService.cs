using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce as the shared parts of the module see it.</summary>
internal sealed class SorceService : IPlannedService, IPublishingService
{
    public JobService Id => JobService.Sorce;

    public string Name => nameof(JobService.Sorce);

    public ServiceDefaults Defaults { get; } = new("https://www.sorce.jobs/api/external/v1", ["SORCE_API_KEY"]);

    public IReadOnlyDictionary<string, QuotaRule> Quotas => SorceQuotas.Documented;

    public FieldSet Fields => ListingFields.Known;

    public IEnumerable<FieldDefinition> PlanFields(JobDraftConnection? connection) => ListingFields.Known.Fields;

    public Task<ConnectionTest> TestAsync(JobDraftConnection connection, CallContext context) => new SorceClient(connection).TestAsync(context);

    public Func<string, string?, JobWrite> Publisher(JobDraftConnection connection)
    {
        // One client for all rows: it knows what it has looked up.
        var client = new SorceClient(connection);
        return (jobId, _) => client.Publish(jobId);
    }

    public string NewNoun(bool inProject) => "draft";

    public bool CountsPublications => false;

    public PlanService Plan(JobDraftConnection connection) => new SorcePlanService(connection);

    public string WhyNotUndone(string operation) => operation switch
    {
        "Create" => "Sorce has no call that deletes a draft",
        "Publish" => "a listing does not become a draft again; Suspend-JobListing hides it",
        _ => "nothing opens or restores it again",
    };

    public bool GivesNewIds(string field) => field is SorceValues.Qualifications or SorceValues.Questions or SorceValues.Budgets;
}
