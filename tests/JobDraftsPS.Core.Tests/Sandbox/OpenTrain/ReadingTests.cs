using System.Net;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.OpenTrain;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

public sealed class ReadingTests : IDisposable
{
    private readonly SandboxUser user = new();

    public void Dispose() => user.Dispose();

    [Fact]
    public async Task Me_names_the_actor_the_token_and_the_account()
    {
        var reply = await user.GetAsync("/auth/me");

        Assert.Equal("user-main", reply["actor"]!["userId"]!.GetValue<string>());
        Assert.Contains("jobs:write", reply["token"]!["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()));
        Assert.Equal("employer_organization", reply["account"]!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task Me_of_an_unclaimed_account_has_no_names()
    {
        user.Token = OpenTrainTokens.Unclaimed;

        Assert.Null((await user.GetAsync("/auth/me"))["actor"]!["fullName"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(OpenTrainTokens.Revoked)]
    public async Task Me_needs_a_valid_token(string? token)
    {
        user.Token = token;
        var refused = await user.GetAsync("/auth/me");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal("UNAUTHORIZED", refused["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Mine_walks_newest_first_through_all_pages_without_gap_or_repeat()
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var reply = await user.GetAsync("/jobs/mine?limit=7" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
            ids.AddRange(Ids(reply["jobs"]));
            cursor = reply["nextCursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        Assert.Equal(19, ids.Count);
        Assert.Equal(19, ids.Distinct().Count());
        Assert.Equal("ot-closed-01", ids[0]);
        Assert.Equal("ot-draft-01", ids[^1]);
        Assert.DoesNotContain("ot-foreign-01", ids);
    }

    [Fact]
    public async Task The_last_page_is_the_last_even_when_it_is_full()
    {
        var reply = await user.GetAsync("/jobs/mine?limit=19");

        Assert.Equal(19, reply["jobs"]!.AsArray().Count);
        Assert.Null(reply["nextCursor"]);
    }

    [Fact]
    public async Task Mine_filters_by_status()
    {
        var reply = await user.GetAsync("/jobs/mine?status=OPEN");

        Assert.Equal(["ot-live-02", "ot-live-01"], Ids(reply["jobs"]));
        Assert.True(reply["jobs"]![0]!["published"]!.GetValue<bool>());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", reply["jobs"]![0]!["createdAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("status=open", "supportedStatuses")]
    [InlineData("limit=0", "field")]
    [InlineData("limit=many", "field")]
    [InlineData("cursor=zzz", "field")]
    public async Task Mine_refuses_a_query_that_it_does_not_know(string query, string detail)
    {
        var refused = await user.GetAsync("/jobs/mine?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused["details"]![detail]);
    }

    [Fact]
    public async Task Mine_clamps_a_large_limit_and_needs_the_read_scope()
    {
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/jobs/mine?limit=5000")).Status);
        user.Token = OpenTrainTokens.NoJobScope;
        var refused = await user.GetAsync("/jobs/mine");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("jobs:read", refused["details"]!["requiredScopes"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Search_shows_open_jobs_to_anyone_in_the_public_names()
    {
        user.Token = null;
        var reply = await user.GetAsync("/jobs?q=TRAFFIC&payType=PAY_PER_LABEL&language=english&country=DE");

        var job = Assert.Single(reply["jobs"]!.AsArray())!;
        Assert.Equal("ot-live-01", job["id"]!.GetValue<string>());
        Assert.Equal("Entry Level", job["experienceLevel"]!.GetValue<string>());
        Assert.Equal(0.04m, job["pay"]!["perLabelRate"]!.GetValue<decimal>());
        Assert.Null(job["pay"]!["hourlyRate"]);
        Assert.EndsWith("/jobs/traffic-light-states-ot-live-01", job["url"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("*", reply.Message.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.True(reply.Message.Headers.CacheControl!.Public);
    }

    [Theory]
    [InlineData("/jobs?q=nothing-like-this")]
    [InlineData("/jobs?payType=FIXED_PRICE")]
    [InlineData("/jobs?country=US")]
    public async Task Search_finds_nothing_where_nothing_fits(string path)
    {
        Assert.Empty((await user.GetAsync(path))["jobs"]!.AsArray());
    }

    [Theory]
    [InlineData("/jobs?payType=HOURLY")]
    [InlineData("/jobs?limit=0")]
    [InlineData("/jobs/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/jobs/changes")]
    [InlineData("/jobs/changes?since=yesterday")]
    public async Task A_marketplace_read_refuses_what_it_does_not_know(string path)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await user.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_listing_taken_down_answers_404_without_the_envelope()
    {
        var closed = await user.GetAsync("/jobs/ot-closed-01");
        var draft = await user.GetAsync("/jobs/ot-draft-01");

        Assert.Equal(HttpStatusCode.NotFound, closed.Status);
        Assert.Equal("""{"id":"ot-closed-01","status":"closed"}""", closed.Text);
        Assert.Equal(HttpStatusCode.NotFound, draft.Status);
        Assert.Equal("NOT_FOUND", draft["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Facets_count_open_jobs()
    {
        var reply = await user.GetAsync("/jobs/facets");

        Assert.Equal(2, reply["totalJobs"]!.GetValue<int>());
        Assert.Equal(["DE", "PL"], reply["countries"]!.AsArray().Select(entry => entry!["value"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Changes_give_the_latest_event_of_each_job()
    {
        var since = (await user.GetAsync("/jobs/changes?since=2026-01-01"))["until"]!.GetValue<string>();
        user.Sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        await user.PostAsync("/jobs/ot-draft-07/publish");
        await user.PatchAsync("/jobs/ot-draft-07", """{"headcount": 3}""");
        await user.PostAsync("/jobs/ot-live-01/close");

        var reply = await user.GetAsync("/jobs/changes?since=" + Uri.EscapeDataString(since));

        Assert.Equal(
            ["ot-draft-07 UPDATED", "ot-live-01 CLOSED"],
            reply["changes"]!.AsArray().Select(change => $"{change!["jobId"]} {change["eventType"]}"));
    }

    [Fact]
    public async Task Reads_without_a_token_are_limited_to_120_a_minute()
    {
        for (var i = 0; i < 120; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/jobs/facets")).Status);
        }

        var refused = await user.GetAsync("/jobs/ot-live-01");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("*", refused.Message.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/jobs/mine")).Status);

        user.Sandbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/jobs/ot-live-01")).Status);
    }

    [Fact]
    public async Task A_browser_may_ask_first()
    {
        var reply = await user.SendAsync(HttpMethod.Options, "/jobs/facets");

        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        Assert.Equal("*", reply.Message.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    private static IEnumerable<string> Ids(JsonNode? jobs) => jobs!.AsArray().Select(job => job!["id"]!.GetValue<string>());
}
