using System.Text.Json;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Sorce;

/// <summary>What the module does where Sorce's documentation is silent.</summary>
public sealed class SorceAssumptionTests
{
    private const string Listing = """{"id":"j","title":"T","status":"DRAFT"}""";

    [Fact]
    public async Task The_paths_of_the_changes_of_status_end_in_their_verbs()
    {
        using var bench = ServiceBench.Answering(200, Listing);

        foreach (var call in new[] { bench.Sorce.Suspend("j"), bench.Sorce.Resume("j"), bench.Sorce.Close("j") })
        {
            await call.SendAsync(bench.Context);
        }

        Assert.Equal(["pause", "resume", "close"], bench.Requests.Select(request => request.Target.Split('/')[^1]));
    }

    [Theory]
    [InlineData("locations", """[{"locationId":7,"displayName":"C, S"}]""", null)]
    [InlineData("qualifications", """[{"text":" ","kind":"REQUIRED"}]""", "text is needed")]
    [InlineData("qualifications", """[{"text":"A","kind":"NICE"}]""", null)]
    [InlineData("questions", """[{"prompt":"P"}]""", null)]
    [InlineData("budgets", """[{"window":"DAILY","budgetCents":0}]""", null)]
    [InlineData("budgets", """[{"window":"DAILY","budgetCents":-1}]""", "-1 is below 0")]
    [InlineData("budgets", """[{"window":"DAILY","budgetCents":0,"notes":null}]""", null)]
    [InlineData("budgets", """[{"window":"DAILY","budgetCents":0},{"window":"DAILY","budgetCents":1}]""", "2 budgets for DAILY")]
    public void An_entry_of_a_set_is_taken_as_it_is_or_refused_by_name(string field, string given, string? problem)
    {
        if (problem is not null)
        {
            Assert.Contains(problem, Assert.Throws<FieldValueException>(() => Read(field, given)).Message, StringComparison.Ordinal);
            return;
        }

        using var document = JsonDocument.Parse(given);
        Assert.All(document.RootElement[0].EnumerateObject(), member => Assert.Contains(member.Name, Assert.IsType<Dictionary<string, object?>>(Assert.Single(Read(field, given))).Keys));
    }

    [Fact]
    public void A_draft_needs_a_title_unless_the_service_is_to_decide()
    {
        using var bench = ServiceBench.Answering(200, Listing);

        Assert.Throws<JobDraftsApiException>(() => bench.Sorce.Edits.Create([new("description", "D")], publish: false, skipCheck: false));
        Assert.Equal("""{"description":"D","publish":false}""", bench.Sorce.Edits.Create([new("description", "D")], publish: false, skipCheck: true).Json);
    }

    [Fact]
    public void Null_clears_a_single_value_but_never_the_title()
    {
        Assert.All(new[] { "salaryMin", "jobLevel", "locations" }, name => Assert.True(ListingFields.Known.Find(name)!.CanClear));
        Assert.False(ListingFields.Known.Find("title")!.CanClear);
    }

    [Fact]
    public void A_set_is_emptied_with_an_empty_list()
    {
        using var bench = ServiceBench.Answering(200, Listing);

        Assert.Equal("""{"questions":[]}""", bench.Sorce.Edits.Update("j", [new("questions", null)], bench.Sorce.NewMerges(), false, null, false).Json);
    }

