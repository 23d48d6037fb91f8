using System.Net.Http.Headers;
using System.Text;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>One request after the other, each through a client of its own: what a script with a loop around a web command does.</summary>
internal sealed class NewClientPerRequest(Uri openTrain) : IEditClient
{
    public async Task SendAsync(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            using var client = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Patch, $"{openTrain}/job-drafts/{DraftEdits.Id(number)}")
            {
                Content = new StringContent(DraftEdits.Json(number), Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "benchmark");
            using var response = await client.SendAsync(request);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsStringAsync();
        }
    }

    public void Dispose()
    {
    }
}
