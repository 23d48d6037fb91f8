using System.Reflection;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.OpenTrain;

/// <summary>Each assumption does what it says, so that correcting one is a matter of one line. A test begins with the name of what it turns.</summary>
public sealed class OpenTrainAssumptionTests
{
    private const string Draft = """{"ok":true,"jobId":"job_1","status":"DRAFT","lowConfidenceFields":[{"name":"pay","path":"job.pay"}]}""";

    [Fact]
    public void Every_assumption_is_turned_by_a_test()
    {
        var tests = typeof(OpenTrainAssumptionTests).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(method => method.Name).ToArray();

        Assert.All(typeof(OpenTrainAssumptions).GetProperties(), property => Assert.Contains(tests, test => test.StartsWith(property.Name + "_", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task MaxDescriptionLength_bounds_a_text()
    {
        using var bench = ServiceBench.Answering(200, Draft);

        await Create(bench, new(), DraftImport.FromText("12345678901"));
        Assert.Equal("JobDrafts.BadValue", Assert.Throws<JobDraftsApiException>(() => bench.OpenTrainWith(new() { MaxDescriptionLength = 10 }).Create(DraftImport.FromText("12345678901"))).ErrorId);
    }

    [Fact]
    public async Task MaxKeyLength_bounds_both_references()
    {
        using var bench = ServiceBench.Answering(200, Draft);
        var client = bench.OpenTrainWith(new() { MaxKeyLength = 4 });

        Assert.Contains("externalId", Assert.Throws<JobDraftsApiException>(() => client.Create(DraftImport.FromText("t", "12345", "k"))).Message, StringComparison.Ordinal);
        Assert.Contains("idempotencyKey", Assert.Throws<JobDraftsApiException>(() => client.Create(DraftImport.FromText("t", null, "12345"))).Message, StringComparison.Ordinal);
        await client.Create(DraftImport.FromText("t", "1234", "1234")).SendAsync(bench.Context);
    }

    [Fact]
    public void MaxJobIdLength_bounds_an_id_of_any_call()
    {
        using var bench = ServiceBench.Answering(200, Draft);
        var client = bench.OpenTrainWith(new() { MaxJobIdLength = 70 });
        var id = new string('x', 71);

        client.Publish(id[1..], null);
        Action[] calls = [() => client.Publish(id, null), () => client.Close(id, null), () => client.Listed(id), () => client.UpdateLive(Edit(id), null), () => client.Update(Edit(id), null)];
        Assert.All(calls, call => Assert.Contains("70 are allowed", Assert.Throws<JobDraftsApiException>(call).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void MinHeadcount_bounds_the_people() => Assert.Equal(5, FieldOf("headcount", new() { MinHeadcount = 5 }).Minimum);

    [Fact]
    public void MinPrice_bounds_every_price() =>
        Assert.All(new[] { "pricePerHour", "pricePerLabel", "fixedPrice" }, name => Assert.Equal(0.01m, FieldOf(name, new() { MinPrice = 0.01m }).Minimum));

    [Fact]
    public void TextOrListFields_say_which_fields_take_either()
    {
        var turned = new OpenTrainAssumptions { TextOrListFields = ["dataType"] };

        Assert.Equal((FieldType.TextOrList, FieldType.Text), (FieldOf("dataType", turned).Type, FieldOf("subjectMatter", turned).Type));
        Assert.Equal((FieldType.Text, FieldType.TextOrList), (FieldOf("dataType", new()).Type, FieldOf("subjectMatter", new()).Type));
    }

    [Fact]
    public void NullClears_decides_whether_a_field_can_be_cleared()
    {
        Assert.True(FieldOf("countries", new()).CanClear);
        Assert.False(FieldOf("countries", new() { NullClears = false }).CanClear);
    }

    [Fact]
    public async Task CreateTellsStatus_decides_whether_a_status_names_an_older_job()
    {
        using var bench = ServiceBench.Answering(200, """{"ok":true,"jobId":"job_1","status":"OPEN"}""");

        Assert.Equal("OpenTrain.CONFLICT", (await BenchCalls.FailsAsync(() => Create(bench, new(), DraftImport.FromText("t")))).ErrorId);
        Assert.Equal("OPEN", (await Create(bench, new() { CreateTellsStatus = false }, DraftImport.FromText("t"))).Status);
    }

    [Fact]
    public void PublishWindowHours_is_told_where_a_refusal_names_no_window()
    {
        var advice = Read(new() { PublishWindowHours = 36 }, OpenTrainRoutes.Publish, 429, """{"error":"x","code":"RATE_LIMITED","details":{"limit":3}}""").Advice;

        Assert.Contains("3 jobs in 36 hours", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task RepeatedPublishCounts_decides_whether_a_no_op_uses_the_quota(bool counts, int sent)
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(200, """{"ok":true,"jobId":"job_1","status":"OPEN","alreadyPublished":true}""")) { PublishQuota = 1 };
        var client = bench.OpenTrainWith(new() { RepeatedPublishCounts = counts });

        await client.Publish("job_1", null).SendAsync(bench.Context());
        var second = await Record.ExceptionAsync(() => client.Publish("job_2", null).SendAsync(bench.Context()));

        Assert.Equal(sent, bench.Requests.Count);
        Assert.Equal(counts, second is JobDraftsApiException { ErrorId: "OpenTrain.QuotaExceeded" });
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(409, false)]
    public void NotPatchable_names_the_statuses_that_mean_no_draft(int status, bool isNoDraft)
    {
        var failure = Read(new() { NotPatchable = [404] }, OpenTrainRoutes.UpdateDraft, status, """{"error":"x","code":"X"}""");

        Assert.Equal(isNoDraft, failure.Advice?.StartsWith("It is not a draft", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task KeepCapabilities_decides_how_often_they_are_asked(bool keep, int asked)
    {
        using var bench = ServiceBench.Answering(200, """{"draft":{"updateKeys":["jobTitle"]}}""");
        var client = bench.OpenTrainWith(new() { KeepCapabilities = keep });

        await client.GetCapabilitiesAsync(false, bench.Context);
        await client.GetCapabilitiesAsync(false, bench.Context);

        Assert.Equal(asked, bench.Requests.Count);
    }

    [Fact]
    public void SchemaIssues_names_where_the_issues_stand()
    {
        const string Body = """{"error":"x","code":"BAD_REQUEST","details":{"fieldErrors":[{"path":["pay"],"message":"Wrong."}]}}""";

        Assert.Equal("Wrong.", Read(new() { SchemaIssues = "fieldErrors" }, OpenTrainRoutes.UpdateJob, 400, Body).FieldErrors["pay"]);
        Assert.Empty(Read(new(), OpenTrainRoutes.UpdateJob, 400, Body).FieldErrors);
    }

    [Fact]
    public async Task LowConfidenceNames_say_where_an_entry_has_its_name()
    {
        using var bench = ServiceBench.Answering(200, Draft);

        Assert.Equal(["job.pay"], (await Create(bench, new(), DraftImport.FromText("t"))).LowConfidenceFields);
        Assert.Equal(["pay"], (await Create(bench, new() { LowConfidenceNames = ["name"] }, DraftImport.FromText("t"))).LowConfidenceFields);
    }

    [Fact]
    public async Task LanguageFilter_names_the_filter_that_is_sent() =>
        Assert.EndsWith("/jobs?lang=Polish&limit=100", await SearchedAsync(new() { LanguageFilter = "lang" }), StringComparison.Ordinal);

    [Fact]
    public async Task CountryFilter_names_the_filter_that_is_sent() =>
        Assert.EndsWith("/jobs?language=Polish&countries=PL&limit=100", await SearchedAsync(new() { CountryFilter = "countries" }, "PL"), StringComparison.Ordinal);

    [Fact]
    public async Task PageSize_is_what_a_page_is_asked_for()
    {
        Assert.EndsWith("&limit=25", await SearchedAsync(new() { PageSize = 25 }), StringComparison.Ordinal);
        using var bench = ServiceBench.Answering(200, """{"jobs":[],"nextCursor":null}""");

        await bench.OpenTrainWith(new() { PageSize = 7 }).Mine(["DRAFT"]).ListAsync(bench.Context);

        Assert.EndsWith("/jobs/mine?status=DRAFT&limit=7", bench.Requests.Single().Target, StringComparison.Ordinal);
    }

    private static async Task<JobDraft> Create(ServiceBench bench, OpenTrainAssumptions assumptions, DraftImport import) =>
        (JobDraft)await bench.OpenTrainWith(assumptions).Create(import).SendAsync(bench.Context);

    private static async Task<string> SearchedAsync(OpenTrainAssumptions assumptions, string? country = null)
    {
        using var bench = ServiceBench.Answering(200, """{"jobs":[],"nextCursor":null}""");
        await bench.OpenTrainWith(assumptions).Search(new JobSearch { Language = "Polish", Country = country })(bench.Context);
        return bench.Requests.Single().Target;
    }

    private static CallFailure Read(OpenTrainAssumptions assumptions, ApiRoute route, int status, string body) =>
        new OpenTrainErrors(assumptions).Read(new ApiRequest(route, "the call", "job_1"), Refusal.Answer(status, body));

    private static FieldDefinition FieldOf(string name, OpenTrainAssumptions assumptions)
    {
        using var bench = ServiceBench.Answering(200, "{}");
        return bench.OpenTrainWith(assumptions).FieldsOf(new DraftCapabilities()).Find(name)!;
    }

    private static JobEdit Edit(string id) => new(id, [new FieldChange("headcount", 2L)]);
}
