using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Sorce;

/// <summary>Each assumption is one line: turned, the client does the other thing.</summary>
public sealed class SorceAssumptionTests
{
    private const string Listing = """{"id":"j","title":"T","status":"DRAFT"}""";

    [Fact]
    public async Task The_paths_of_the_changes_of_status_have_their_verbs_from_here()
    {
        using var bench = ServiceBench.Answering(200, Listing);
        var usual = Client(bench, new());
        var other = Client(bench, new() { PauseVerb = "hold", ResumeVerb = "unhold", CloseVerb = "end" });

        foreach (var call in new[] { usual.Suspend("j"), usual.Resume("j"), usual.Close("j"), other.Suspend("j"), other.Resume("j"), other.Close("j") })
        {
            await call.SendAsync(bench.Context);
        }

        Assert.Equal(["pause", "resume", "close", "hold", "unhold", "end"], bench.Requests.Select(request => request.Target.Split('/')[^1]));
    }

    [Theory]
    [InlineData("""[{"locationId":7}]""", false, "city, stateProvince and country are needed")]
    [InlineData("""[{"locationId":7}]""", true, null)]
    [InlineData("""[{"locationId":7,"city":"C","stateProvince":"S","country":"U"}]""", false, null)]
    public void A_location_may_need_more_than_its_id(string given, bool idIsEnough, string? problem) =>
        Expect(problem, new() { LocationIdIsEnough = idIsEnough }, "locations", given);

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void What_the_service_does_not_take_may_have_to_stay_here(bool areIgnored, bool isSent)
    {
        var read = Read(new() { UnknownMembersAreIgnored = areIgnored }, "locations", """[{"locationId":7,"displayName":"C, S"}]""");

        Assert.Equal(isSent, Assert.IsType<Dictionary<string, object?>>(Assert.Single(read)).ContainsKey("displayName"));
    }

    [Theory]
    [InlineData(true, "text is needed")]
    [InlineData(false, null)]
    public void Blanks_may_count_as_text(bool areEmpty, string? problem) =>
        Expect(problem, new() { BlanksCountAsEmpty = areEmpty }, "qualifications", """[{"text":" ","kind":"REQUIRED"}]""");

