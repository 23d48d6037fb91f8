using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain tells the status of each own job, and the values only of those that the marketplace shows.</summary>
internal sealed class OpenTrainPlanService : PlanService
{
    private const string Description = "jobDescription";
    private const string ExternalId = "externalId";
    private readonly OpenTrainClient client;

    public OpenTrainPlanService(JobDraftConnection connection)
        : base(connection) => client = new OpenTrainClient(connection);

    public override async Task<PlanRules> GetRulesAsync(CallContext context) =>
        new OpenTrainRules(await client.GetLiveFieldsAsync(context).ConfigureAwait(false));

    public override async Task ReadAsync(IReadOnlyList<PlanRow> rows, PlanSnapshot state, CallContext context)
    {
        if (rows.Any(row => row.Operation == PlanOperation.Publish))
        {
            var rule = Session.RuleOf(OpenTrainQuotas.Publication)!;
            state.Allow(JobService.OpenTrain, await Session.Pacer.RoomAsync(OpenTrainQuotas.Publication, rule, Session.Paced("the count of publications")).ConfigureAwait(false));
        }

        var wanted = new HashSet<string>(rows.Where(row => row.JobId is not null).Select(row => row.JobId!), StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return;
        }

        var updated = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var job in await AllAsync<JobRecord>(client.Mine(JobStatuses.All).ListAsync, context).ConfigureAwait(false))
        {
            // Nobody else's: a plan of three rows does not hold ten thousand jobs.
            if (wanted.Contains(job.JobId))
            {
                state.Know(JobService.OpenTrain, null, job.JobId).Status = job.Status;
                updated[job.JobId] = (job as PublishedJob)?.UpdatedAt;
            }
        }

        state.Complete(JobService.OpenTrain, null);
        foreach (var jobId in rows.Where(row => row.Operation == PlanOperation.Update && row.JobId is not null).Select(row => row.JobId!).Distinct())
        {
            if (state.Find(PlanKeys.Of(JobService.OpenTrain, null, jobId)) is { Status: JobStatuses.Open } job)
            {
                await ReadListingAsync(jobId, job, updated[jobId], context).ConfigureAwait(false);
            }
        }
    }

    public override PublishShare ShareOf(string part, int share) =>
        new(Session.Pacer, Session.Paced("the share of a plan"), OpenTrainQuotas.Publications, OpenTrainQuotas.PublishWindow, part, share);

    public override JobWrite Call(PlanRow row) => row.Operation switch
    {
        PlanOperation.Create => Create(row),
        PlanOperation.Publish => client.Publish(row.JobId!, null),
        PlanOperation.Close => client.Close(row.JobId!, null),
        _ when row.Hazards.Contains(PlanHazard.LiveEdit) => client.UpdateLive(new JobEdit(row.JobId!, ChangesOf(row)), null),
        _ => client.Update(new JobEdit(row.JobId!, ChangesOf(row)), null),
    };

    /// <summary>A draft from its description; the further fields are written into it in a second step.</summary>
    private JobWrite Create(PlanRow row)
    {
        var given = ChangesOf(row);
        string? Text(string field) => given.FirstOrDefault(change => change.Field == field)?.Value as string;
        var create = client.Create(DraftImport.FromText(Text(Description) ?? string.Empty, Text(ExternalId)));
        var rest = given.Where(change => change.Field is not (Description or ExternalId)).ToArray();
        return rest.Length == 0 ? create : create.Then(record => record is JobDraft draft ? client.Update(new JobEdit(draft.JobId, rest), draft.Title) : null);
    }

    /// <summary>What the marketplace shows of a live job, in the names of the fields that are written. It may be minutes old, and then says nothing.</summary>
    private async Task ReadListingAsync(string jobId, JobSnapshot job, DateTimeOffset? updated, CallContext context)
    {
        try
        {
            if ((await client.Listed(jobId)(context).ConfigureAwait(false)).Items.OfType<PublishedJob>().FirstOrDefault() is not { } listed)
            {
                return;
            }

            if (listed.UpdatedAt < updated)
            {
                job.IsChangedUnseen = true;
                context.Log.Verbose($"The present values of job '{jobId}' are not known: the marketplace still shows it as it was before its last change.");
            }
            else
            {
                job.Values["jobTitle"] = listed.Title;
                job.Values["jobDescription"] = listed.DescriptionText;
                job.Values["countries"] = PlanValues.Normal(listed.Countries);
                job.Values["languages"] = PlanValues.Normal(listed.Languages);
                job.Values["labelTypes"] = PlanValues.Normal(listed.LabelTypes);
                job.Values["dataType"] = listed.DataType;
                job.Values["labelingSoftware"] = listed.LabelingSoftware;
                TakePay(listed.Pay, job);
            }
        }
        catch (JobDraftsApiException failed) when (failed.StatusCode is 404 or 429)
        {
            // A job that the marketplace does not show: its values stay unknown.
            context.Log.Verbose($"The present values of job '{jobId}' are not known: {failed.Message}");
        }
    }

    private static void TakePay(PublishedJobPay? pay, JobSnapshot job)
    {
        if (pay is not null)
        {
            job.Values["paymentType"] = pay.PaymentType;
            job.Values["pricePerHour"] = pay.HourlyRate;
            job.Values["fixedPrice"] = pay.FixedPrice;
            job.Values["pricePerLabel"] = pay.PerLabelRate;
        }
    }
}
