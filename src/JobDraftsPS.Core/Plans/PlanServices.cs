using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Plans;

/// <summary>The services that a plan works on, each through its connection.</summary>
public sealed class PlanServices
{
    private readonly Dictionary<JobService, PlanService> services = [];
    private readonly Dictionary<int, PacerTicket> places = [];
    private (JobService Service, PublishShare Share)? share;

    /// <summary>Takes a connection.</summary>
    /// <exception cref="JobDraftsApiException">The service cannot be edited by plans.</exception>
    public void Use(JobDraftConnection connection) => services[connection.Service] = ServiceRegistry.Of(connection.Service) is IPlannedService planned
        ? planned.Plan(connection)
        : throw LocalErrors.Plan($"{ServiceRegistry.NameOf(connection.Service)} cannot be edited by plans.", $"Plan rows of {ServiceRegistry.NamesOf<IPlannedService>()}.");

    /// <summary>By service, the hash of the credential at its host.</summary>
    public IDictionary<string, string> Accounts => services.ToDictionary(pair => ServiceRegistry.NameOf(pair.Key), pair => pair.Value.Account, StringComparer.Ordinal);

    /// <summary>The moment by the clock that the service's quotas go by.</summary>
    public DateTimeOffset Now(JobService service) => services[service].Now;

    /// <summary>The rules of all services.</summary>
    public async Task<IReadOnlyList<PlanRules>> GetRulesAsync(CallContext context)
    {
        var rules = new List<PlanRules>(services.Count);
        foreach (var service in services.Values)
        {
            rules.Add(await service.GetRulesAsync(context).ConfigureAwait(false));
        }

        return rules;
    }

    /// <summary>Reads the present state of the rows' jobs. Sends no write.</summary>
    public async Task<PlanSnapshot> ReadAsync(IReadOnlyList<PlanRow> rows, CallContext context)
    {
        var state = new PlanSnapshot();
        foreach (var pair in services)
        {
            await pair.Value.ReadAsync([.. rows.Where(row => row.Service == pair.Key)], state, context).ConfigureAwait(false);
        }

        return state;
    }

    /// <summary>Keeps a part of a plan to its share of the daily publications; a whole plan has none.</summary>
    public void KeepShare(JobDraftPlan plan)
    {
        share = null;
        foreach (var pair in services)
        {
            if (plan.PublishShare is { } most && pair.Value.ShareOf(plan.Hash, most) is { } found)
            {
                share = (pair.Key, found);
            }
        }
    }

    /// <summary>Takes the row's place in the share.</summary>
    /// <exception cref="JobDraftsApiException">The share is used up; the row keeps its place for another day.</exception>
    public async Task TakeShareAsync(PlanRow row)
    {
        if (share is not { } kept || row.Service != kept.Service || row.Operation != PlanOperation.Publish)
        {
            return;
        }

        var (place, wait) = await kept.Share.TryEnterAsync().ConfigureAwait(false);
        places[row.Row] = place ?? throw LocalErrors.ShareUsed(Now(row.Service) + wait, wait);
    }

    /// <summary>Tells what became of a row that may have a place in the share.</summary>
    public async Task SettleShareAsync(int row, CallOutcome outcome)
    {
        if (share is { } kept && places.TryGetValue(row, out var place))
        {
            places.Remove(row);
            await kept.Share.SettleAsync(place, outcome is CallOutcome.Applied or CallOutcome.Unknown).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the places back of rows that were not sent after all.</summary>
    public async Task ReleaseSharesAsync()
    {
        foreach (var row in places.Keys.ToArray())
        {
            await SettleShareAsync(row, CallOutcome.NotSent).ConfigureAwait(false);
        }
    }

    /// <summary>The write of a row.</summary>
    /// <exception cref="JobDraftsApiException">The row cannot be sent.</exception>
    public JobWrite Call(PlanRow row) => services[row.Service].Call(row);

    /// <summary>Refuses a plan that was made for another account.</summary>
    /// <exception cref="JobDraftsApiException">The account of a service is another one.</exception>
    public void RequireAccounts(JobDraftPlan plan)
    {
        foreach (var pair in services)
        {
            if (!plan.Accounts.TryGetValue(ServiceRegistry.NameOf(pair.Key), out var account) || account != pair.Value.Account)
            {
                throw LocalErrors.Plan(
                    $"The plan was made for another {ServiceRegistry.NameOf(pair.Key)} account or token than the one that is connected.",
                    "Connect with the token that the plan was made with, or make the plan anew.");
            }
        }
    }
}
