using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.TextKing;

public sealed class TextKingClientTests
{
    private const string JobAnswer = $$"""
        {"id":"{{BenchCalls.Job}}","number":null,"name":"Leaflet","source_language":"en","target_language":"fr","quality":"translation","topic":null,"briefing":"b",
         "state":"new","words":null,"net_price":null,"currency":null,"is_active":true,"links":[],"colour":"red"}
        """;

    [Fact]
    public async Task A_403_is_explained_by_the_state_of_the_project()
    {
        using var bench = Refusing(403, "Forbidden", WireReply.Of(200, Project("running")));

        var error = await BenchCalls.FailsAsync(() => bench.UpdateJob());

        Assert.Equal("TextKing.Http403", error.ErrorId);
        Assert.Contains($"project 'Spring' ({BenchCalls.Project}) is running", error.Message, StringComparison.Ordinal);
        Assert.Contains("only while its project is prepared", error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", error.Message, StringComparison.Ordinal);
        Assert.Equal("Forbidden", error.ServiceMessage);
        Assert.Equal("req-1", error.RequestId);
        Assert.Equal(["PUT", "GET"], bench.Requests.Select(request => request.Method));
        Assert.Equal($"/v1/project/{BenchCalls.Project}", bench.Requests[1].Target);
    }

    [Fact]
    public async Task A_403_of_a_prepared_project_has_another_cause_and_says_so()
    {
        using var bench = Refusing(403, "Forbidden", WireReply.Of(200, Project("prepared")));

        var error = await BenchCalls.FailsAsync(() => bench.UpdateJob());

        Assert.Contains("Forbidden. The project 'Spring'", error.Message, StringComparison.Ordinal);
        Assert.Contains("its state is not the cause", error.Message, StringComparison.Ordinal);
        Assert.Contains("Test-JobDraftConnection", error.RecommendedAction, StringComparison.Ordinal);
    }

    public static TheoryData<string> FailedReads() => [.. new[] { "404", "html", "reset", "stateless" }];

    [Theory]
    [MemberData(nameof(FailedReads))]
    public async Task A_403_stands_as_it_was_when_the_project_cannot_be_read(string read)
    {
        using var bench = Refusing(403, "Forbidden", read switch
        {
            "404" => WireReply.Of(404, """{"status":404,"message":"Not found"}"""),
            "html" => WireReply.Of(200, "<html></html>", "text/html"),
            "stateless" => WireReply.Of(200, $$"""{"id":"{{BenchCalls.Project}}","name":"Spring"}"""),
            _ => WireReply.Reset,
        });

        var error = await BenchCalls.FailsAsync(() => bench.UpdateJob());

        Assert.Equal("TextKing.Http403", error.ErrorId);
        Assert.Contains("(HTTP 403): Forbidden. Nothing was changed.", error.Message, StringComparison.Ordinal);
        Assert.Equal("req-1", error.RequestId);
    }

    [Fact]
    public async Task Other_refusals_read_no_project()
    {
        using var bench = Refusing(400, "Bad language", WireReply.Of(200, Project("running")));

        var error = await BenchCalls.FailsAsync(() => bench.UpdateJob());

        Assert.Equal("TextKing.Http400", error.ErrorId);
        Assert.Single(bench.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(406)]
    [InlineData(500)]
    public void The_status_alone_decides(int status)
    {
        var error = Refusal.Of(JobService.TextKing, "PUT", status, $$"""{"status":{{status}},"message":"Why not"}""");

        Assert.Equal($"TextKing.Http{status}", error.ErrorId);
        Assert.Equal("Why not", error.ServiceMessage);
        Assert.Equal(status >= 500 ? CallOutcome.Unknown : CallOutcome.Refused, error.Outcome);
    }

    [Fact]
    public void At_most_500_characters_of_a_message_are_shown()
    {
        var error = Refusal.Of(JobService.TextKing, "PUT", 400, $$"""{"status":400,"message":"{{new string('x', 9000)}}"}""");

        Assert.InRange(error.Message.Length, 500, 700);
    }

    [Fact]
    public async Task An_id_in_upper_case_is_the_same_job()
    {
        using var bench = ServiceBench.Answering(200, JobAnswer.Replace(BenchCalls.Job, BenchCalls.Job.ToUpperInvariant(), StringComparison.Ordinal));

        var job = await bench.UpdateJob();

        Assert.Equal(BenchCalls.Job.ToUpperInvariant(), job.JobId);
        Assert.DoesNotContain(bench.Said(), entry => entry.Level == CallLogLevel.Warning);
    }

    [Fact]
    public async Task Another_id_in_the_answer_is_a_warning_and_no_failure()
    {
        using var bench = ServiceBench.Answering(200, JobAnswer.Replace(BenchCalls.Job, "c0ffee00-1234-4abc-9def-000000000002", StringComparison.Ordinal));

        await bench.UpdateJob();

        Assert.Contains(bench.Said(), entry => entry.Level == CallLogLevel.Warning && entry.Text.Contains("000000000002", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0a6f7c1e-2b34-4d5e-8f90-11223344556")]
    [InlineData("0a6f7c1e2b344d5e8f90112233445566")]
    [InlineData("{0a6f7c1e-2b34-4d5e-8f90-112233445566}")]
    [InlineData("job")]
    [InlineData("")]
    public async Task What_is_no_uuid_is_refused_before_anything_is_sent(string id)
    {
        using var bench = ServiceBench.Answering(200, JobAnswer);

        var error = await BenchCalls.FailsAsync(() => bench.UpdateJob(id));

        Assert.Equal("JobDrafts.BadValue", error.ErrorId);
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public async Task Members_that_nobody_knows_are_kept_and_the_gaps_are_worked_out()
    {
        using var bench = ServiceBench.Answering(200, JobAnswer);

        var job = await bench.TextKing.GetJobAsync(BenchCalls.Project, BenchCalls.Job, bench.Context);

        Assert.Equal("red", Assert.Single(job.AdditionalData, pair => pair.Key == "colour").Value);
        Assert.Equal(ValidationSource.Client, job.Validation!.Source);
        Assert.Equal(["document"], job.Validation.MissingFields.Select(gap => gap.Field));
    }

    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(2, 2, false)]
    [InlineData(0, 3, false)]
    [InlineData(3, 1, true)]
    public async Task Paging_goes_on_while_more_is_counted_and_something_came(int items, int total, bool more)
    {
        using var bench = ServiceBench.Answering(200, Page(1, items, total));

        var found = await bench.TextKing.GetJobsAsync(BenchCalls.Project, bench.Context);

        Assert.Equal(items, found.Items.Count);
        Assert.Equal(more, found.Next is not null);
        Assert.Equal($"/v1/project/{BenchCalls.Project}/jobs?page=1&per_page=100", bench.Requests.Single().Target);
    }

    [Fact]
    public async Task A_server_that_gives_one_page_for_every_number_is_not_asked_for_ever()
    {
        using var bench = ServiceBench.Answering(200, Page(1, 2, 1000));

        var first = await bench.TextKing.GetJobsAsync(BenchCalls.Project, bench.Context);
        var second = await first.Next!(bench.Context);

        Assert.Empty(second.Items);
        Assert.Null(second.Next);
        Assert.EndsWith("?page=2&per_page=100", bench.Requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_links_host_is_never_asked()
    {
        using var elsewhere = new WireServer(_ => WireReply.Of(200, JobAnswer));
        using var bench = ServiceBench.Answering(200, JobAnswer.Replace("\"links\":[]", $$"""
            "links":[{"rel":"self","href":"{{elsewhere.Origin}}/v1/x"},{"rel":"urn:textking:document","href":"{{elsewhere.Origin}}/v1/d"}]
            """, StringComparison.Ordinal));

        var job = await bench.TextKing.GetJobAsync(BenchCalls.Project, BenchCalls.Job, bench.Context);

        Assert.True(job.HasDocument);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_location_on_a_put_is_no_redirect()
    {
        using var elsewhere = new WireServer(_ => WireReply.Of(200, JobAnswer));
        using var bench = ServiceBench.Answering(200, JobAnswer, "application/json; charset=utf-8", ("Location", elsewhere.Origin + "/x"), ("Content-Location", elsewhere.Origin + "/x"));

        Assert.Equal("Leaflet", (await bench.UpdateJob()).Name);
        Assert.Empty(elsewhere.Requests);
    }

    private static string Page(int page, int items, int total) =>
        $$"""{"page":{{page}},"per_page":2,"total":{{total}},"items":[{{string.Join(",", Enumerable.Repeat(JobAnswer, items))}}],"links":[]}""";

    private static ServiceBench Refusing(int status, string message, WireReply project) => new(request => request.Method == "PUT"
        ? WireReply.Of(status, $$"""{"status":{{status}},"message":"{{message}}"}""", "application/json", ("X-Request-Id", "req-1"))
        : project);

    private static string Project(string state) => $$"""{"id":"{{BenchCalls.Project}}","name":"Spring","state":"{{state}}","due_date":"2026-05-04T00:00:00"}""";
}
