using static JobDraftsPS.Core.Tests.Sandbox.TextKing.TextKingHarness;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

public sealed class JobTests : IDisposable
{
    private readonly TextKingHarness sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_new_job_has_every_field_and_both_location_headers()
    {
        var reply = sandbox.Post($"/project/{Spring}/jobs", JobBody);

        var uri = $"{Base}/project/{Spring}/job/{reply.Text("id")}";
        Assert.Equal(uri, reply.Header("Location"));
        Assert.Equal(uri, reply.Header("Content-Location"));
        Assert.Equal(uri, reply.Link("self"));
        Assert.Equal($"{Base}/project/{Spring}", reply.Link("urn:textking:project"));
        Assert.Equal(2, reply.Json["links"]!.AsArray().Count);
        Assert.Equal(
            ["id", "number", "name", "source_language", "target_language", "quality", "topic", "briefing", "state", "words", "net_price",
                "currency", "is_active", "links"],
            reply.Json.Select(field => field.Key));
        Assert.All(["number", "topic", "briefing", "words", "net_price", "currency"], field => Assert.Null(reply.Json[field]));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("source_language")]
    [InlineData("target_language")]
    [InlineData("quality")]
    public void A_required_field_is_required_on_creation_and_can_never_be_emptied(string field)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(JobBody)!.AsObject();
        body.Remove(field);
        var reply = sandbox.Post($"/project/{Spring}/jobs", body.ToJsonString());
        Assert.Equal(400, reply.Status);
        Assert.Contains(field, reply.Text("message"), StringComparison.Ordinal);

        Assert.Equal(400, sandbox.Put($"/project/{Spring}/job/{SpringJob}", $$"""{"{{field}}":null}""").Status);
        Assert.Equal(400, sandbox.Put($"/project/{Spring}/job/{SpringJob}", $$"""{"{{field}}":""}""").Status);
        Assert.Equal(200, sandbox.Put($"/project/{Spring}/job/{SpringJob}", "{}").Status);
    }

    [Theory]
    [InlineData("""{"source_language":"xx"}""")]
    [InlineData("""{"source_language":"EN"}""")]
    [InlineData("""{"source_language":"ja"}""")]
    [InlineData("""{"target_language":"eng"}""")]
    [InlineData("""{"target_language":"en"}""")]
    [InlineData("""{"quality":"basic"}""")]
    [InlineData("""{"quality":"Translation"}""")]
    [InlineData("""{"topic":"General"}""")]
    [InlineData("""{"topic":""}""")]
    [InlineData("""{"topic":"0a6f7c1e-2b34-4d5e-8f90-112233445566"}""")]
    [InlineData("""{"briefing":5}""")]
    [InlineData("""{"is_active":"false"}""")]
    [InlineData("""{"is_active":0}""")]
    public void A_wrong_value_is_400_and_changes_nothing(string body)
    {
        const string Job = $"/project/{Spring}/job/{SpringJob}";
        var before = sandbox.Get(Job).Json.ToJsonString();

        Assert.Equal(400, sandbox.Put(Job, body).Status);
        Assert.Equal(before, sandbox.Get(Job).Json.ToJsonString());
    }

    [Fact]
    public void A_put_answers_the_whole_job_and_its_address()
    {
        const string Job = $"/project/{Spring}/job/{SpringJob}";

        var reply = sandbox.Put(Job, """{"name":"B","source_language":"de","target_language":"ja","quality":"translation","is_active":false}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal(Base + Job, reply.Header("Location"));
        Assert.Equal(Base + Job, reply.Header("Content-Location"));
        Assert.Equal(sandbox.Get(Job).Json.ToJsonString(), reply.Json.ToJsonString());
        Assert.Equal("ja", reply.Text("target_language"));
        Assert.False((bool)reply.Json["is_active"]!);
    }

    [Fact]
    public void Null_clears_topic_and_briefing_and_leaves_the_flag()
    {
        var job = sandbox.NewJob(sandbox.NewProject());
        sandbox.Put(job, $$"""{"topic":"{{General.ToUpperInvariant()}}","briefing":"b","is_active":false}""");
        Assert.Equal(General, sandbox.Get(job).Text("topic"));

        var reply = sandbox.Put(job, """{"topic":null,"briefing":null,"is_active":null}""");

        Assert.Null(reply.Text("topic"));
        Assert.Null(reply.Text("briefing"));
        Assert.Null(reply.Link("urn:textking:topic"));
        Assert.False((bool)reply.Json["is_active"]!);
    }

    [Fact]
    public void The_state_and_other_read_only_fields_are_ignored()
    {
        var job = sandbox.NewJob(sandbox.NewProject());

        var reply = sandbox.Put(job, """{"state":"completed","words":9,"net_price":1.5,"currency":"USD","id":"x","number":"n"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal("new", reply.Text("state"));
        Assert.Null(reply.Json["words"]);
        Assert.Equal(IdOf(job).ToString(), reply.Text("id"));
    }

    [Fact]
    public void Jobs_are_listed_as_they_read_alone()
    {
        var reply = sandbox.Get($"/project/{Spring}/jobs?per_page=1");

        Assert.Equal(12, (int)reply.Json["total"]!);
        Assert.Equal($"{Base}/project/{Spring}/jobs?page=1&per_page=1", reply.Link("self"));
        Assert.Equal(sandbox.Get($"/project/{Spring}/job/{SpringJob}").Json.ToJsonString(), Assert.Single(reply.Items)!.ToJsonString());
    }

    [Fact]
    public void A_job_under_another_project_is_404()
    {
        Assert.Equal(404, sandbox.Get($"/project/{Winter}/job/{SpringJob}").Status);
        Assert.Equal(404, sandbox.Put($"/project/{Winter}/job/{SpringJob}", "{}").Status);
        Assert.Equal(404, sandbox.Delete($"/project/{Autumn}/job/{SpringJob}").Status);
    }

    [Fact]
    public void A_deleted_job_is_gone_and_the_others_stay()
    {
        const string Job = $"/project/{Spring}/job/{SpringJob}";

        Assert.Equal(204, sandbox.Delete(Job).Status);
        Assert.Equal(404, sandbox.Get(Job).Status);
        Assert.Equal(404, sandbox.Delete(Job).Status);
        Assert.Equal(11, (int)sandbox.Get($"/project/{Spring}/jobs").Json["total"]!);
    }

    [Fact]
    public void The_price_follows_languages_quality_and_topic()
    {
        var job = sandbox.NewJob(sandbox.NewProject());
        sandbox.Upload(job, "ten");

        Assert.Equal(0.12m, (decimal)sandbox.Get(job).Json["net_price"]!);
        Assert.Equal(0.15m, (decimal)sandbox.Put(job, """{"quality":"translation-and-correction"}""").Json["net_price"]!);
        Assert.Equal(0.20m, (decimal)sandbox.Put(job, """{"target_language":"ja"}""").Json["net_price"]!);
        Assert.Equal(
            0.22m, (decimal)sandbox.Put(job, """{"topic":"3f8067b4-d859-4c24-a1ba-ad13eeade3ab"}""").Json["net_price"]!);
    }
}
