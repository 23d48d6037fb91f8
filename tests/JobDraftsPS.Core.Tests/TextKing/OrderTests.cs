using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.TextKing;

/// <summary>What a start orders, and what keeps a project from it.</summary>
public sealed class OrderTests
{
    private const string Project = BenchCalls.Project;

    [Fact]
    public async Task A_project_whose_active_jobs_have_documents_is_ready()
    {
        var order = await OrderAsync(Prepared, Job(1, words: 100), Job(2, words: 20, target: "de"), Job(3, active: false));

        Assert.True(order.Project.PublishReady);
        Assert.Equal(0, order.Project.MissingFieldCount);
        Assert.Equal(ValidationSource.Client, order.Project.Validation!.Source);
        Assert.Null(TextKingClient.WhyNotStartable(order.Project));
        Assert.Equal("2 jobs (en to fr, en to de), 120 words, net 14.40 EUR", order.Describe());
    }

    [Fact]
    public async Task The_projects_own_price_counts_before_the_jobs()
    {
        var order = await OrderAsync(Prepared.Replace("\"net_price\":null", "\"net_price\":44.9,\"coupon_name\":\"WELCOME\"", StringComparison.Ordinal), Job(1, words: 100));

        Assert.Equal("1 job (en to fr), 100 words, net 44.9 EUR, coupon WELCOME", order.Describe());
    }

    [Fact]
    public async Task Words_that_are_not_counted_yet_are_said()
    {
        var order = await OrderAsync(Prepared, Job(1, words: 100), Job(2, document: true));

        Assert.True(order.Project.PublishReady);
        Assert.Equal("2 jobs (en to fr 2 times), 100 words and 1 of the documents not counted yet, net price not known yet", order.Describe());
    }

