using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Plans;

/// <summary>What a plan needs of one service: its rules, the present state of its jobs, and the write of a row.</summary>
internal abstract class PlanService
{
    protected PlanService(JobDraftConnection connection) => Session = ServiceSession.Of(connection);

    /// <summary>The credential at its host, by a hash.</summary>
    public string Account => Session.Account;

    /// <summary>The moment by the clock that the service's quotas go by.</summary>
    public DateTimeOffset Now => Session.Now();

    /// <summary>The share of a part of a plan in the publications that the service allows; null where it has no such number.</summary>
    public virtual PublishShare? ShareOf(string part, int share) => null;

    protected ServiceSession Session { get; }

    /// <summary>The rules of the service, after at most one cached read.</summary>
    public abstract Task<PlanRules> GetRulesAsync(CallContext context);

    /// <summary>Reads what is known of the rows' jobs now. Sends no write.</summary>
    public abstract Task ReadAsync(IReadOnlyList<PlanRow> rows, PlanSnapshot state, CallContext context);

    /// <summary>The write of a row.</summary>
    /// <exception cref="JobDraftsApiException">The row cannot be sent.</exception>
    public abstract JobWrite Call(PlanRow row);

    protected static IReadOnlyList<FieldChange> ChangesOf(PlanRow row) => Array.ConvertAll(row.Changes, change => new FieldChange(change.Field, change.To));

    /// <summary>All items of a list.</summary>
    protected static async Task<List<T>> AllAsync<T>(Func<CallContext, Task<ReadPage>> first, CallContext context)
    {
        var all = new List<T>();
        for (var next = first; next is not null;)
        {
            var page = await next(context).ConfigureAwait(false);
            all.AddRange(page.Items.OfType<T>());
            next = page.Next;
        }

        return all;
    }
}
