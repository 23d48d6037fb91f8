using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.TextKing;

/// <summary>Each assumption turned round: the client that carries it acts otherwise, and another client at the same time does not.</summary>
public sealed class AssumptionTests
{
    private const string Project = BenchCalls.Project;

    [Fact]
    public async Task Names_are_asked_for_in_the_usual_language_when_nobody_names_one()
    {
        using var bench = ServiceBench.Answering(200, List("""{"id":"49353ab0-fdbf-4e1c-a063-cdf4aad98782","name":"Allgemein","localization_language":"de"}"""));

        await bench.Assuming(new() { DefaultLanguage = "de" }).GetTopicsAsync(null, bench.Context);
        await bench.TextKing.GetTopicsAsync(null, bench.Context);

        Assert.Equal(["de", "en"], bench.Requests.Select(request => request.Header("Accept-Language")));
    }

    [Fact]
    public async Task Languages_are_asked_for_with_a_token_where_they_are_not_public()
    {
        using var bench = ServiceBench.Answering(200, """{"code":"fr","name":"French","localization_language":"en"}""");

        await bench.TextKing.GetLanguageAsync("fr", null, bench.Context);
        await bench.Assuming(new() { LanguagesArePublic = false }).GetLanguageAsync("fr", null, bench.Context);

        Assert.Equal([null, "Bearer " + ServiceBench.Token], bench.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public void Another_quality_can_be_offered()
    {
        using var bench = ServiceBench.Answering(200, "{}");
        FieldSet offered = bench.Assuming(new() { Qualities = ["translation", "basic"] }).JobFields, usual = bench.TextKing.JobFields;

        Assert.Equal("basic", FieldValues.Read(offered.Find("quality")!, "Basic"));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(usual.Find("quality")!, "basic"));
    }

    [Fact]
    public async Task A_start_may_need_no_documents()
    {
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Target.Contains("/jobs", StringComparison.Ordinal) ? List(Job("en", "fr")) : ProjectAnswer));
        var open = bench.Assuming(new() { StartNeedsDocuments = false });

        var usual = (await bench.TextKing.GetOrderAsync(Project, bench.Context)).Project;
        var other = (await open.GetOrderAsync(Project, bench.Context)).Project;

        Assert.False(usual.PublishReady);
        Assert.NotNull(TextKingClient.WhyNotStartable(usual));
        Assert.True(other.PublishReady);
        Assert.Null(TextKingClient.WhyNotStartable(other));
    }

    [Fact]
    public async Task A_job_from_a_language_into_itself_may_be_taken()
    {
        using var bench = ServiceBench.Answering(200, Job("en", "en"));
        FieldChange[] same = [new("source_language", "en"), new("target_language", "EN")];

        var refused = Assert.Throws<JobDraftsApiException>(() => bench.TextKing.Update(new JobEdit(BenchCalls.Job, same, Project)));
        await bench.Assuming(new() { LanguagesMustDiffer = false }).Update(new JobEdit(BenchCalls.Job, same, Project)).SendAsync(bench.Context);

        Assert.Equal("JobDrafts.BadValue", refused.ErrorId);
        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task A_404_for_a_coupon_may_be_an_error()
    {
        using var bench = new ServiceBench(request => request.Target.EndsWith("/coupon", StringComparison.Ordinal) ? WireReply.Of(404, "{}") : WireReply.Of(200, ProjectAnswer));

        Assert.Empty((await bench.TextKing.GetCouponAsync(Project, bench.Context)).Items);
        var error = await BenchCalls.FailsAsync(() => bench.Assuming(new() { MissingCouponIs404 = false }).GetCouponAsync(Project, bench.Context));

        Assert.Equal("TextKing.Http404", error.ErrorId);
        Assert.Equal(3, bench.Requests.Count);
    }

    [Fact]
    public void A_due_date_may_be_a_day_alone()
    {
        using var bench = ServiceBench.Answering(200, "{}");
        FieldSet days = bench.Assuming(new() { DueDateMayHaveTime = false }).ProjectFields, usual = bench.TextKing.ProjectFields;

        Assert.Equal("2026-05-04T17:30:00", FieldValues.Read(usual.Find("due_date")!, "2026-05-04T17:30:00"));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(days.Find("due_date")!, "2026-05-04T17:30:00"));
        Assert.Equal("2026-05-04", FieldValues.Read(days.Find("due_date")!, "2026-05-04"));
    }

    [Fact]
    public async Task A_page_may_hold_fewer_entries()
    {
        using var bench = ServiceBench.Answering(200, List());

        await bench.Assuming(new() { PageSize = 7 }).GetProjectsAsync(null, bench.Context);

        Assert.Equal("/v1/projects?page=1&per_page=7", Assert.Single(bench.Requests).Target);
    }

    [Fact]
    public async Task More_or_less_of_a_message_is_shown()
    {
        using var bench = ServiceBench.Answering(400, """{"message":"0123456789"}""");

        var error = await BenchCalls.FailsAsync(() => bench.Assuming(new() { MaxMessageLength = 4 }).GetProjectAsync(Project, bench.Context));

        Assert.Contains("0123...", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("01234", error.Message, StringComparison.Ordinal);
    }

    private const string ProjectAnswer = $$"""{"id":"{{Project}}","name":"Spring","state":"prepared","links":[]}""";

    private static string Job(string source, string target) =>
        $$"""{"id":"{{BenchCalls.Job}}","name":"Leaflet","source_language":"{{source}}","target_language":"{{target}}","quality":"translation","state":"new","words":null,"is_active":true,"links":[]}""";

    private static string List(params string[] items) => $$"""{"page":1,"per_page":100,"total":{{items.Length}},"items":[{{string.Join(",", items)}}],"links":[]}""";
}
