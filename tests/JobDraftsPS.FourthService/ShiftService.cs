using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.FourthService;

/// <summary>An imagined service of work shifts: they can be read and edited, ten times a second and no more than four times in a fifth of one.</summary>
internal sealed class ShiftService : IPlannedService
{
    /// <summary>The first number that the module has no name for.</summary>
    public const JobService Shifts = (JobService)100;

    public static QuotaUse Request { get; } = new("shift-requests", perCall: false, response => response.Status != 429);

    public JobService Id => Shifts;

    public string Name => "Shifts";

    public ServiceDefaults Defaults { get; } = new("https://shifts.example/v1", ["SHIFTS_TOKEN"], ["SHIFTS_BASE_URL"]);

    public IReadOnlyDictionary<string, QuotaRule> Quotas { get; } = new Dictionary<string, QuotaRule>
    {
        [Request.Name] = new(new QuotaWindow(10, TimeSpan.FromSeconds(1)), new QuotaWindow(4, TimeSpan.FromSeconds(0.2))),
    };

    public FieldSet Fields { get; } = new([new FieldDefinition("title", FieldType.Text), new FieldDefinition("places", FieldType.Whole)]);

    public bool CountsPublications => false;

    public IEnumerable<FieldDefinition> PlanFields(JobDraftConnection? connection) => Fields.Fields;

    public Task<ConnectionTest> TestAsync(JobDraftConnection connection, CallContext context)
    {
        var request = new ApiRequest("GET", "/me", "the read of who the token is");
        var call = new ApiCall(request, me => new ConnectionTest { Service = Shifts, BaseUri = connection.BaseUri, Message = me.GetProperty("name").GetString()! }, "a name") { Quota = Request };
        return ServiceSession.Of(connection).RunAsync<ConnectionTest>(call, ShiftPlans.Refusal, context);
    }

    public PlanService Plan(JobDraftConnection connection) => new ShiftPlans(connection, Fields);

    public string NewNoun(bool inProject) => "shift";

    public string WhyNotUndone(string operation) => "a shift cannot be taken back";

    public bool GivesNewIds(string field) => false;
}
