using System.Management.Automation;
using System.Text.Json.Nodes;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Sorce;

/// <summary>The service replaces whole sets; here nothing is lost that was not named.</summary>
public sealed class ListingSetTests : IDisposable
{
    private readonly RecordingHost host = new(width: 2000);
    private readonly SandboxBench bench;

    public ListingSetTests() => bench = new SandboxBench(host);

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("job_s03", "-AddBudget @{ window = 'WEEKLY'; budgetCents = 100 }", """{"budgets":[{"window":"DAILY","budgetCents":9000},{"window":"LIFETIME","budgetCents":400000},{"window":"WEEKLY","budgetCents":100}]}""")]
    [InlineData("job_s03", "-AddBudget @{ window = 'DAILY'; budgetCents = 100 }", """{"budgets":[{"window":"DAILY","budgetCents":100},{"window":"LIFETIME","budgetCents":400000}]}""")]
    [InlineData("job_s03", "-RemoveBudget daily", """{"budgets":[{"window":"LIFETIME","budgetCents":400000}]}""")]
    [InlineData("job_s03", "-RemoveBudget DAILY -AddBudget '{\"window\":\"MONTHLY\",\"budgetCents\":7}'", """{"budgets":[{"window":"LIFETIME","budgetCents":400000},{"window":"MONTHLY","budgetCents":7}]}""")]
    [InlineData("job_s01", "-AddBudget @{ window = 'MONTHLY'; budgetCents = 300000 }", """{"budgets":[{"window":"MONTHLY","budgetCents":300000,"notes":"spring round"}]}""")]
    [InlineData("job_s01", "-AddQualification 'Has used Kafka'", """{"qualifications":[{"text":"Five years of C#","kind":"REQUIRED","order":0},{"text":"Has run PostgreSQL","kind":"PREFERRED","order":1},{"text":"Has used Kafka","kind":"REQUIRED","order":2}]}""")]
    [InlineData("job_s01", "-RemoveQualification 'has run postgresql'", """{"qualifications":[{"text":"Five years of C#","kind":"REQUIRED","order":0}]}""")]
    [InlineData("job_s03", "-AddQuestion 'Why us?' -RemoveQuestion 'Link to your portfolio'", """{"questions":[{"prompt":"Which studio?","order":1,"options":["Portland","Seattle"],"sandboxStyle":"CHOICE"},{"prompt":"Why us?","order":2}]}""")]
    public void What_joins_or_leaves_is_merged_with_what_is_there(string listing, string edit, string body)
    {
        var result = bench.Run($"Set-JobListing {listing} {edit}");

        Assert.Empty(result.AllErrors);
        Assert.Equal([$"GET /jobs/{listing}", $"PATCH /jobs/{listing}"], Paths());
        Assert.Equal(body, bench.Requests()[^1].Body);
    }

    [Theory]
    [InlineData("-AddLocation 'Salt Lake City'", "55022 58043 58013")]
    [InlineData("-RemoveLocation 'Portland, Oregon'", "58043")]
    [InlineData("-RemoveLocation 55022", "58043")]
    [InlineData("-RemoveLocation Seattle", "55022")]
    [InlineData("-RemoveLocation (Find-JobLocation Seattle) -AddLocation (Find-JobLocation Tulsa)", "55022 61007")]
    [InlineData("-AddLocation 'Portland, Oregon'", "55022 58043")]
    public void Places_join_and_leave_by_name_or_id(string edit, string ids)
    {
        var result = bench.Run($"(Set-JobListing job_s03 {edit}).Locations");

        Assert.Empty(result.AllErrors);
        Assert.Equal(ids, string.Join(' ', result.Output.Select(place => place.Properties["LocationId"].Value)));
    }

    [Fact]
    public void A_name_that_means_several_of_a_listings_places_is_refused()
    {
        bench.Run("Set-JobListing job_s03 -Location 'Portland, Maine', 'Portland, Oregon'");

        var error = Assert.Single(bench.Run("Set-JobListing job_s03 -RemoveLocation Portland").AllErrors);

        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "'Portland' names 2 of the locations", "Portland, Maine, United States (55021)", "(55022)");
    }

    [Fact]
    public void A_set_that_loses_entries_says_so_before_it_is_sent()
    {
        bench.Run("Set-JobListing job_s03 -Budgets @{ window = 'DAILY'; budgetCents = 5 } -Questions 'Why?' -WhatIf");

        Assert.Contains("'Sorce listing 'job_s03' (Product designer)'".Trim('\''), host.Shown, StringComparison.Ordinal);
        Assert.Contains("budgets = DAILY 5 cents", host.Shown, StringComparison.Ordinal);
        Assert.Contains("ReplaceSetLoss: budgets loses LIFETIME 400000 cents", host.Shown, StringComparison.Ordinal);
        Assert.Contains("ReplaceSetLoss: questions loses Link to your portfolio, Which studio?", host.Shown, StringComparison.Ordinal);
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void A_set_that_loses_nothing_names_no_hazard()
    {
        bench.Run("Set-JobListing job_s03 -Budgets @{ window = 'DAILY'; budgetCents = 5 }, @{ window = 'LIFETIME'; budgetCents = 6 } -WhatIf");

        Assert.Contains("What if:", host.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ReplaceSetLoss", host.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_leaves_because_it_was_named_is_said_and_is_no_hazard()
    {
        bench.Run("Set-JobListing job_s03 -RemoveBudget DAILY -WhatIf");

        Assert.Contains("removed from budgets: DAILY 9000 cents", host.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ReplaceSetLoss", host.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-JobListing job_s03 -Budgets @()")]
    [InlineData("Set-JobListing job_s03 -Clear budgets")]
    [InlineData("Set-JobListing job_s03 -Field @{ budgets = $null }")]
    [InlineData("Set-JobListing job_s03 -Field @{ budgets = @() }")]
    [InlineData("Set-JobListing job_s03 -RemoveBudget DAILY, LIFETIME")]
    [InlineData("@{ jobId = 'job_s03'; budgets = '[]' } | Set-JobListing")]
    [InlineData("@{ jobId = 'job_s03'; clear = 'budgets' } | Set-JobListing")]
    [InlineData("Set-JobListing job_s03 -SkipCheck -Clear budgets")]
    public void Spending_without_a_cap_never_comes_about_by_accident(string command)
    {
        var error = Assert.Single(bench.Run(command).AllErrors);

        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "job_s03", "unlimited", "Nothing was sent.", "-UnlimitedBudget");
        Assert.Empty(bench.Writes());
    }

    [Theory]
    [InlineData("Set-JobListing job_s03 -UnlimitedBudget -AddBudget @{ window = 'DAILY'; budgetCents = 5 }", "-UnlimitedBudget takes every budget away")]
    [InlineData("Set-JobListing job_s03 -Budgets @{ window = 'DAILY'; budgetCents = 5 } -AddBudget @{ window = 'WEEKLY'; budgetCents = 5 }", "The whole set 'budgets' is given")]
    [InlineData("@{ title = 'x'; budgets = '[]' } | New-JobListing", "unlimited")]
    public void What_contradicts_itself_is_refused(string command, string words)
    {
        Assert.Single(bench.Run(command + " -Confirm:$false").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, words, "Nothing was sent.");

        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void Of_many_rows_the_state_is_read_once_by_id_and_once_for_all()
    {
        var rows = Enumerable.Range(1, 9).Select(i => Rows.Of(("jobId", $"job_s0{i}"), ("budgets", """[{"window":"DAILY","budgetCents":700}]"""))).ToArray();

        var result = bench.Run("$rows | Set-JobListing", ("rows", rows));

        Assert.Empty(result.AllErrors);
        Assert.Equal(["GET /jobs", "GET /jobs/job_s01"], Paths().Where(path => path.StartsWith("GET", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(9, bench.Writes().Count);
    }

    [Fact]
    public void A_second_row_of_one_listing_merges_with_what_the_first_one_wrote()
    {
        var result = bench.Run("""
            @{ jobId = 'job_s02'; budgets = '[{"window":"DAILY","budgetCents":1}]' }, @{ jobId = 'job_s04'; title = 'x' } | Set-JobListing | Out-Null
            'job_s04', 'job_s02', 'job_s02' | Set-JobListing -AddBudget @{ window = 'MONTHLY'; budgetCents = 2 } | Out-Null
            (Get-JobListing job_s02).Budgets.Window; (Get-JobListing job_s04).Budgets.Window
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal(["DAILY", "MONTHLY", "WEEKLY", "MONTHLY"], result.Output.Select(window => window.BaseObject));
    }

    [Fact]
    public void Unknown_fields_survive_a_read_an_edit_and_a_write()
    {
        const string Listing = """
            {"id":"j","title":"T","status":"DRAFT","isFrozen":false,"perk":{"bread":true},"description":"","remoteOption":null,"remoteCountry":null,"jobType":null,"jobLevel":null,
             "salaryMin":null,"salaryMax":null,"salaryPeriod":null,"bidPerQualifiedApplicantCents":null,"locations":[{"locationId":7,"city":"C","geo":[1.50,2]}],
             "qualifications":[{"id":"q","text":"A","kind":"NICE","order":0,"weight":2.50}],"questions":[{"id":"a","prompt":"P","order":0,"options":[],"answerType":"CHOICE","hint":null}],
             "budgets":[{"window":"WEEKLY","budgetCents":100,"notes":null,"soft":{"limit":true}}]}
            """;
        using var server = new RecordingServer(call => new Reply(200, Listing));
        var result = bench.Run("""
            Connect-JobDraftService -Service Sorce -BaseUri $uri -Credential ([pscredential]::new('key', $key))
            $listing = Get-JobListing j
            $listing.perk.bread
            $budgets = $listing.Budgets; $budgets[0].BudgetCents = 110
            Set-JobListing j -Budgets $budgets -Questions $listing.Questions -Qualifications $listing.Qualifications -Locations $listing.Locations | Out-Null
            Set-JobListing j -AddBudget @{ window = 'DAILY'; budgetCents = 5 } -AddQuestion 'N?' -AddQualification B -AddLocation @{ locationId = 8 } | Out-Null
            """, ("uri", server.Origin + "/api/external/v1"), ("key", new System.Net.NetworkCredential(string.Empty, "sk_ext_x").SecurePassword));

        Assert.Empty(result.AllErrors);
        Assert.Equal(true, Assert.Single(result.Output).BaseObject);
        var written = server.Calls.Where(call => call.Method == "PATCH").Select(call => JsonNode.Parse(call.Body)!).ToArray();
        Assert.Equal(2, written.Length);
        Assert.All(written, body =>
        {
            Assert.Null(body["perk"]);
            Assert.Equal("""{"limit":true}""", body["budgets"]![0]!["soft"]!.ToJsonString());
            Assert.Equal("CHOICE", (string?)body["questions"]![0]!["answerType"]);
            Assert.True(body["questions"]![0]!.AsObject().ContainsKey("hint"));
            Assert.Equal("2.50", body["qualifications"]![0]!["weight"]!.ToJsonString());
            Assert.Null(body["qualifications"]![0]!["id"]);
            Assert.Equal("[1.50,2]", body["locations"]![0]!["geo"]!.ToJsonString());
        });
        Assert.Equal(110, (int)written[0]["budgets"]![0]!["budgetCents"]!);
        Assert.Equal(["WEEKLY", "DAILY"], written[1]["budgets"]!.AsArray().Select(budget => (string?)budget!["window"]));
    }

    private IEnumerable<string> Paths() => bench.Requests().Select(request => $"{request.Method} {request.Target.Replace("/api/external/v1", string.Empty, StringComparison.Ordinal)}");
}
