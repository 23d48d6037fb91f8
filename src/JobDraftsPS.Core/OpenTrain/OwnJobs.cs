using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>
/// The account's jobs in some states. OpenTrain reads no single job of one's own, so one is looked for in the list; all who look share
/// one walk through it, and it goes no further than needed.
/// </summary>
public sealed class OwnJobs
{
    private readonly OpenTrainClient client;
    private readonly string[] statuses;
    private readonly Dictionary<string, object> seen = new(StringComparer.Ordinal);
    private readonly object gate = new();
    private Func<CallContext, Task<ReadPage>>? rest;
    private Task last = Task.CompletedTask;

    internal OwnJobs(OpenTrainClient client, IEnumerable<string> statuses)
    {
        this.client = client;
        this.statuses = [.. statuses.Select(JobStatuses.Spell).Distinct()];
        rest = context => ListAsync(0, context);
    }

    /// <summary>All of them, state by state, newest first, page by page.</summary>
    public Task<ReadPage> ListAsync(CallContext context) => ListAsync(0, context);

    /// <summary>One of them.</summary>
    /// <exception cref="JobDraftsApiException">There is none with that id.</exception>
    public Task<ReadPage> FindAsync(string jobId, CallContext context)
    {
        lock (gate)
        {
            var found = FindAfterAsync(last, jobId, context);
            last = found;
            return found;
        }
    }

    /// <summary>One walks on at a time, where the one before it stopped; whether that one found its job does not matter.</summary>
    private async Task<ReadPage> FindAfterAsync(Task before, string jobId, CallContext context)
    {
        await Task.WhenAny(before).ConfigureAwait(false);
        while (!seen.ContainsKey(jobId) && rest is { } next)
        {
            var page = await next(context).ConfigureAwait(false);
            foreach (var job in page.Items.Cast<JobRecord>())
            {
                seen[job.JobId] = job;
            }

            rest = page.Next;
        }

        return seen.TryGetValue(jobId, out var found) ? ReadPage.Of(found) : throw LocalErrors.NotAmongOwn(jobId, statuses);
    }

    private async Task<ReadPage> ListAsync(int index, CallContext context) =>
        Then(await client.GetMineAsync(statuses[index], context).ConfigureAwait(false), index);

    /// <summary>After the last page of one state comes the first of the next.</summary>
    private ReadPage Then(ReadPage page, int index) => page.Next is { } next
        ? new ReadPage(page.Items, async context => Then(await next(context).ConfigureAwait(false), index))
        : new ReadPage(page.Items, index + 1 < statuses.Length ? context => ListAsync(index + 1, context) : null);
}
