using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.OpenTrain;

public sealed class OpenTrainClientTests
{
    [Fact]
    public async Task Members_that_nobody_knows_are_kept()
    {
        using var bench = ServiceBench.Answering(200, """
            {"ok":true,"jobId":"job_1","status":"DRAFT","draftUrl":"https://x/1","validation":{"publishReady":true,"missingFieldCount":0,"missingFields":[]},
             "missingFields":[],"reviewer":{"name":"Ada","since":2026},"rate":0.060,"big":12345678901234567890123,"tags":["a",null,true],"title":7}
            """);

        var draft = await bench.Update();

        Assert.True(draft.PublishReady);
        Assert.Equal(["reviewer", "rate", "big", "tags", "title"], draft.AdditionalData.Keys);
        Assert.Equal(0.060m, draft.AdditionalData["rate"]);
        Assert.Equal(12345678901234567890123m, draft.AdditionalData["big"]);
        Assert.Equal(2026L, Assert.IsType<IReadOnlyDictionary<string, object?>>(draft.AdditionalData["reviewer"], exactMatch: false)["since"]);
        Assert.Equal(new object?[] { "a", null, true }, Assert.IsType<object?[]>(draft.AdditionalData["tags"]));
    }

    [Fact]
    public async Task A_member_of_an_unexpected_type_is_kept_rather_than_lost()
    {
        using var bench = ServiceBench.Answering(200, """{"jobId":"job_1","status":["DRAFT"],"warnings":"careful","draftUrl":null,"far":1e999}""");

        var draft = await bench.Update();

        Assert.Null(draft.Status);
        Assert.Equal(["status", "warnings", "far"], draft.AdditionalData.Keys);
        Assert.Equal("careful", draft.AdditionalData["warnings"]);
        Assert.Equal("1e999", draft.AdditionalData["far"]);
    }

    [Fact]
    public async Task Text_that_begins_with_a_byte_order_mark_is_read()
    {
        using var bench = ServiceBench.Answering(200, "\ufeff" + """{"jobId":"job_1","status":"DRAFT"}""");

        Assert.Equal("job_1", (await bench.Update()).JobId);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_do_not_take_the_answer_along()
    {
        byte[] body = [.. "{\"jobId\":\"job_1\",\"draftUrl\":\""u8, 0xff, 0xfe, .. "\"}"u8];
        using var bench = new ServiceBench(_ => WireReply.Of(200, body, "application/json"));

        Assert.Equal("\ufffd\ufffd", (await bench.Update()).DraftUrl);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task A_create_is_done_with_either_success_status(int status)
    {
        using var bench = ServiceBench.Answering(status, """
            {"ok":true,"jobId":"job_1","status":"DRAFT","draftUrl":"d","normalizedFields":{"jobTitle":"Signs"},"warnings":["w"],
             "unmappedFields":[{"path":"a","reason":"b"}],"lowConfidenceFields":["headcount",{"field":"languages"},7]}
            """);

        var draft = (JobDraft)await bench.OpenTrain.Create(DraftImport.FromText("Draw boxes.")).SendAsync(bench.Context);

        Assert.Equal("Signs", draft.Title);
        Assert.Equal(["headcount", "languages", "7"], draft.LowConfidenceFields);
        Assert.Single(draft.UnmappedFields);
        Assert.Equal(["w"], draft.Warnings);
    }

    [Fact]
    public async Task A_create_that_finds_a_published_job_says_so()
    {
        using var bench = ServiceBench.Answering(200, """{"ok":true,"jobId":"job_1","status":"OPEN"}""");

        var error = await BenchCalls.FailsAsync(() => bench.OpenTrain.Create(DraftImport.FromText("Draw boxes.")).SendAsync(bench.Context));

        Assert.Equal("OpenTrain.CONFLICT", error.ErrorId);
        Assert.Contains("'job_1'", error.Message, StringComparison.Ordinal);
        Assert.Contains("-ExternalId", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_publish_warns_that_nothing_changed()
    {
        using var bench = ServiceBench.Answering(200, """{"ok":true,"jobId":"job_1","status":"OPEN","alreadyPublished":true,"publishAttemptId":null,"warnings":[],"sideEffects":{"dispatched":false,"status":"skipped"}}""");

        var job = await bench.PublishDraft();

        Assert.True(job.AlreadyPublished);
        Assert.Contains(bench.Said(), entry => entry.Level == CallLogLevel.Warning && entry.Text.Contains("published before", StringComparison.Ordinal));
        Assert.True(job.AdditionalData.ContainsKey("sideEffects"));
    }

    [Fact]
    public async Task Capabilities_are_asked_once_a_connection_unless_refreshed()
    {
        using var bench = ServiceBench.Answering(200, """{"draft":{"updateKeys":["jobTitle"],"importFormats":["text"],"enums":{"paymentType":["PAY_PER_HOUR",7],"odd":"x"}},"capabilities":{"publish":true,"hiring":false},"enabled":true}""");

        var first = await bench.OpenTrain.GetCapabilitiesAsync(false, bench.Context);
        await bench.OpenTrain.GetCapabilitiesAsync(false, bench.Context);
        Assert.Single(bench.Requests);
        await bench.OpenTrain.GetCapabilitiesAsync(true, bench.Context);

        Assert.Equal(2, bench.Requests.Count);
        Assert.Equal(["PAY_PER_HOUR"], first.Enums["paymentType"]);
        Assert.Empty(first.Enums["odd"]);
        Assert.True(first.Capabilities["publish"]);
    }

    [Fact]
    public async Task An_id_longer_than_64_characters_is_refused_before_anything_is_sent()
    {
        using var bench = ServiceBench.Answering(200, "{}");

        var error = await BenchCalls.FailsAsync(() => bench.PublishDraft(new string('a', 65)));

        Assert.Equal("JobDrafts.BadValue", error.ErrorId);
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public async Task A_test_names_scopes_and_features_that_are_missing()
    {
        using var bench = new ServiceBench(request => request.Target.EndsWith("/auth/me", StringComparison.Ordinal)
            ? WireReply.Of(200, """{"actor":{"userId":"u1","email":null,"fullName":null},"token":{"label":"CI","scopes":["jobs:write","payments:read"]},"account":{"kind":"x"}}""")
            : WireReply.Of(403, """{"error":"off","code":"FORBIDDEN","details":{"featureKey":"public_api_job_drafting","mode":"OFF"}}"""));

        var test = await bench.OpenTrain.TestAsync(bench.Context);

        Assert.Equal(("u1", "CI"), (test.Account, test.TokenLabel));
        Assert.Empty(test.MissingScopes);
        // Where drafting is off the service does not say whether publishing is.
        Assert.Equal(["draftCreate", "draftUpdate"], test.MissingFeatures);
        Assert.Contains("Off for the account: draftCreate, draftUpdate", test.Message, StringComparison.Ordinal);
    }
}