    [Theory]
    [InlineData("""[{"id":"j"}]""", true)]
    [InlineData("""{"items":[{"id":"j"}]}""", true)]
    [InlineData("""{"jobs":[{"id":"j"}]}""", true)]
    [InlineData("""{"data":[{"id":"j"}]}""", true)]
    [InlineData("""{"listings":[{"id":"j"}]}""", true)]
    [InlineData("""{"data":{"results":[{"id":"j"}]}}""", true)]
    [InlineData("""{"listings":[{"id":"j"}],"others":[{"id":"k"}]}""", false)]
    [InlineData("""{"items":[{"title":"no id"}]}""", false)]
    [InlineData("""{"items":[5]}""", false)]
    [InlineData("""{"items":{}}""", false)]
    public async Task The_list_is_found_in_each_form_that_it_may_have(string body, bool isFound)
    {
        using var bench = ServiceBench.Answering(200, body);

        var read = () => bench.Sorce.GetListingsAsync(bench.Context);

        if (isFound)
        {
            Assert.Equal("j", Assert.IsType<JobListing>(Assert.Single((await read()).Items)).JobId);
        }
        else
        {
            Assert.Contains("a list of listings", (await Assert.ThrowsAsync<JobDraftsApiException>(read)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task Pages_are_followed_only_where_that_is_known(bool follows, int pages)
    {
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Target switch
        {
            "/api/external/v1/jobs" => """{"items":[{"id":"a"}],"nextCursor":"two &"}""",
            "/api/external/v1/jobs?cursor=two%20%26" => """{"items":[{"id":"b"}],"nextCursor":"3"}""",
            _ => """{"items":[{"id":"c"}],"nextCursor":null}""",
        }));
        var found = new List<object>();
        for (var page = await new SorceClient(bench.SorceConnection, follows).GetListingsAsync(bench.Context); page is not null; page = page.Next is { } next ? await next(bench.Context) : null)
        {
            found.AddRange(page.Items);
        }

        Assert.Equal(pages, found.Count);
        Assert.Equal(pages, bench.Requests.Count);
        Assert.Equal(follows ? 0 : 1, bench.Said().Count(entry => entry.Level == CallLogLevel.Warning && entry.Text.Contains("more listings", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("Status")]
    [InlineData("publish")]
    public void A_status_is_never_written_among_fields(string name)
    {
        using var bench = ServiceBench.Answering(200, Listing);
        var client = bench.Sorce;

        var edit = () => client.Edits.Update("j", [new(name, "ACTIVE")], client.NewMerges(), false, null, skipCheck: true);
        var create = () => client.Edits.Create([new("title", "T"), new(name, true)], publish: false, skipCheck: true);

        Assert.All([edit, create], refused => Assert.Contains($"'{name}' is no field", Assert.Throws<JobDraftsApiException>(refused).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paused_listing_may_not_be_left_incomplete()
    {
        using var bench = ServiceBench.Answering(200, """{"id":"j","status":"PAUSED","title":"T","qualifications":[{"text":"A","kind":"REQUIRED","order":0}]}""");
        var client = bench.Sorce;
        var state = await client.GetStateAsync("j", bench.Context);

        var edit = () => client.Edits.Update("j", [new("qualifications", null)], client.NewMerges(), false, state, skipCheck: false);

        Assert.Equal("VALIDATION_FAILED", Assert.Throws<JobDraftsApiException>(edit).Code);
        Assert.Null(Record.Exception(() => client.Edits.Update("j", [new("qualifications", null)], client.NewMerges(), false, state, skipCheck: true)));
    }

    [Fact]
    public async Task Locked_sets_are_refused_before_they_are_sent()
    {
        using var bench = ServiceBench.Answering(200, """{"id":"j","status":"DRAFT","isFrozen":true,"questions":[]}""");
        var client = bench.Sorce;
        var state = await client.GetStateAsync("j", bench.Context);

        var refused = Assert.Throws<JobDraftsApiException>(() => client.Edits.Update("j", [new("questions", null)], client.NewMerges(), false, state, skipCheck: false));

        Assert.Equal("Sorce.JOB_FROZEN", refused.ErrorId);
    }

    [Theory]
    [InlineData(9, "may mean 9 places")]
    [InlineData(10, "may mean at least 10 places")]
    public async Task So_many_places_that_there_may_be_more_are_said_to_be_that(int found, string words)
    {
        var places = Enumerable.Range(1, found).Select(number => $$"""{"locationId":{{number}},"displayName":"A, {{number}}"}""");
        using var bench = ServiceBench.Answering(200, $$"""{"items":[{{string.Join(",", places)}}]}""");

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.LookUpAsync("A", bench.Context));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_needs_a_text()
    {
        using var bench = ServiceBench.Answering(200, """{"items":[]}""");

        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.FindLocationsAsync(" ", null, bench.Context));
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public void Reversed_salaries_are_reported_on_the_upper_one()
    {
        using var bench = ServiceBench.Answering(200, Listing);

        var error = Assert.Throws<JobDraftsApiException>(() => bench.Sorce.Edits.Create([new("title", "T"), new("salaryMin", 9L), new("salaryMax", 5L)], publish: true, skipCheck: false));

        Assert.Equal("salaryMin may not be above salaryMax.", error.FieldErrors["salaryMax"]);
    }

    [Fact]
    public async Task A_refusal_for_the_number_that_names_no_wait_holds_for_a_minute()
    {
        using var bench = new CallBench(request => request.Path.EndsWith("/jobs/j", StringComparison.Ordinal)
            ? ScriptedNetwork.Json(429, """{"error":{"code":"RATE_LIMITED"}}""")
            : ScriptedNetwork.Json(200, "{}"));
        var before = bench.Time.GetUtcNow();

        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.GetListingAsync("j", bench.Context()));

        // Four repetitions, each after the wait and at most a second of jitter.
        Assert.InRange((bench.Time.GetUtcNow() - before).TotalSeconds, 4 * 60, (4 * 60) + 30);
    }

    private static object[] Read(string field, string json) => (object[])FieldValues.Read(ListingFields.Known.Find(field)!, json);
}
