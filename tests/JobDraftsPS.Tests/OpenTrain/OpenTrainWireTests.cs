using System.Text.Json;
using JobDraftsPS.Tests.Shared;
using JobDraftsPS.Tests.Wire;

namespace JobDraftsPS.Tests.OpenTrain;

/// <summary>Each of OpenTrain's job calls as it leaves the cmdlet: line, token, body, to the letter.</summary>
public sealed class OpenTrainWireTests
{
    private const string Base = "/api/public/v1";
    private const string Draft = """{"ok":true,"jobId":"job_1","status":"DRAFT","draftUrl":"https://x/1","validation":{"publishReady":true,"issueCount":0,"missingFieldCount":0,"missingFields":[],"issues":[]}}""";
    private const string Listing = """{"id":"job_1","slug":"signs","title":"Signs","status":"OPEN","pay":{"paymentType":"PAY_PER_LABEL","currency":"USD","hourlyRate":null,"perLabelRate":0.06},"url":"https://x/jobs/signs-job_1"}""";

    /// <summary>Script, request line without its protocol, whether a token goes along, body, answer.</summary>
    public static TheoryData<string, string, bool, string?, string> Calls { get; } = new()
    {
        { "Get-DraftCapabilities", "GET /job-drafts/capabilities", true, null, """{"draft":{"updateKeys":["jobTitle"],"importFormats":["text"],"enums":{}},"capabilities":{},"enabled":true}""" },
        { "New-JobDraft 'Draw boxes' -ExternalId e-1 -IdempotencyKey k-1", "POST /job-drafts", true, """{"rawJobDescription":"Draw boxes","externalId":"e-1","idempotencyKey":"k-1"}""", Draft },
        { "New-JobDraft -Job @{ title = 'Signs'; rateAmount = 0.060 } -IdempotencyKey k-1", "POST /job-drafts", true, """{"format":"opentrain_canonical","job":{"title":"Signs","rateAmount":0.06},"idempotencyKey":"k-1"}""", Draft },
        { "New-JobDraft -JsonLd @{ '@type' = 'JobPosting'; title = 'Signs' } -IdempotencyKey k-1", "POST /job-drafts", true, """{"format":"schema_org_job_posting","jsonLd":{"@type":"JobPosting","title":"Signs"},"idempotencyKey":"k-1"}""", Draft },
        { "New-JobDraft -Xml '<job><title>Signs</title></job>' -Format indeed_xml -IdempotencyKey k-1", "POST /job-drafts", true, """{"format":"indeed_xml","xml":"<job><title>Signs</title></job>","idempotencyKey":"k-1"}""", Draft },
        { "New-JobDraft -Xml '<JobPositionPosting/>' -Format hr_xml -IdempotencyKey k-1", "POST /job-drafts", true, """{"format":"hr_xml","xml":"<JobPositionPosting/>","idempotencyKey":"k-1"}""", Draft },
        { "Update-JobDraft job_1 -SkipCheck -PricePerLabel 0.06", "PATCH /job-drafts/job_1", true, """{"pricePerLabel":0.06}""", Draft },
        { "Update-JobDraft job_1 -SkipCheck -JobTitle Signs -Clear countries", "PATCH /job-drafts/job_1", true, """{"jobTitle":"Signs","countries":null}""", Draft },
        { "Publish-Job job_1 -Service OpenTrain", "POST /jobs/job_1/publish", true, "", """{"ok":true,"jobId":"job_1","status":"OPEN","alreadyPublished":false,"jobUrl":"https://x/jobs/job_1","publishAttemptId":"pa-1","warnings":[],"sideEffects":{"dispatched":true,"status":"queued"}}""" },
        { "Update-PublishedJob job_1 -SkipCheck -Headcount 3 -Confirm:$false", "PATCH /jobs/job_1", true, """{"headcount":3}""", """{"ok":true,"jobId":"job_1","status":"OPEN","moderation":{"decision":"ALLOW","reasons":[]}}""" },
        { "Close-PublishedJob job_1 -Confirm:$false", "POST /jobs/job_1/close", true, "", """{"ok":true,"jobId":"job_1","status":"ARCHIVED","alreadyClosed":false}""" },
        { "Get-JobDraft", "GET /jobs/mine?status=DRAFT&limit=100", true, null, """{"jobs":[{"id":"job_1","title":null,"status":"DRAFT","jobUrl":null}],"nextCursor":null}""" },
        { "Get-PublishedJob -Mine", "GET /jobs/mine?status=OPEN&limit=100", true, null, """{"jobs":[{"id":"job_1","title":"Signs","status":"OPEN"}],"nextCursor":null}""" },
        { "Get-PublishedJob -Mine -Status archived", "GET /jobs/mine?status=ARCHIVED&limit=100", true, null, """{"jobs":[{"id":"job_1","title":"Signs","status":"ARCHIVED"}],"nextCursor":null}""" },
        { "Find-PublishedJob", "GET /jobs?limit=100", false, null, $$"""{"jobs":[{{Listing}}],"nextCursor":null,"generatedAt":"2026-06-10T11:02:00.000Z"}""" },
        { "Find-PublishedJob 'stop & go' -Language Spanish -Country DE -PayType pay_per_hour", "GET /jobs?q=stop%20%26%20go&language=Spanish&country=DE&payType=PAY_PER_HOUR&limit=100", false, null, $$"""{"jobs":[{{Listing}}],"nextCursor":null}""" },
        { "Get-PublishedJob job_1", "GET /jobs/job_1", false, null, Listing },
        { "Get-PublishedJob 'a/b?c'", "GET /jobs/a%2Fb%3Fc", false, null, Listing.Replace("job_1", "a/b?c", StringComparison.Ordinal) },
        { "Get-PublishedJobFacet", "GET /jobs/facets", false, null, """{"totalJobs":1,"categories":[],"languages":[{"value":"English","count":1}],"countries":[],"payTypes":[],"generatedAt":"2026-06-10T11:02:00.000Z"}""" },
        { "Get-PublishedJobChange 2026-06-10T13:02:00.5+02:00", "GET /jobs/changes?since=2026-06-10T11%3a02%3a00.500Z", false, null, """{"since":"2026-06-10T11:02:00.500Z","until":"2026-06-10T12:00:00.000Z","changes":[{"jobId":"job_1","eventType":"CLOSED","occurredAt":"2026-06-10T11:30:00.000Z"}],"generatedAt":"2026-06-10T12:00:00.000Z"}""" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_leaves_once_and_to_the_letter(string script, string line, bool hasToken, string? body, string answer)
    {
        using var wire = new WireCapture(_ => WireReply.Of(200, answer));

        var result = wire.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.Single(result.Output);
        var sent = Assert.Single(wire.Requests);
        Assert.Equal(line.Insert(line.IndexOf(' ', StringComparison.Ordinal) + 1, Base) + " HTTP/1.1", sent.Line);
        Assert.Equal(hasToken ? "Bearer ot_pat_wire_0001" : null, sent.Header("Authorization"));
        Assert.Equal("application/json", sent.Header("Accept"));
        if (body is { Length: > 0 })
        {
            using var expected = JsonDocument.Parse(body);
            using var found = JsonDocument.Parse(sent.Body);
            Assert.True(JsonElement.DeepEquals(expected.RootElement, found.RootElement), sent.Body);
        }
        else
        {
            Assert.Empty(sent.Body);
            Assert.Equal(body is null ? null : "0", sent.Header("Content-Length"));
        }
    }

    [Fact]
    public void Who_the_token_is_and_what_it_may_do_are_two_reads()
    {
        using var wire = new WireCapture(request => request.Target == Base + "/auth/me"
            ? WireReply.Of(200, """{"actor":{"userId":"u1","email":null,"fullName":null},"token":{"label":"CI","scopes":["jobs:write"]},"account":{}}""")
            : null);

        var result = wire.Run("Test-JobDraftConnection OpenTrain");

        Assert.Empty(result.AllErrors);
        Assert.Equal([$"GET {Base}/auth/me HTTP/1.1", $"GET {Base}/job-drafts/capabilities HTTP/1.1"], wire.Requests.Select(request => request.Line));
        Assert.All(wire.Requests, request => Assert.Equal("Bearer ot_pat_wire_0001", request.Header("Authorization")));
        Assert.Equal("u1", Assert.Single(result.Output).Properties["Account"].Value);
    }

    [Theory]
    [InlineData("Get-JobDraft", "/jobs/mine?status=DRAFT&limit=100", "DRAFT")]
    [InlineData("Find-PublishedJob", "/jobs?limit=100", "OPEN")]
    public void Pages_are_followed_by_the_place_that_the_answer_names(string script, string first, string status)
    {
        var page = 0;
        using var wire = new WireCapture(_ => WireReply.Of(200, ++page < 3
            ? $$"""{"jobs":[{"id":"job_{{page}}","status":"{{status}}"}],"nextCursor":"p/{{page}}="}"""
            : $$"""{"jobs":[{"id":"job_3","status":"{{status}}"}],"nextCursor":null}"""));

        var result = wire.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.Equal(["job_1", "job_2", "job_3"], result.Output.Select(job => job.Properties["JobId"].Value));
        Assert.Equal([Base + first, $"{Base}{first}&cursor=p%2f1%3d", $"{Base}{first}&cursor=p%2f2%3d"], wire.Requests.Select(request => request.Target));
    }

    [Fact]
    public void A_list_streams_so_that_nobody_reads_more_pages_than_are_wanted()
    {
        var page = 0;
        using var wire = new WireCapture(_ => WireReply.Of(200, $$"""{"jobs":[{"id":"job_{{++page}}","status":"DRAFT"}],"nextCursor":"p{{page}}"}"""));

        var result = wire.Run("foreach ($number in 1) { Get-JobDraft | ForEach-Object { $_; if ($_.JobId -eq 'job_2') { break } } }");

        Assert.Equal(["job_1", "job_2"], result.Output.Select(job => job.Properties["JobId"].Value));
        Assert.InRange(wire.Requests.Count, 2, 3);
    }

    [Fact]
    public void Several_states_are_listed_one_after_the_other()
    {
        using var wire = new WireCapture(request => WireReply.Of(200, request.Target.Contains("status=OPEN", StringComparison.Ordinal)
            ? """{"jobs":[{"id":"job_2","status":"OPEN","proposalCounts":{"total":4,"unreviewed":1},"acceptingApplicants":true}],"nextCursor":null}"""
            : """{"jobs":[{"id":"job_1","status":"DRAFT"}],"nextCursor":null}"""));

        var result = wire.Run("Get-JobDraft -Status DRAFT, open, Open");

        Assert.Equal(["JobDraftsPS.JobDraft", "JobDraftsPS.PublishedJob"], result.Output.Select(job => job.BaseObject.GetType().FullName));
        Assert.Equal((4L, 1L, true), (result.Output[1].Properties["ProposalCount"].Value, result.Output[1].Properties["UnreviewedProposalCount"].Value, result.Output[1].Properties["AcceptingApplicants"].Value));
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public void Jobs_looked_for_by_id_share_one_walk_that_ends_with_the_last_of_them()
    {
        using var wire = new WireCapture(request => WireReply.Of(200, request.Target.Contains("cursor", StringComparison.Ordinal)
            ? """{"jobs":[{"id":"c","status":"DRAFT"}],"nextCursor":"more"}"""
            : """{"jobs":[{"id":"a","status":"DRAFT"},{"id":"b","status":"DRAFT"}],"nextCursor":"p1"}"""));

        var result = wire.Run("'c', 'a', 'b' | Get-JobDraft");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["c", "a", "b"], result.Output.Select(job => job.Properties["JobId"].Value));
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public void A_place_that_was_there_before_ends_the_list_with_an_error_and_not_in_a_circle()
    {
        using var wire = new WireCapture(_ => WireReply.Of(200, """{"jobs":[{"id":"a","status":"DRAFT"}],"nextCursor":"same"}"""));

        var result = wire.Run("Get-JobDraft");

        Assert.Single(result.Output);
        Assert.Contains("a place to go on from that is new", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
    }
}
