using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.OpenTrain;

/// <content>
/// The marketplace as everyone sees it: no token is needed and none is sent. What is read here may be minutes old, so nothing of it
/// confirms a write.
/// </content>
public sealed partial class OpenTrainClient
{
    /// <summary>Most changes that one answer holds.</summary>
    private const int MostChanges = 5000;

    /// <summary>The read of one listing.</summary>
    /// <exception cref="JobDraftsApiException">It is no job id; nothing was sent.</exception>
    public Func<CallContext, Task<ReadPage>> Listed(string jobId)
    {
        RequireId(jobId);
        var request = new ApiRequest(OpenTrainRoutes.Listing, $"the read of listing '{jobId}'", jobId) { NeedsToken = false };
        var call = new ApiCall(request, PublishedJobReader.Listing, "the job's id") { Quota = OpenTrainQuotas.Read };
        return async context => ReadPage.Of(
            await session.Open.RunAsync<PublishedJob>(call, (sent, response) => OpenTrainErrors.ReadListing(sent, response, jobId), context).ConfigureAwait(false));
    }

    /// <summary>The read of the listings that a search finds, page by page.</summary>
    /// <exception cref="JobDraftsApiException">A filter is wrong; nothing was sent.</exception>
    public Func<CallContext, Task<ReadPage>> Search(JobSearch search)
    {
        KeyValuePair<string, string>[] filters = [.. search.ToQuery()];
        return context => GetPageAsync(session.Open, OpenTrainRoutes.Search, "the search of the marketplace", filters, PublishedJobReader.Listing, context);
    }

    /// <summary>How many listings have which value.</summary>
    public async Task<ReadPage> GetFacetsAsync(CallContext context)
    {
        var request = new ApiRequest(OpenTrainRoutes.Facets, "the read of the marketplace's facets") { NeedsToken = false };
        var call = new ApiCall(request, MarketplaceReader.Facets, "counts") { Quota = OpenTrainQuotas.Read };
        return new ReadPage(await session.Open.RunAsync<IReadOnlyList<PublishedJobFacet>>(call, OpenTrainErrors.Read, context).ConfigureAwait(false), null);
    }

    /// <summary>The latest event of each job from a moment on, page by page.</summary>
    public async Task<ReadPage> GetChangesAsync(DateTimeOffset since, CallContext context)
    {
        var moment = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var request = new ApiRequest(OpenTrainRoutes.Changes, $"the read of changes since {moment}") { NeedsToken = false, Query = [new("since", moment)] };
        var call = new ApiCall(request, element => MarketplaceReader.Changes(element, since), "the changes and the moment until which they go") { Quota = OpenTrainQuotas.Read };
        var page = await session.Open.RunAsync<ChangePage>(call, OpenTrainErrors.Read, context).ConfigureAwait(false);
        if (page.Changes.Count < MostChanges)
        {
            return new ReadPage(page.Changes, null);
        }

        if (page.Until > since)
        {
            return new ReadPage(page.Changes, next => GetChangesAsync(page.Until, next));
        }

        context.Log.Warning($"OpenTrain tells at most {MostChanges} changes at once and goes no further than {moment}; there may be more. Find-PublishedJob lists all that is on the marketplace now.");
        return new ReadPage(page.Changes, null);
    }

    private Task<ReadPage> GetPageAsync(
        ServiceSession through, ApiRoute route, string purpose, IReadOnlyList<KeyValuePair<string, string>> filters, Func<JsonElement, object?> read, CallContext context)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        var needsToken = ReferenceEquals(through, session);
        return PageAsync(null, context);

        async Task<ReadPage> PageAsync(string? cursor, CallContext current)
        {
            List<KeyValuePair<string, string>> query = [.. filters, new("limit", OpenTrainAssumptions.PageSize.ToString(CultureInfo.InvariantCulture))];
            if (cursor is not null)
            {
                query.Add(new("cursor", cursor));
                places.Add(cursor);
            }

            var request = new ApiRequest(route, purpose) { NeedsToken = needsToken, Query = query };
            var call = new ApiCall(request, element => PublishedJobReader.Page(element, read, places), "a list of jobs with their ids and a place to go on from that is new")
            {
                Quota = needsToken ? QuotaUse.Calls : OpenTrainQuotas.Read,
            };
            var page = await through.RunAsync<JobListPage>(call, OpenTrainErrors.ReadPage, current).ConfigureAwait(false);
            return new ReadPage(page.Items, page.NextCursor is { } next ? later => PageAsync(next, later) : null);
        }
    }
}
