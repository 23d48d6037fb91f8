using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Wire;

/// <summary>The pages' own curl lines against a running sandbox: as bytes always, and through curl where the machine has it.</summary>
public sealed class CurlExampleTests : IDisposable
{
    private const string Patch = """{"experienceLevel":"EXPERT","paymentType":"PAY_PER_LABEL","pricePerLabel":0.06}""";
    private const string Put = $$"""{"topic":"{{WireCapture.Topic}}","briefing":"Keep it short."}""";

    private readonly Session session = new();
    private readonly PSObject sandbox;

    public CurlExampleTests()
    {
        var started = session.Run("$sandbox = Start-JobDraftSandbox; $sandbox");
        Assert.Empty(started.AllErrors);
        sandbox = Assert.Single(started.Output);
    }

    public void Dispose()
    {
        session.Run("$sandbox | Stop-JobDraftSandbox");
        session.Dispose();
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task OpenTrains_patch_gets_the_documented_answer(string accept)
    {
        var address = Address("OpenTrainUri", "/job-drafts/ot-draft-02");

        var raw = await RawHttp.SendAsync(address, Head("PATCH", address, "OpenTrainToken", accept, hasBody: true), Patch);
        var curl = await Curl.RunAsync("-X", "PATCH", address.AbsoluteUri, "-H", Bearer("OpenTrainToken"), "-H", "Content-Type: application/json", "-d", Patch);

        foreach (var (status, answer) in Answers(raw, curl))
        {
            Assert.Equal(200, status);
            Assert.All(["\"ok\":true", "\"jobId\":\"ot-draft-02\"", "\"status\":\"DRAFT\"", "\"validation\":{", "\"dataVolumeUnit\""], part => Assert.Contains(part, answer, StringComparison.Ordinal));
            Assert.DoesNotContain("\"experienceLevel\"", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task TextKings_put_of_two_fields_keeps_the_others(string accept)
    {
        var address = Address("TextKingUri", $"/project/{WireCapture.Project}/job/{WireCapture.Job}");

        var raw = await RawHttp.SendAsync(address, Head("PUT", address, "TextKingToken", accept, hasBody: true), Put);
        var curl = await Curl.RunAsync("-X", "PUT", address.AbsoluteUri, "-H", Bearer("TextKingToken"), "-H", "Accept: " + accept, "-H", "Content-Type: application/json", "--data", Put);

        foreach (var (status, answer) in Answers(raw, curl))
        {
            Assert.Equal(200, status);
            Assert.All(
                ["\"briefing\":\"Keep it short.\"", $"\"topic\":\"{WireCapture.Topic}\"", "\"name\":\"Leaflet EN to FR\"", "\"quality\":\"translation-and-correction\"", "\"state\":\"new\""],
                part => Assert.Contains(part, answer, StringComparison.Ordinal));
        }

        Assert.Contains($"Content-Location: {address}", raw.Answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sorces_publish_without_a_body_and_without_a_length_takes_the_draft_live()
    {
        var address = Address("SorceUri", "/jobs/job_s01/publish");

        var (status, answer) = await RawHttp.SendAsync(address, Head("POST", address, "SorceToken", "*/*", hasBody: false));

        Assert.Equal(200, status);
        Assert.All(["\"id\":\"job_s01\"", "\"status\":\"ACTIVE\"", "\"publishedAt\":\"", "\"expiresAt\":\""], part => Assert.Contains(part, answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sorces_publish_works_through_curl_and_a_second_one_is_refused()
    {
        var address = Address("SorceUri", "/jobs/job_s02/publish");
        var first = await Curl.RunAsync("-X", "POST", address.AbsoluteUri, "-H", Bearer("SorceToken"))
            ?? await RawHttp.SendAsync(address, Head("POST", address, "SorceToken", "*/*", hasBody: false));

        var (status, answer) = await RawHttp.SendAsync(address, Head("POST", address, "SorceToken", "*/*", hasBody: false));

        Assert.Equal(200, first.Status);
        Assert.Contains("\"status\":\"ACTIVE\"", first.Answer, StringComparison.Ordinal);
        Assert.Equal(409, status);
        Assert.Contains("\"code\":\"INVALID_TRANSITION\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_each_service_answers_as_documented()
    {
        var patch = Address("OpenTrainUri", "/job-drafts/ot-draft-02");
        var put = Address("TextKingUri", $"/project/{WireCapture.Project}/job/{WireCapture.Job}");
        var publish = Address("SorceUri", "/jobs/job_s03/publish");

        var openTrain = await RawHttp.SendAsync(patch, [$"PATCH {patch.AbsolutePath} HTTP/1.1", "Content-Type: application/json"], Patch);
        var textKing = await RawHttp.SendAsync(put, [$"PUT {put.AbsolutePath} HTTP/1.1", "Content-Type: application/json"], Put);
        var sorce = await RawHttp.SendAsync(publish, [$"POST {publish.AbsolutePath} HTTP/1.1"]);

        Assert.Equal((401, 401, 401), (openTrain.Status, textKing.Status, sorce.Status));
        Assert.Contains("\"code\":\"UNAUTHORIZED\"", openTrain.Answer, StringComparison.Ordinal);
        Assert.Contains("WWW-Authenticate: Bearer", textKing.Answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"code\":\"INVALID_SERVICE_KEY\"", sorce.Answer, StringComparison.Ordinal);
    }

    private static IEnumerable<(int Status, string Answer)> Answers((int Status, string Answer) raw, (int Status, string Answer)? curl) =>
        curl is { } found ? [raw, found] : [raw];

    private string[] Head(string method, Uri address, string token, string accept, bool hasBody) =>
    [
        $"{method} {address.AbsolutePath} HTTP/1.1",
        "User-Agent: curl/8.5.0",
        "Accept: " + accept,
        Bearer(token),
        .. hasBody ? ["Content-Type: application/json"] : Array.Empty<string>(),
    ];

    private string Bearer(string token) => $"Authorization: Bearer {sandbox.Properties[token].Value}";

    private Uri Address(string service, string path) => new(sandbox.Properties[service].Value.ToString()!.TrimEnd('/') + path);
}