    [Theory]
    [InlineData("NICE", null)]
    [InlineData("NICE", "REQUIRED, PREFERRED", "REQUIRED", "PREFERRED")]
    [InlineData("preferred", null, "REQUIRED", "PREFERRED")]
    public void The_kinds_of_a_qualification_may_be_known(string kind, string? problem, params string[] kinds) =>
        Expect(problem, new() { QualificationKinds = kinds }, "qualifications", $$"""[{"text":"A","kind":"{{kind}}"}]""");

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "options are needed")]
    public void A_question_may_need_options(bool needs, string? problem) =>
        Expect(problem, new() { QuestionsNeedOptions = needs }, "questions", """[{"prompt":"P"}]""");

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "0 is below 1")]
    public void A_cap_of_nothing_may_be_refused(long smallest, string? problem) =>
        Expect(problem, new() { SmallestBudgetCents = smallest }, "budgets", """[{"window":"DAILY","budgetCents":0}]""");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Notes_that_are_null_may_have_to_be_left_out(bool mayBeNull)
    {
        var read = Read(new() { BudgetNotesMayBeNull = mayBeNull }, "budgets", """[{"window":"DAILY","budgetCents":0,"notes":null}]""");

        Assert.Equal(mayBeNull, Assert.IsType<Dictionary<string, object?>>(Assert.Single(read)).ContainsKey("notes"));
    }

    [Theory]
    [InlineData(true, "2 budgets for DAILY")]
    [InlineData(false, null)]
    public void Two_budgets_for_one_window_may_be_left_to_the_service(bool areRefused, string? problem) =>
        Expect(problem, new() { DoubledBudgetWindowsAreRefused = areRefused }, "budgets", """[{"window":"DAILY","budgetCents":0},{"window":"DAILY","budgetCents":1}]""");

    [Fact]
    public void A_draft_may_do_without_a_title()
    {
        using var bench = ServiceBench.Answering(200, Listing);

        Assert.Throws<JobDraftsApiException>(() => Client(bench, new()).Edits.Create([new("description", "D")], publish: false, skipCheck: false));
        Assert.Equal("""{"description":"D","publish":false}""", Client(bench, new() { DraftsNeedTitle = false }).Edits.Create([new("description", "D")], publish: false, skipCheck: false).Json);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Null_may_not_clear_a_single_value(bool clears)
    {
        using var bench = ServiceBench.Answering(200, Listing);

        var fields = Client(bench, new() { NullClearsScalars = clears }).Fields;

        Assert.Equal(clears, fields.Find("salaryMin")!.CanClear);
        Assert.Equal(clears, fields.Find("jobLevel")!.CanClear);
        Assert.False(fields.Find("title")!.CanClear);
        Assert.True(fields.Find("locations")!.CanClear);
    }

    [Theory]
    [InlineData(true, """{"questions":[]}""")]
    [InlineData(false, """{"questions":null}""")]
    public void A_set_is_emptied_in_the_form_that_the_service_takes(bool nullIsRefused, string body)
    {
        using var bench = ServiceBench.Answering(200, Listing);
        var client = Client(bench, new() { NullArraysAreRefused = nullIsRefused });

        Assert.Equal(body, client.Edits.Update("j", [new("questions", null)], client.NewMerges(), false, null, false).Json);
    }

    [Theory]
    [InlineData("""[{"id":"j"}]""", true)]
    [InlineData("""{"items":[{"id":"j"}]}""", true)]
    [InlineData("""{"jobs":[{"id":"j"}]}""", true)]
    [InlineData("""{"data":[{"id":"j"}]}""", true)]
    [InlineData("""{"listings":[{"id":"j"}]}""", true)]
    [InlineData("""{"data":{"results":[{"id":"j"}]}}""", true)]
    [InlineData("""{"listings":[{"id":"j"}],"others":[{"id":"k"}]}""", false)]
    [InlineData("""{"listings":[{"id":"j"}]}""", true, "listings")]
    [InlineData("""{"items":[{"title":"no id"}]}""", false)]
    [InlineData("""{"items":[5]}""", false)]
    [InlineData("""{"items":{}}""", false)]
    public async Task The_list_is_found_in_each_form_that_it_may_have(string body, bool isFound, string? wrapper = null)
    {
        using var bench = ServiceBench.Answering(200, body);
        var client = Client(bench, wrapper is null ? new() : new() { ListProperties = [wrapper] });

        var read = () => client.GetListingsAsync(bench.Context);

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
        for (var page = await Client(bench, new() { FollowsCursor = follows }).GetListingsAsync(bench.Context); page is not null; page = page.Next is { } next ? await next(bench.Context) : null)
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
        var client = Client(bench, new());

        var edit = () => client.Edits.Update("j", [new(name, "ACTIVE")], client.NewMerges(), false, null, skipCheck: true);
        var create = () => client.Edits.Create([new("title", "T"), new(name, true)], publish: false, skipCheck: true);

        Assert.All([edit, create], refused => Assert.Contains($"'{name}' is no field", Assert.Throws<JobDraftsApiException>(refused).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_paused_listing_may_be_left_incomplete(bool countsAsLive, bool isRefused)
    {
        using var bench = ServiceBench.Answering(200, """{"id":"j","status":"PAUSED","title":"T","qualifications":[{"text":"A","kind":"REQUIRED","order":0}]}""");
        var client = Client(bench, new() { PausedCountsAsLive = countsAsLive });
        var state = await client.GetStateAsync("j", bench.Context);

        var edit = () => client.Edits.Update("j", [new("qualifications", null)], client.NewMerges(), false, state, skipCheck: false);

        Assert.Equal(isRefused, Record.Exception(edit) is JobDraftsApiException { Code: "VALIDATION_FAILED" });
        Assert.Null(Record.Exception(() => client.Edits.Update("j", [new("qualifications", null)], client.NewMerges(), false, state, skipCheck: true)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Locked_sets_may_be_left_to_the_service(bool areRefused)
    {
        using var bench = ServiceBench.Answering(200, """{"id":"j","status":"DRAFT","isFrozen":true,"questions":[]}""");
        var client = Client(bench, new() { FrozenSetsAreRefused = areRefused });
        var state = await client.GetStateAsync("j", bench.Context);

        var problem = Record.Exception(() => client.Edits.Update("j", [new("questions", null)], client.NewMerges(), false, state, skipCheck: false));

        Assert.Equal(areRefused, problem is JobDraftsApiException { ErrorId: "Sorce.JOB_FROZEN" });
    }

    [Theory]
    [InlineData(10, "may mean 2 places")]
    [InlineData(2, "may mean at least 2 places")]
    public async Task So_many_places_that_there_may_be_more_are_said_to_be_that(int most, string words)
    {
        using var bench = ServiceBench.Answering(200, """{"items":[{"locationId":1,"displayName":"A, X"},{"locationId":2,"displayName":"A, Y"}]}""");

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => Client(bench, new() { MaxSearchItems = most }).LookUpAsync("A", bench.Context));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_may_do_without_a_text()
    {
        using var bench = ServiceBench.Answering(200, """{"items":[]}""");

        await Assert.ThrowsAsync<JobDraftsApiException>(() => Client(bench, new()).FindLocationsAsync(" ", null, bench.Context));
        Assert.Empty(await Client(bench, new() { SearchNeedsText = false }).FindLocationsAsync(" ", null, bench.Context));
    }

    [Theory]
    [InlineData("salaryMax")]
    [InlineData("salaryMin")]
    public void Reversed_salaries_are_reported_on_the_field_that_is_known(string field)
    {
        using var bench = ServiceBench.Answering(200, Listing);
        var client = Client(bench, new() { ReversedSalariesField = field });

        var error = Assert.Throws<JobDraftsApiException>(() => client.Edits.Create([new("title", "T"), new("salaryMin", 9L), new("salaryMax", 5L)], publish: true, skipCheck: false));

        Assert.Equal("salaryMin may not be above salaryMax.", error.FieldErrors[field]);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(5)]
    public async Task A_refusal_for_the_number_that_names_no_wait_holds_for_a_time_that_is_set_here(int seconds)
    {
        using var bench = new CallBench(request => request.Path.EndsWith("/jobs/j", StringComparison.Ordinal)
            ? ScriptedNetwork.Json(429, """{"error":{"code":"RATE_LIMITED"}}""")
            : ScriptedNetwork.Json(200, "{}"));
        var client = new SorceClient(bench.SorceConnection, new SorceAssumptions { DefaultRetryAfter = TimeSpan.FromSeconds(seconds) });
        var before = bench.Time.GetUtcNow();

        await Assert.ThrowsAsync<JobDraftsApiException>(() => client.GetListingAsync("j", bench.Context()));

        // Four repetitions, each after the wait and at most a second of jitter.
        Assert.InRange((bench.Time.GetUtcNow() - before).TotalSeconds, 4 * seconds, (4 * seconds) + 30);
    }

    private static SorceClient Client(ServiceBench bench, SorceAssumptions assumptions) => new(bench.SorceConnection, assumptions);

    private static object[] Read(SorceAssumptions assumptions, string field, string json)
    {
        using var bench = ServiceBench.Answering(200, Listing);
        return (object[])FieldValues.Read(Client(bench, assumptions).Fields.Find(field)!, json);
    }

    private static void Expect(string? problem, SorceAssumptions assumptions, string field, string json)
    {
        if (problem is null)
        {
            Assert.NotEmpty(Read(assumptions, field, json));
        }
        else
        {
            Assert.Contains(problem, Assert.Throws<FieldValueException>(() => Read(assumptions, field, json)).Message, StringComparison.Ordinal);
        }
    }
}
