using System.Text.Json;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce's calls. Every method throws <see cref="JobDraftsApiException"/> when the service refuses or cannot be reached.</summary>
public sealed class SorceClient
{
    private readonly ServiceSession session;

    /// <summary>Creates a client over a connection; nothing is sent.</summary>
    public SorceClient(JobDraftConnection connection) => session = ServiceSession.Of(connection);

    /// <summary>Takes a draft live. A second call is refused, so after a lost reply the listing is read instead.</summary>
    public JobCall Publish(string jobId)
    {
        var request = new ApiRequest("POST", SorceRoutes.Publish, $"the publication of listing '{jobId}'", jobId);
        var call = new ServiceCall(request, SorceReader.Listing, "the listing's id")
        {
            Quota = Quotas.SorceRequest,
            Safety = CallSafety.LookFirst(
                context => ReadUnlessAsync("DRAFT", jobId, context),
                $"Open listing '{jobId}' in Sorce's dashboard: if it is still a draft, publish it again."),
        };
        return new JobCall(session, call, SorceErrors.Read, "Publish", null, jobId);
    }

    /// <summary>Looks a place up, to see whether the key is taken: the smallest documented read.</summary>
    public Task<ConnectionTest> TestAsync(CallContext context)
    {
        var request = new ApiRequest("GET", SorceRoutes.Locations, "a search for a location") { Query = [new("q", "Boise")] };
        return RunAsync<ConnectionTest>(new ServiceCall(request, element => SorceReader.Test(element, session.BaseUri), "a list of locations") { Quota = Quotas.SorceRequest }, context);
    }

    /// <summary>The listing, unless it still has the status that the lost call was to change.</summary>
    private async Task<JsonElement?> ReadUnlessAsync(string status, string jobId, CallContext context)
    {
        var request = new ApiRequest("GET", SorceRoutes.Job, $"the read of listing '{jobId}'", jobId);
        var call = new ServiceCall(request, element => SorceReader.Listing(element) is { Status: not null } ? new Looked(element) : null, "the listing's status") { Quota = Quotas.SorceRequest };
        var found = await RunAsync<Looked>(call, context).ConfigureAwait(false);
        return SorceReader.Listing(found.Listing)!.Status == status ? null : found.Listing;
    }

    private Task<T> RunAsync<T>(ServiceCall call, CallContext context)
        where T : class => session.RunAsync<T>(call, SorceErrors.Read, context);

    private sealed record Looked(JsonElement Listing);
}
