using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Json;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce's list tells everything of every listing, so it is taken once for all rows.</summary>
internal sealed class SorcePlanService : PlanService
{
    private readonly SorceClient client;

    public SorcePlanService(JobDraftConnection connection)
        : base(connection) => client = new SorceClient(connection);

    public override Task<PlanRules> GetRulesAsync(CallContext context) => Task.FromResult<PlanRules>(new SorceRules(client.Fields));

    public override async Task ReadAsync(IReadOnlyList<PlanRow> rows, PlanSnapshot state, CallContext context)
    {
        var wanted = new HashSet<string>(rows.Where(row => row.JobId is not null).Select(row => row.JobId!), StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return;
        }

        var all = await client.GetAllStatesAsync(context).ConfigureAwait(false);
        foreach (var listing in all.States.Where(listing => wanted.Contains(listing.Listing.JobId)))
        {
            Take(listing, state.Know(JobService.Sorce, null, listing.Listing.JobId));
        }

        // A job that is missing from a list without an end may exist all the same.
        if (all.IsWhole)
        {
            state.Complete(JobService.Sorce, null);
        }
    }

    public override JobWrite Call(PlanRow row) => row.Operation switch
    {
        PlanOperation.Create => client.Create(client.Edits.Create(WithoutEmptyBudgets(row), publish: false, skipCheck: true)),
        PlanOperation.Publish => client.Publish(row.JobId!),
        PlanOperation.Close => client.Close(row.JobId!),
        _ => client.Update(client.Edits.Update(row.JobId!, WithoutEmptyBudgets(row), client.NewMerges(), HasEmptyBudgets(row), present: null, skipCheck: true)),
    };

    /// <summary>That a listing shall spend without a limit is said in a word of its own; a new one has no limit anyway.</summary>
    private static FieldChange[] WithoutEmptyBudgets(PlanRow row) => [.. ChangesOf(row).Where(change => !IsEmptyBudgets(change.Field, change.Value))];

    private static bool HasEmptyBudgets(PlanRow row) => Array.Exists(row.Changes, change => IsEmptyBudgets(change.Field, change.To));

    private static bool IsEmptyBudgets(string field, object? value) => field == SorceValues.Budgets && value is (null or object?[] { Length: 0 });

    private void Take(ListingState listing, JobSnapshot known)
    {
        known.Status = listing.Listing.Status;
        known.IsFrozen = listing.Listing.IsFrozen ?? false;
        known.Validation = listing.Listing.Validation;
        foreach (var field in client.Fields.Fields)
        {
            if (listing.Raw.TryGetProperty(field.Name, out var value))
            {
                var plain = PlainJson.Read(value);
                known.Values[field.Name] = plain is "" ? null : SorceSets.IsSet(field.Name) ? SorceSets.Sendable(plain) : plain;
            }
        }
    }
}
