using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.TextKing;

/// <summary>What the module does where the documentation is silent.</summary>
public sealed class AssumptionTests
{
    private const string Project = BenchCalls.Project;

    [Fact]
    public async Task Names_are_asked_for_in_English_when_nobody_names_a_language()
    {
        using var bench = ServiceBench.Answering(200, List());

        await bench.TextKing.GetTopicsAsync(null, bench.Context);

        Assert.Equal("en", Assert.Single(bench.Requests).Header("Accept-Language"));
    }

    [Fact]
    public async Task Languages_are_asked_for_without_a_token()
    {
        using var bench = ServiceBench.Answering(200, """{"code":"fr","name":"French","localization_language":"en"}""");

        await bench.TextKing.GetLanguageAsync("fr", null, bench.Context);

        Assert.Null(Assert.Single(bench.Requests).Header("Authorization"));
    }

    [Fact]
    public void A_quality_that_no_page_offers_is_refused()
    {
        var quality = TranslationJobFields.Known.Find("quality")!;

        Assert.Equal("translation", FieldValues.Read(quality, "Translation"));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(quality, "basic"));
    }

    [Fact]
    public async Task A_project_whose_active_job_has_no_document_cannot_be_started()
    {
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Target.Contains("/jobs", StringComparison.Ordinal) ? List(Job("en", "fr")) : ProjectAnswer));

        var project = (await bench.TextKing.GetOrderAsync(Project, bench.Context)).Project;

        Assert.False(project.PublishReady);
        Assert.NotNull(TextKingClient.WhyNotStartable(project));
    }

    [Fact]
    public void A_job_from_a_language_into_itself_is_refused_before_it_is_sent()
    {
        using var bench = ServiceBench.Answering(200, Job("en", "en"));
        FieldChange[] same = [new("source_language", "en"), new("target_language", "EN")];

        var refused = Assert.Throws<JobDraftsApiException>(() => bench.TextKing.Update(new JobEdit(BenchCalls.Job, same, Project)));

        Assert.Equal("JobDrafts.BadValue", refused.ErrorId);
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public async Task A_404_for_a_coupon_means_that_there_is_none()
    {
        using var bench = new ServiceBench(request => request.Target.EndsWith("/coupon", StringComparison.Ordinal) ? WireReply.Of(404, "{}") : WireReply.Of(200, ProjectAnswer));

        Assert.Empty((await bench.TextKing.GetCouponAsync(Project, bench.Context)).Items);
    }

    [Fact]
    public void A_due_date_may_have_a_time_of_day() =>
        Assert.Equal("2026-05-04T17:30:00", FieldValues.Read(TranslationProjectFields.Known.Find("due_date")!, "2026-05-04T17:30:00"));

    [Fact]
    public async Task A_page_is_asked_for_with_a_hundred_entries()
    {
        using var bench = ServiceBench.Answering(200, List());

        await bench.TextKing.GetProjectsAsync(null, bench.Context);

        Assert.Equal("/v1/projects?page=1&per_page=100", Assert.Single(bench.Requests).Target);
    }

    [Fact]
    public async Task Five_hundred_characters_of_a_message_are_shown()
    {
        using var bench = ServiceBench.Answering(400, $$"""{"message":"{{new string('x', 501)}}"}""");

        var error = await BenchCalls.FailsAsync(() => bench.TextKing.GetProjectAsync(Project, bench.Context));

        Assert.Contains(new string('x', 500) + "...", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 501), error.Message, StringComparison.Ordinal);
    }

    private const string ProjectAnswer = $$"""{"id":"{{Project}}","name":"Spring","state":"prepared","links":[]}""";

    private static string Job(string source, string target) =>
        $$"""{"id":"{{BenchCalls.Job}}","name":"Leaflet","source_language":"{{source}}","target_language":"{{target}}","quality":"translation","state":"new","words":null,"is_active":true,"links":[]}""";

    private static string List(params string[] items) => $$"""{"page":1,"per_page":100,"total":{{items.Length}},"items":[{{string.Join(",", items)}}],"links":[]}""";
}
