using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

/// <summary>The sandbox's OpenTrain describes itself as it is.</summary>
public sealed class DescriptionTests : IDisposable
{
    private readonly SandboxUser user = new();

    public void Dispose() => user.Dispose();

    public static TheoryData<string, string, string?, int> Calls => new()
    {
        { "GET", "/auth/me", null, 200 },
        { "GET", "/job-drafts/capabilities", null, 200 },
        { "POST", "/job-drafts", """{"rawJobDescription":"Bees\nCount 400 bees in photos for $20 per hour."}""", 200 },
        { "POST", "/job-drafts", """{"format":"opentrain_canonical","job":{"title":"Bees","shoeSize":4}}""", 200 },
        { "POST", "/job-drafts", "{}", 400 },
        { "PATCH", "/job-drafts/ot-draft-01", """{"headcount":3}""", 200 },
        { "PATCH", "/job-drafts/ot-draft-07", """{"pricePerHour":0}""", 200 },
        { "PATCH", "/job-drafts/ot-draft-01", """{"shoeSize":3}""", 400 },
        { "PATCH", "/job-drafts/ot-foreign-01", """{"headcount":3}""", 403 },
        { "PATCH", "/job-drafts/nobody", """{"headcount":3}""", 404 },
        { "PATCH", "/job-drafts/ot-live-01", """{"headcount":3}""", 409 },
        { "POST", "/jobs/ot-draft-07/publish", null, 200 },
        { "POST", "/jobs/ot-draft-01/publish", null, 400 },
        { "POST", "/jobs/ot-closed-01/publish", null, 409 },
        { "PATCH", "/jobs/ot-live-01", """{"headcount":3}""", 200 },
        { "PATCH", "/jobs/ot-draft-01", """{"headcount":3}""", 409 },
        { "POST", "/jobs/ot-live-01/close", null, 200 },
        { "GET", "/jobs/mine?status=DRAFT&limit=2", null, 200 },
        { "GET", "/jobs/mine?status=ASLEEP", null, 400 },
        { "GET", "/jobs?payType=PAY_PER_HOUR", null, 200 },
        { "GET", "/jobs/facets", null, 200 },
        { "GET", "/jobs/changes?since=2026-01-01", null, 200 },
        { "GET", "/jobs/changes", null, 400 },
        { "GET", "/jobs/ot-live-02", null, 200 },
        { "GET", "/jobs/ot-closed-01", null, 404 },
        { "GET", "/jobs/nobody", null, 404 },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_answer_is_as_described(string method, string path, string? body, int status)
    {
        var description = (await user.GetAsync("/openapi.json")).Json;

        var reply = await user.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal(status, (int)reply.Status);
        var schema = Operation(description, method, path)["responses"]![status.ToString(CultureInfo.InvariantCulture)]!["content"]!["application/json"]!["schema"]!;
        Assert.Empty(new SchemaCheck(description).Problems(reply.Json, schema));
    }

    [Fact]
    public async Task Every_described_call_is_answered_and_every_other_is_not()
    {
        var description = (await user.GetAsync("/openapi.json")).Json;
        var described = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(item => (Method: item.Key.ToUpperInvariant(), Path: path.Key))).ToHashSet();
        var methods = new[] { "GET", "POST", "PUT", "PATCH", "DELETE" };

        Assert.Equal(13, described.Count);
        foreach (var path in described.Select(call => call.Path).Concat(["/proposals", "/job-drafts/{jobId}/publish", "/webhooks"]).Distinct())
        {
            foreach (var method in methods)
            {
                var reply = await user.SendAsync(new HttpMethod(method), path.Replace("{jobId}", "nobody", StringComparison.Ordinal).Replace("{id}", "nobody", StringComparison.Ordinal), method == "GET" ? null : "{}");

                // A path that is not there is told by its own name; what is there knows only that nobody is no job.
                var isThere = reply.Status != HttpStatusCode.NotFound || reply["error"]!.GetValue<string>() == "There is no such job.";
                var fits = described.Any(call => call.Method == method && Fits(call.Path, path));
                Assert.Equal((method, path, fits), (method, path, isThere));
            }
        }
    }

    [Fact]
    public async Task The_fields_of_a_draft_are_described_key_by_key()
    {
        var description = (await user.GetAsync("/openapi.json")).Json;
        var keys = (await user.GetAsync("/job-drafts/capabilities"))["draft"]!["updateKeys"]!.AsArray().Select(key => key!.GetValue<string>());

        var fields = description["components"]!["schemas"]!["DraftFields"]!;
        Assert.Equal(keys, fields["properties"]!.AsObject().Select(field => field.Key));
        Assert.False(fields["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_description_needs_no_token_and_names_the_address_that_was_asked()
    {
        user.Token = null;

        var reply = await user.GetAsync("/openapi.json");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(user.Sandbox.OpenTrainUri.AbsoluteUri.TrimEnd('/'), reply["servers"]![0]!["url"]!.GetValue<string>());
        Assert.StartsWith("3.1", reply["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_call_is_described_as_it_is_checked()
    {
        var description = (await user.GetAsync("/openapi.json")).Json;
        user.Token = null;
        foreach (var (path, item) in description["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                var reply = await user.SendAsync(new HttpMethod(method.ToUpperInvariant()), path.Replace("{jobId}", "nobody", StringComparison.Ordinal).Replace("{id}", "nobody", StringComparison.Ordinal), method == "get" ? null : "{}");
                Assert.Equal((method, path, operation!["security"]!.AsArray().Count > 0), (method, path, reply.Status == HttpStatusCode.Unauthorized));
            }
        }
    }

    private static JsonNode Operation(JsonNode description, string method, string path)
    {
        var paths = description["paths"]!.AsObject();
        var bare = path.Split('?')[0];
        var template = paths.ContainsKey(bare) ? bare : paths.Select(item => item.Key).Single(candidate => candidate.Contains('{', StringComparison.Ordinal) && Fits(candidate, bare));
        return paths[template]![method.ToLowerInvariant()]!;
    }

    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
    }
}
