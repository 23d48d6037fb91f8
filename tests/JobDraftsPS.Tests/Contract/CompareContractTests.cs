using System.Management.Automation;
using System.Text.Json.Nodes;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Contract;

/// <summary>Compare-JobDraftContract against what a service serves.</summary>
public sealed class CompareContractTests
{
    [Fact]
    public void The_sandbox_says_nothing_else_than_the_module_takes_for_granted()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Compare-JobDraftContract -Verbose");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Output.Select(difference => difference.ToString()));
        Assert.Contains(result.Verbose, line => System.Text.RegularExpressions.Regex.IsMatch(line, "^Compared 12 calls in [1-9][0-9]{2} points: 0 differences[.]$"));
        Assert.Equal(("GET", "/api/public/v1/openapi.json"), bench.Requests().Select(request => (request.Method, request.Target)).Single());
    }

    [Fact]
    public void No_token_is_sent()
    {
        using var sandbox = new SandboxBench();
        var text = Served(sandbox);
        using var bench = new Bench(_ => Task.FromResult(new Reply(200, text)));

        var run = bench.Run("Compare-JobDraftContract");

        Assert.Empty(run.Result.AllErrors);
        Assert.Empty(run.Result.Output);
        Assert.DoesNotContain("Authorization", Assert.Single(run.Calls).Headers.Keys);
    }

    [Fact]
    public void An_edited_description_gives_typed_differences_that_can_be_sorted_and_shown()
    {
        using var sandbox = new SandboxBench();
        var root = JsonNode.Parse(Served(sandbox))!;
        root["components"]!["schemas"]!["DraftFields"]!["properties"]!.AsObject().Remove("visibility");
        root["paths"]!.AsObject().Remove("/jobs/facets");
        var host = new RecordingHost();
        using var bench = new Bench(_ => Task.FromResult(new Reply(200, root.ToJsonString())), host);

        var run = bench.Run("$found = Compare-JobDraftContract; $found | Where-Object Kind -eq BodyKey; $found | Out-Default");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(["PATCH /job-drafts/{jobId}: the key 'visibility' is not there.", "PATCH /jobs/{jobId}: the key 'visibility' is not there."], run.Result.Output.Select(found => found.ToString()));
        Assert.Equal("visibility", run.Result.Output[0].Properties["Expected"].Value);
        Assert.Null(run.Result.Output[0].Properties["Actual"].Value);
        Assert.Matches(@"Kind +Method Path +Name +Expected +Actual", host.Shown);
        Assert.Matches(@"Path +GET +/jobs/facets", host.Shown);
    }

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: {}\n", "application/yaml", "without a description in JSON: openapi: 3.1.0")]
    [InlineData("<html><body>Sign in</body></html>", "text/html", "the body is a page")]
    [InlineData("""{"openapi":"3.1.0","paths":{"/jo""", "application/json", "without a description in JSON")]
    [InlineData("""{"hello":"world"}""", "application/json", "is no OpenAPI description")]
    public void What_is_no_description_is_one_error(string body, string type, string words)
    {
        using var bench = new Bench(_ => Task.FromResult(new Reply(200, body, type)));

        var run = bench.Run("Compare-JobDraftContract");

        var error = Assert.Single(run.Result.AllErrors);
        error.Says("OpenTrain.Http200", ErrorCategory.ParserError, words, "Nothing was changed.", "Check that the base address is that of the API");
        Assert.Empty(run.Result.Output);
    }

    [Fact]
    public void A_service_without_a_description_is_told_as_such()
    {
        using var bench = new Bench(_ => Task.FromResult(new Reply(404, """{"error":"There is no such page.","code":"NOT_FOUND"}""")));

        var error = Assert.Single(bench.Run("Compare-JobDraftContract").Result.AllErrors);

        Assert.Equal("OpenTrain.NOT_FOUND", error.Id());
        Assert.Contains("the read of the service's description", error.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_beyond_all_measure_is_not_read_to_its_end()
    {
        var huge = "{\"openapi\":\"3.1.0\",\"info\":\"" + new string('a', 70 * 1024 * 1024) + "\"}";
        using var bench = new Bench(_ => Task.FromResult(new Reply(200, huge)));

        var error = Assert.Single(bench.Run("Compare-JobDraftContract").Result.AllErrors);

        Assert.Equal("OpenTrain.AnswerTooLarge", error.Id());
    }

    private static string Served(SandboxBench sandbox)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, sandbox.Address("OpenTrain").AbsoluteUri + "/openapi.json");
        using var response = client.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return reader.ReadToEnd();
    }
}