    [Fact]
    public async Task Many_pairs_of_languages_are_not_all_named()
    {
        var order = await OrderAsync(Prepared, [.. Enumerable.Range(1, 11).Select(i => Job(i, words: 1, target: "l" + i))]);

        Assert.StartsWith("11 jobs (en to l1, en to l2, ", order.Describe(), StringComparison.Ordinal);
        Assert.Contains("en to l8 and 3 more), 11 words", order.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_gap_of_each_active_job_is_named()
    {
        var order = await OrderAsync(Prepared, Job(1), Job(2, words: 5).Replace("\"quality\":\"translation\"", "\"quality\":null", StringComparison.Ordinal), Job(3, active: false));

        Assert.False(order.Project.PublishReady);
        Assert.Equal(2, order.Project.MissingFieldCount);
        var why = TextKingClient.WhyNotStartable(order.Project)!;
        Assert.Equal("JobDrafts.NotReady", why.ErrorId);
        Assert.Equal(CallOutcome.NotSent, why.Outcome);
        Assert.Contains("Document of job 'Leaflet 1': An active job needs a source document", why.Message, StringComparison.Ordinal);
        Assert.Contains("quality of job 'Leaflet 2': The field cannot be empty.", why.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Leaflet 3", why.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "The project has no job.")]
    [InlineData(true, "None of the project's 1 jobs is active.")]
    public async Task A_project_without_an_active_job_is_not_ready(bool hasJob, string words)
    {
        var order = await OrderAsync(Prepared, hasJob ? [Job(1, words: 5, active: false)] : []);

        Assert.Contains(words, TextKingClient.WhyNotStartable(order.Project)!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("running")]
    [InlineData("finished")]
    [InlineData("canceled")]
    [InlineData("archived")]
    public async Task What_is_not_prepared_has_no_validation_and_cannot_start(string state)
    {
        var order = await OrderAsync(Prepared.Replace("prepared", state, StringComparison.Ordinal), Job(1));

        Assert.Null(order.Project.Validation);
        Assert.Contains($"is {state}, and only a prepared project can be started", TextKingClient.WhyNotStartable(order.Project)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_start_in_a_state_that_nobody_knows_stays_unknown()
    {
        using var bench = new CallBench(request => request.IsWrite ? ScriptedNetwork.Lost() : ScriptedNetwork.Json(200, Prepared.Replace("prepared", "archived", StringComparison.Ordinal)));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.TextKing.Start(Project).SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Contains("state 'archived', which is not a documented one", error.Message, StringComparison.Ordinal);
        Assert.Single(bench.Requests, request => request.IsWrite);
    }

    [Fact]
    public async Task A_lost_start_of_a_project_that_was_canceled_meanwhile_is_refused_with_its_state()
    {
        var writes = 0;
        using var bench = new CallBench(request => !request.IsWrite ? ScriptedNetwork.Json(200, Prepared.Replace("prepared", "canceled", StringComparison.Ordinal))
            : writes++ == 0 ? ScriptedNetwork.Lost()
            : ScriptedNetwork.Json(403, "{}"));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.TextKing.Start(Project).SendAsync(bench.Context()));

        Assert.Equal(CallOutcome.Refused, error.Outcome);
        Assert.Contains("is canceled, and a project can be changed, started, canceled or deleted only while it is prepared", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_is_answered_with_another_state_warns()
    {
        using var bench = ServiceBench.Answering(200, Prepared);

        await bench.TextKing.Start(Project).SendAsync(bench.Context);

        Assert.Contains(bench.Said(), entry => entry.Level == CallLogLevel.Warning && entry.Text.Contains("the state is prepared", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Projects_get_their_validations_a_few_at_a_time_and_in_order()
    {
        var ids = Enumerable.Range(1, 5).Select(i => $"0a6f7c1e-2b34-4d5e-8f90-{i:D12}").ToArray();
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Target.Contains("/jobs", StringComparison.Ordinal)
            ? List(Job(1, words: 5))
            : List([.. ids.Select(id => Prepared.Replace(Project, id, StringComparison.Ordinal))])));

        var page = await bench.TextKing.ValidateAsync(await bench.TextKing.GetProjectsAsync("prepared", bench.Context), 2, bench.Context);

        Assert.Equal(ids.Take(2), page.Items.Cast<TranslationProject>().Select(project => project.ProjectId));
        Assert.Equal(3, bench.Requests.Count);
        var rest = new List<object>();
        for (var next = page.Next; next is not null; next = page.Next)
        {
            page = await next(bench.Context);
            rest.AddRange(page.Items);
        }

        Assert.Equal(ids.Skip(2), rest.Cast<TranslationProject>().Select(project => project.ProjectId));
        Assert.All(rest.Cast<TranslationProject>(), project => Assert.True(project.PublishReady));
    }

    [Fact]
    public async Task A_project_whose_jobs_cannot_be_read_does_not_take_the_others_along()
    {
        const string Other = "0a6f7c1e-2b34-4d5e-8f90-000000000002";
        using var bench = new ServiceBench(request => request.Target.Contains(Other + "/jobs", StringComparison.Ordinal) ? WireReply.Of(404, "{}")
            : WireReply.Of(200, request.Target.Contains("/jobs", StringComparison.Ordinal) ? List(Job(1, words: 5)) : List(Prepared, Prepared.Replace(Project, Other, StringComparison.Ordinal))));

        var page = await bench.TextKing.ValidateAsync(await bench.TextKing.GetProjectsAsync(null, bench.Context), 4, bench.Context);

        Assert.Equal([true, null], page.Items.Cast<TranslationProject>().Select(project => project.PublishReady));
        Assert.Contains(bench.Said(), entry => entry.Level == CallLogLevel.Warning && entry.Text.Contains(Other, StringComparison.Ordinal));
    }

    private const string Prepared = $$"""{"id":"{{Project}}","name":"Spring","state":"prepared","currency":"EUR","net_price":null,"links":[]}""";

    private static async Task<ProjectOrder> OrderAsync(string project, params string[] jobs)
    {
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Target.Contains("/jobs", StringComparison.Ordinal) ? List(jobs) : project));
        return await bench.TextKing.GetOrderAsync(Project, bench.Context);
    }

    private static string Job(int number, int? words = null, bool active = true, string target = "fr", bool document = false)
    {
        var links = document ? """{"rel":"urn:textking:document","href":"https://elsewhere.example.org/d"}""" : string.Empty;
        var price = words is { } count ? FormattableString.Invariant($"{0.12m * count}") : "null";
        return $$"""
            {"id":"c0ffee00-1234-4abc-9def-{{number:D12}}","name":"Leaflet {{number}}","source_language":"en","target_language":"{{target}}","quality":"translation","state":"new",
             "words":{{(words is { } w ? w : "null")}},"net_price":{{price}},"currency":{{(words is null ? "null" : "\"EUR\"")}},"is_active":{{(active ? "true" : "false")}},"links":[{{links}}]}
            """;
    }

    private static string List(params string[] items) => $$"""{"page":1,"per_page":100,"total":{{items.Length}},"items":[{{string.Join(",", items)}}],"links":[]}""";
}
