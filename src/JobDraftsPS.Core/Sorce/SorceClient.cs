using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed class SorceClient
{
    private readonly ServiceSession session;

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    public SorceClient(JobDraftConnection connection) => session = ServiceSession.Of(connection);

    /// <summary>Takes a draft live. Not repeatable: a listing that is live already is refused.</summary>
    public async Task<JobListing> PublishAsync(string jobId, CallLog log, CancellationToken cancellationToken)
    {
        var request = new ApiRequest("POST", SorceRoutes.Publish, $"the publication of listing '{jobId}'", jobId);
        var response = await session.SendAsync(request, SorceErrors.Read, log, cancellationToken).ConfigureAwait(false);
        return (response.JsonObject is { } body ? SorceReader.Listing(body) : null)
            ?? throw ApiErrors.Unreadable(JobService.Sorce, request, response, "the listing's id");
    }

    /// <summary>Looks a place up, to see whether the key is taken: the smallest documented read.</summary>
    public async Task<ConnectionTest> TestAsync(CallLog log, CancellationToken cancellationToken)
    {
        var request = new ApiRequest("GET", SorceRoutes.Locations, "a search for a location") { Query = [new("q", "Boise")] };
        await session.SendAsync(request, SorceErrors.Read, log, cancellationToken).ConfigureAwait(false);
        return new ConnectionTest
        {
            Service = JobService.Sorce,
            BaseUri = session.BaseUri,
            Succeeded = true,
            Message = "The key is good. The service does not say which company it is bound to.",
        };
    }
}
