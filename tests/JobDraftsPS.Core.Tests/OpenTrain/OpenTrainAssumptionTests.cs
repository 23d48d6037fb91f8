using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.OpenTrain;

/// <summary>What the module does where OpenTrain's documentation is silent.</summary>
public sealed class OpenTrainAssumptionTests
{
    private const string Draft = """{"ok":true,"jobId":"job_1","status":"DRAFT","lowConfidenceFields":[{"name":"pay","path":"job.pay"},"title",{"other":1}]}""";

    [Fact]
    public async Task A_description_has_at_most_sixty_thousand_characters()
    {
        using var bench = ServiceBench.Answering(200, Draft);

        await bench.OpenTrain.Create(DraftImport.FromText(new string('x', 60_000))).SendAsync(bench.Context);

        Assert.Equal("JobDrafts.BadValue", Assert.Throws<JobDraftsApiException>(() => bench.OpenTrain.Create(DraftImport.FromText(new string('x', 60_001)))).ErrorId);
    }

    [Fact]
    public async Task Both_references_have_at_most_255_characters()
    {
        using var bench = ServiceBench.Answering(200, Draft);
        var longest = new string('x', 255);

        Assert.Contains("externalId", Assert.Throws<JobDraftsApiException>(() => bench.OpenTrain.Create(DraftImport.FromText("t", longest + "x", "k"))).Message, StringComparison.Ordinal);
        Assert.Contains("idempotencyKey", Assert.Throws<JobDraftsApiException>(() => bench.OpenTrain.Create(DraftImport.FromText("t", null, longest + "x"))).Message, StringComparison.Ordinal);
        await bench.OpenTrain.Create(DraftImport.FromText("t", longest, longest)).SendAsync(bench.Context);
    }

    [Fact]
    public void The_id_of_any_call_has_at_most_64_characters()
    {
        using var bench = ServiceBench.Answering(200, Draft);
        var client = bench.OpenTrain;
        var id = new string('x', 65);

        client.Publish(id[1..], null);
        Action[] calls = [() => client.Publish(id, null), () => client.Close(id, null), () => client.Listed(id), () => client.UpdateLive(Edit(id), null), () => client.Update(Edit(id), null)];
        Assert.All(calls, call => Assert.Contains("64 are allowed", Assert.Throws<JobDraftsApiException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_create_that_answers_another_status_names_an_older_job()
    {
        using var bench = ServiceBench.Answering(200, """{"ok":true,"jobId":"job_1","status":"OPEN"}""");

        var error = await BenchCalls.FailsAsync(() => bench.OpenTrain.Create(DraftImport.FromText("t")).SendAsync(bench.Context));

        Assert.Equal("OpenTrain.CONFLICT", error.ErrorId);
    }

    [Fact]
    public void A_refusal_that_names_no_window_is_said_to_hold_for_a_day()
    {
        var advice = Read(OpenTrainRoutes.Publish, 429, """{"error":"x","code":"RATE_LIMITED","details":{"limit":3}}""").Advice;

        Assert.Contains("3 jobs in 24 hours", advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_of_a_job_that_is_live_uses_nothing_of_the_quota()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(200, """{"ok":true,"jobId":"job_1","status":"OPEN","alreadyPublished":true}""")) { PublishQuota = 1 };

        await bench.OpenTrain.Publish("job_1", null).SendAsync(bench.Context());
        await bench.OpenTrain.Publish("job_2", null).SendAsync(bench.Context());

        Assert.Equal(2, bench.Requests.Count);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(409, true)]
    [InlineData(410, false)]
    public void These_statuses_of_the_write_of_a_draft_mean_that_it_is_none(int status, bool isNoDraft)
    {
        var failure = Read(OpenTrainRoutes.UpdateDraft, status, """{"error":"The job is not a draft","code":"X"}""");

        Assert.Equal(isNoDraft, failure.Advice?.StartsWith("It is not a draft", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task What_the_account_may_do_is_asked_once()
    {
        using var bench = ServiceBench.Answering(200, """{"draft":{"updateKeys":["jobTitle"]}}""");
        var client = bench.OpenTrain;

        await client.GetCapabilitiesAsync(false, bench.Context);
        await client.GetCapabilitiesAsync(false, bench.Context);

        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task An_entry_of_low_confidence_has_its_name_or_is_shown_as_it_is()
    {
        using var bench = ServiceBench.Answering(200, Draft);

        var draft = (JobDraft)await bench.OpenTrain.Create(DraftImport.FromText("t")).SendAsync(bench.Context);

        Assert.Equal(["job.pay", "title", """{"other":1}"""], draft.LowConfidenceFields);
    }

    [Fact]
    public async Task A_list_is_asked_for_a_hundred_at_a_time_with_filters_that_are_inferred()
    {
        using var bench = ServiceBench.Answering(200, """{"jobs":[],"nextCursor":null}""");

        await bench.OpenTrain.Search(new JobSearch { Language = "Polish", Country = "PL" })(bench.Context);
        await bench.OpenTrain.Mine(["DRAFT"]).ListAsync(bench.Context);

        Assert.Equal(["/jobs?language=Polish&country=PL&limit=100", "/jobs/mine?status=DRAFT&limit=100"], bench.Requests.Select(request => request.Target.Split("/v1")[^1]));
    }

    private static CallFailure Read(ApiRoute route, int status, string body) => OpenTrainErrors.Read(new ApiRequest(route, "the call", "job_1"), Refusal.Answer(status, body));

    private static JobEdit Edit(string id) => new(id, [new FieldChange("headcount", 2L)]);
}
