using RestSharp;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>One shared RestClient and nothing around it: as fast as this library goes.</summary>
internal sealed class BareRestClient(Uri openTrain, int throttleLimit) : IEditClient
{
    private readonly RestClient client = new(new RestClientOptions(openTrain));

    public Task SendAsync(int count) => Parallel.ForAsync(1, count + 1, new ParallelOptions { MaxDegreeOfParallelism = throttleLimit }, SendOneAsync);

    public void Dispose() => client.Dispose();

    private async ValueTask SendOneAsync(int number, CancellationToken cancellation)
    {
        var request = new RestRequest("job-drafts/" + DraftEdits.Id(number), Method.Patch);
        request.AddHeader("Authorization", "Bearer benchmark");
        request.AddStringBody(DraftEdits.Json(number), ContentType.Json);
        var response = await client.ExecuteAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"The server answered {response.StatusCode}: {response.ErrorMessage}");
        }
    }
}
