using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Benchmarks.Servers;

/// <summary>Fills a sandbox before a run and looks into it afterwards, with nothing of the module in between.</summary>
internal sealed class SandboxPanel
{
    private const string Project = "11111111-1111-4111-8111-111111111111";
    private readonly HttpClient http;
    private readonly JsonElement state;

    private SandboxPanel(HttpClient http, JsonElement state)
    {
        this.http = http;
        this.state = state;
    }

    /// <summary>The prepared TEXTKING project that the sandbox is born with; new jobs join it.</summary>
    public static string ProjectId => Project;

    public static async Task<SandboxPanel> OpenAsync(ServerProcess server) => new(server.Http, await server.GetAsync("/__control"));

    /// <summary>Turns the controls: <c>new { rateLimit = 60 }</c>.</summary>
    public async Task ApplyAsync(object control) => await SendAsync(HttpMethod.Post, "/__control", null, JsonSerializer.Serialize(control));

    public async Task<JsonElement> StateAsync() => await SendAsync(HttpMethod.Get, "/__control", null, null);

    /// <summary>Forgets the requests seen so far.</summary>
    public async Task ClearRequestsAsync() => (await http.DeleteAsync("/__control/requests")).EnsureSuccessStatusCode();

    /// <summary>The requests seen, in the order handled.</summary>
    public async Task<IReadOnlyList<JsonElement>> RequestsAsync() =>
        [.. (await SendAsync(HttpMethod.Get, "/__control/requests", null, null)).GetProperty("requests").EnumerateArray()];

    /// <summary>Makes Sorce drafts that have all that publishing needs.</summary>
    public async Task<string[]> CreateListingsAsync(int count) => await ManyAsync(count, number => SendAsync(HttpMethod.Post, "/api/external/v1/jobs", "sorceToken", $$"""
        {"title":"Order picker {{number}}","publish":false,"description":"Pick and pack orders.","remoteOption":"REMOTE","remoteCountry":"United States",
         "jobType":"FULL_TIME","jobLevel":"ENTRY","salaryMin":18,"salaryMax":23,"salaryPeriod":"HOURLY","bidPerQualifiedApplicantCents":700,
         "qualifications":[{"text":"Can lift 20 kg","kind":"REQUIRED","order":0}]}
        """));

    /// <summary>Makes TEXTKING jobs in <see cref="ProjectId"/>.</summary>
    public async Task<string[]> CreateTranslationsAsync(int count) => await ManyAsync(count, number => SendAsync(HttpMethod.Post, $"/v1/project/{Project}/jobs", "textKingToken", $$"""
        {"name":"Leaflet {{number}}","source_language":"en","target_language":"fr","quality":"translation"}
        """));

    /// <summary>Name by id of all TEXTKING jobs in <see cref="ProjectId"/>.</summary>
    public async Task<Dictionary<string, string>> TranslationNamesAsync()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var page = 1; ; page++)
        {
            var items = (await SendAsync(HttpMethod.Get, $"/v1/project/{Project}/jobs?page={page}&per_page=100", "textKingToken", null)).GetProperty("items");
            foreach (var item in items.EnumerateArray())
            {
                names[item.GetProperty("id").GetString()!] = item.GetProperty("name").GetString()!;
            }

            if (items.GetArrayLength() < 100)
            {
                return names;
            }
        }
    }

    /// <summary>Status by id of all Sorce jobs.</summary>
    public async Task<Dictionary<string, string>> ListingStatusesAsync() =>
        (await SendAsync(HttpMethod.Get, "/api/external/v1/jobs", "sorceToken", null)).GetProperty("items").EnumerateArray()
            .ToDictionary(job => job.GetProperty("id").GetString()!, job => job.GetProperty("status").GetString()!);

    /// <summary>Title and status by id of all OpenTrain jobs of the account.</summary>
    public async Task<Dictionary<string, (string? Title, string Status)>> DraftsAsync()
    {
        var drafts = new Dictionary<string, (string? Title, string Status)>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await SendAsync(HttpMethod.Get, "/api/public/v1/jobs/mine?limit=100" + (cursor is null ? "" : "&cursor=" + cursor), "openTrainToken", null);
            foreach (var job in page.GetProperty("jobs").EnumerateArray())
            {
                drafts[job.GetProperty("id").GetString()!] = (job.GetProperty("title").GetString(), job.GetProperty("status").GetString()!);
            }

            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        return drafts;
    }

    /// <summary>A data file with OpenTrain drafts that have all that publishing needs.</summary>
    public static void WriteDrafts(string path, IEnumerable<string> ids)
    {
        var drafts = new JsonArray([.. ids.Select(id => new JsonObject
        {
            ["jobId"] = id,
            ["jobTitle"] = "Untouched",
            ["jobDescription"] = "Write and compare answers.",
            ["paymentType"] = "PAY_PER_HOUR",
            ["pricePerHour"] = 26,
            ["experienceLevel"] = "INTERMEDIATE",
            ["dataVolume"] = 5000,
            ["dataVolumeUnit"] = "NUMBER_OF_WORDS",
            ["languages"] = new JsonArray("French"),
            ["headcount"] = 5,
        })]);
        File.WriteAllText(path, new JsonObject { ["openTrain"] = new JsonObject { ["drafts"] = drafts } }.ToJsonString());
    }

    private static async Task<string[]> ManyAsync(int count, Func<int, Task<JsonElement>> create)
    {
        var ids = new string[count];
        await Parallel.ForAsync(0, count, async (number, _) => ids[number] = IdOf(await create(number)));
        return ids;
    }

    private static string IdOf(JsonElement answer) => (answer.TryGetProperty("job", out var inner) ? inner : answer).GetProperty("id").GetString()!;

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string? token, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", state.GetProperty(token).GetString());
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new InvalidOperationException($"The sandbox answered {method} {path} with {(int)response.StatusCode}: {text}");
    }
}
