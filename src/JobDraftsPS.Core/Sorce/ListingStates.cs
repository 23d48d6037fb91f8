using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Core.Sorce;

/// <summary>
/// The present states of the listings of one run. What the caller has read before is taken as it is. Else the first is read by its id; from the second on one list serves all, because every
/// read draws on the quota that the edits need.
/// </summary>
public sealed class ListingStates
{
    private readonly SorceClient client;
    private readonly object gate = new();
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListingState> known;
    private Task<Dictionary<string, ListingState>>? list;

    internal ListingStates(SorceClient client, IEnumerable<JobListing> known)
    {
        this.client = client;
        this.known = known.GroupBy(listing => listing.JobId, StringComparer.Ordinal).ToDictionary(same => same.Key, same => ListingState.Of(same.Last()), StringComparer.Ordinal);
    }

    /// <summary>Reads a listing's state.</summary>
    /// <param name="jobId">The listing.</param>
    /// <param name="sets">The sets whose entries must be known.</param>
    /// <param name="fresh">True to read it by its id: what is merged with must not be older than need be.</param>
    /// <param name="context">How the call waits and reports.</param>
    public async Task<ListingState> ReadAsync(string jobId, IReadOnlyCollection<string> sets, bool fresh, CallContext context)
    {
        Task<Dictionary<string, ListingState>>? all = null;
        lock (gate)
        {
            // What the list says of a listing holds once: after that this run has changed it.
            var isFirstTime = used.Add(jobId);
            if (!fresh && isFirstTime && known.TryGetValue(jobId, out var given) && sets.All(set => given.Entries(set) is not null))
            {
                return given;
            }

            if (!fresh && isFirstTime && used.Count > 1)
            {
                all = list ??= Task.Run(() => ReadAllAsync(context));
            }
        }

        return all is not null
            && await FoundAsync(all).ConfigureAwait(false) is { } found
            && found.TryGetValue(jobId, out var state)
            && sets.All(set => state.Entries(set) is not null)
                ? state
                : await client.GetStateAsync(jobId, context).ConfigureAwait(false);
    }

    /// <summary>A list that cannot be read costs nothing but the reads by id that it was to save.</summary>
    private static async Task<Dictionary<string, ListingState>?> FoundAsync(Task<Dictionary<string, ListingState>> all)
    {
        try
        {
            return await all.ConfigureAwait(false);
        }
        catch (JobDraftsApiException)
        {
            return null;
        }
    }

    private async Task<Dictionary<string, ListingState>> ReadAllAsync(CallContext context)
    {
        var states = new Dictionary<string, ListingState>(StringComparer.Ordinal);
        foreach (var state in (await client.GetAllStatesAsync(context).ConfigureAwait(false)).States)
        {
            states[state.Listing.JobId] = state;
        }

        return states;
    }
}
