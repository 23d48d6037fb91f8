using System.Globalization;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.OpenTrain;

/// <summary>Reads that need no token, and the lists.</summary>
public sealed class MarketplaceTests
{
    private const string Html = "<html><body>Bad gateway</body></html>";

    public static TheoryData<string> Reads => ["listing", "search", "facets", "changes", "mine", "capabilities", "me"];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_page_of_a_proxy_in_place_of_an_answer_is_survived(string read)
    {
        using var bench = ServiceBench.Answering(502, Html, "text/html");

        var error = await BenchCalls.FailsAsync(() => ReadAsync(read, bench.OpenTrain, bench.Context));

        Assert.Equal(("OpenTrain.Http502", 502), (error.ErrorId, error.StatusCode));
        Assert.Contains("the body is a page, not the service's answer", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_good_status_with_something_else_in_it_is_an_error_and_not_a_crash(string read)
    {
        foreach (var body in new[] { "", "null", "[]", "7", "{}", """{"jobs":[{}]}""", """{"jobs":7,"changes":{},"until":"never"}""", """{"jobs":[null]}""" })
        {
            using var bench = ServiceBench.Answering(200, body);

            var error = await BenchCalls.FailsAsync(() => ReadAsync(read, bench.OpenTrain, bench.Context));

            Assert.Equal(FailureKind.Unreadable, error.Kind);
        }
    }

    [Fact]
    public async Task More_reads_than_a_minute_allows_wait_here_instead_of_being_refused()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(200, """{"id":"job_1"}"""));
        var begin = bench.Time.GetUtcNow();

        for (var i = 0; i < 121; i++)
        {
            await bench.OpenTrain.Listed("job_1")(bench.Context());
        }

        Assert.All(bench.Requests.Take(120), request => Assert.True(request.At - begin < TimeSpan.FromMinutes(1)));
        Assert.True(bench.Requests[120].At - bench.Requests[0].At >= TimeSpan.FromMinutes(1));
        Assert.All(bench.Requests, request => Assert.Null(request.Message.Headers.Authorization));
    }

    [Fact]
    public async Task A_refusal_for_too_many_open_reads_does_not_hold_up_a_write()
    {
        using var bench = new CallBench(request => request.IsWrite ? CallBench.Good(request) : ScriptedNetwork.Json(429, "{}", ("Retry-After", "4000")));

        var error = await BenchCalls.FailsAsync(() => bench.OpenTrain.GetFacetsAsync(bench.Context()));
        var begin = bench.Time.GetUtcNow();
        await bench.Update("job_1").SendAsync(bench.Context());

        Assert.Equal("OpenTrain.QuotaExceeded", error.ErrorId);
        Assert.True(bench.Time.GetUtcNow() - begin < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_listing_keeps_what_nobody_knows()
    {
        using var bench = ServiceBench.Answering(200, """
            {"id":"job_1","title":"Signs","skills":["boxes"],"validThrough":"2026-08-05T00:00:00.000Z","rank":2,
             "pay":{"paymentType":"PAY_PER_HOUR","currency":"USD","hourlyMin":20,"hourlyMax":25.50,"bonus":"yes"}}
            """);

        var job = (PublishedJob)(await bench.OpenTrain.Listed("job_1")(bench.Context)).Items.Single();

        Assert.Equal(new DateTimeOffset(2026, 8, 5, 0, 0, 0, TimeSpan.Zero), job.ValidThrough);
        Assert.Equal("20 to 25.50 USD an hour", job.Pay!.ToString());
        Assert.Equal("yes", job.Pay.AdditionalData["bonus"]);
        Assert.Equal(2L, job.AdditionalData["rank"]);
        Assert.Null(job.PublishReady);
    }

    [Theory]
    [InlineData("""{"paymentType":"PAY_PER_LABEL","currency":"USD","perLabelRate":0.06}""", "0.06 USD a label")]
    [InlineData("""{"paymentType":"FIXED_PRICE","currency":"USD","fixedPrice":1500}""", "1500 USD in all")]
    [InlineData("""{"paymentType":"PAY_PER_HOUR","currency":"USD","hourlyRate":21}""", "21 USD an hour")]
    [InlineData("""{"paymentType":"BARTER"}""", "BARTER")]
    public async Task The_pay_reads_as_a_person_would_say_it(string pay, string text)
    {
        using var bench = ServiceBench.Answering(200, $$"""{"id":"job_1","pay":{{pay}}}""");

        Assert.Equal(text, ((PublishedJob)(await bench.OpenTrain.Listed("job_1")(bench.Context)).Items.Single()).Pay!.ToString());
    }

    [Fact]
    public async Task Facets_that_the_service_adds_are_counted_too()
    {
        using var bench = ServiceBench.Answering(200, """{"totalJobs":9,"languages":[{"value":"English","count":4,"share":0.5}],"seniorities":[{"value":"Expert","count":1}],"region":"EU","generatedAt":"2026-06-10T11:02:00.000Z"}""");

        var facets = (await bench.OpenTrain.GetFacetsAsync(bench.Context)).Items.Cast<PublishedJobFacet>().ToArray();

        Assert.Equal(["languages English: 4", "seniorities Expert: 1"], facets.Select(facet => facet.ToString()));
        Assert.Equal((9L, 0.5m, "EU"), (facets[0].TotalJobs, facets[0].AdditionalData["share"], facets[0].AdditionalData["region"]));
    }

    [Fact]
    public async Task Changes_beyond_the_most_that_one_answer_holds_are_read_on()
    {
        var answers = new Queue<string>([Changes(5000, "2026-01-02T00:00:00.000Z"), Changes(3, "2026-01-03T00:00:00.000Z")]);
        using var bench = new ServiceBench(_ => JobDraftsPS.Tests.Shared.WireReply.Of(200, answers.Dequeue()));

        var first = await bench.OpenTrain.GetChangesAsync(Moment("2026-01-01"), bench.Context);
        var second = await first.Next!(bench.Context);

        Assert.Equal((5000, 3), (first.Items.Count, second.Items.Count));
        Assert.Null(second.Next);
        Assert.EndsWith("since=2026-01-02T00%3a00%3a00.000Z", bench.Requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_that_go_no_further_end_with_a_warning_and_not_in_a_circle()
    {
        using var bench = ServiceBench.Answering(200, Changes(5000, "2026-01-01T00:00:00.000Z"));

        var page = await bench.OpenTrain.GetChangesAsync(Moment("2026-01-01"), bench.Context);

        Assert.Null(page.Next);
        Assert.Contains(bench.Said(), entry => entry.Level == CallLogLevel.Warning && entry.Text.Contains("there may be more", StringComparison.Ordinal));
    }

    private static string Changes(int count, string until) =>
        $$"""{"since":"x","until":"{{until}}","changes":[{{string.Join(",", Enumerable.Range(1, count).Select(number => $$"""{"jobId":"j{{number}}","eventType":"UPDATED","occurredAt":"{{until}}"}"""))}}]}""";

    private static DateTimeOffset Moment(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static async Task ReadAsync(string read, OpenTrainClient client, CallContext context)
    {
        switch (read)
        {
            case "listing": await client.Listed("job_1")(context); break;
            case "search": await client.Search(new JobSearch())(context); break;
            case "facets": await client.GetFacetsAsync(context); break;
            case "changes": await client.GetChangesAsync(Moment("2026-01-01"), context); break;
            case "mine": await client.Mine(["DRAFT"]).ListAsync(context); break;
            case "capabilities": await client.GetCapabilitiesAsync(false, context); break;
            default: await client.TestAsync(context); break;
        }
    }
}
