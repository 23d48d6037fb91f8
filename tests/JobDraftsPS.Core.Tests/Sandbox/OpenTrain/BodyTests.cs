using System.Text.Json.Nodes;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

/// <summary>Bodies and paths that no careful client sends: each is a refusal in the envelope, never a fault of the sandbox.</summary>
public sealed class BodyTests
{
    private readonly OpenTrainBench bench = new();

    [Theory]
    [InlineData("PATCH", "/job-drafts/ot-draft-01", """{"jobTitle":"\ud800"}""")]
    [InlineData("PATCH", "/job-drafts/ot-draft-01", """{"languages":["\udc00"]}""")]
    [InlineData("PATCH", "/job-drafts/ot-draft-01", """{"\ud800":1}""")]
    [InlineData("PATCH", "/jobs/ot-live-01", """{"jobTitle":"\ud800"}""")]
    [InlineData("POST", "/job-drafts", """{"rawJobDescription":"\ud800"}""")]
    [InlineData("POST", "/job-drafts", """{"format":"opentrain_canonical","job":{"title":"\ud800"}}""")]
    [InlineData("POST", "/job-drafts", """{"format":"schema_org_job_posting","jsonLd":{"x":{"y":["\ud800"]}}}""")]
    public void Half_a_sign_is_a_bad_request(string method, string path, string body) =>
        Assert.Equal("BAD_REQUEST", bench.Expect(400, method, path, body)["code"]!.GetValue<string>());

    [Theory]
    [InlineData("GET", "/jobs/", 400)]
    [InlineData("PATCH", "/job-drafts/", 404)]
    [InlineData("PATCH", "/jobs/", 404)]
    [InlineData("POST", "/jobs//publish", 404)]
    [InlineData("POST", "/jobs//close", 404)]
    [InlineData("GET", "/jobs/mine/", 404)]
    [InlineData("GET", "/job-drafts/capabilities/", 404)]
    public void An_id_that_was_forgotten_is_no_other_call(string method, string path, int status) =>
        Assert.NotNull(bench.Expect(status, method, path, """{"jobTitle":"New"}""")["code"]);

    [Theory]
    [InlineData("Title", "$5", "Title")]
    [InlineData("# Title ##", "$5", "Title")]
    [InlineData("", "fixed", "fixed")]
    [InlineData("job", "x", "job")]
    public async Task A_text_full_of_blanks_is_read_at_once(string first, string last, string title)
    {
        var text = first + new string(' ', 25_000) + "\n" + last + new string(' ', 25_000) + "x";
        var body = new JsonObject { ["rawJobDescription"] = text }.ToJsonString();

        var answer = await Task.Run(() => bench.Expect(200, "POST", "/job-drafts", body)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.StartsWith(title, answer["normalizedFields"]!["jobTitle"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("101")]
    [InlineData("4294967296")]
    [InlineData("99999999999999999999")]
    public void A_limit_above_the_largest_page_is_the_largest_page(string limit) =>
        Assert.Equal(19, bench.Expect(200, "GET", "/jobs/mine?limit=" + limit)["jobs"]!.AsArray().Count);
}
