using System.Text.Json;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceEditTests
{
    private readonly SorceBench bench = new();

    [Fact]
    public void What_is_not_sent_stays()
    {
        var before = bench.Get("/jobs/job_s03");
        var after = bench.Patch("job_s03", """{"title":"Lead designer"}""").Expect(200);
        Assert.Equal("Lead designer", after["title"].GetString());
        foreach (var field in before.Json.EnumerateObject().Where(field => field.Name != "title"))
        {
            Assert.Equal(field.Value.GetRawText(), after[field.Name].GetRawText());
        }
    }

    [Fact]
    public void An_empty_edit_is_answered_with_the_job_unchanged() =>
        Assert.Equal(bench.Get("/jobs/job_live01").Text, bench.Patch("job_live01", "{}").Expect(200).Text);

    [Theory]
    [InlineData("remoteOption")]
    [InlineData("remoteCountry")]
    [InlineData("jobType")]
    [InlineData("jobLevel")]
    [InlineData("salaryMin")]
    [InlineData("salaryMax")]
    [InlineData("salaryPeriod")]
    [InlineData("bidPerQualifiedApplicantCents")]
    public void Null_clears_a_scalar_of_a_draft(string field)
    {
        bench.Patch("job_s01", $$"""{"{{field}}":null}""").Expect(200);
        Assert.Equal(JsonValueKind.Null, bench.Get("/jobs/job_s01")[field].ValueKind);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void A_cleared_description_of_a_draft_is_empty_text(string value)
    {
        bench.Patch("job_s01", $$"""{"description":{{value}}}""").Expect(200);
        Assert.Equal("", bench.Get("/jobs/job_s01")["description"].GetString());
    }

    [Theory]
    [InlineData("""{"title":null}""")]
    [InlineData("""{"title":""}""")]
    [InlineData("""{"title":"  "}""")]
    public void A_draft_keeps_its_title(string body) => bench.Patch("job_s01", body).ExpectInvalid("title");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"title":null}""")]
    [InlineData("""{"title":""}""")]
    [InlineData("""{"title":7}""")]
    public void A_draft_is_not_made_without_a_title(string body) => bench.Post("/jobs", body).ExpectInvalid("title");

    [Theory]
    [InlineData("title", "null")]
    [InlineData("title", "\"\"")]
    [InlineData("description", "null")]
    [InlineData("description", "\" \"")]
    [InlineData("remoteOption", "null")]
    [InlineData("locations", "[]")]
    [InlineData("jobType", "null")]
    [InlineData("jobLevel", "null")]
    [InlineData("salaryMin", "null")]
    [InlineData("salaryMax", "null")]
    [InlineData("salaryPeriod", "null")]
    [InlineData("bidPerQualifiedApplicantCents", "null")]
    [InlineData("bidPerQualifiedApplicantCents", "0")]
    [InlineData("qualifications", "[]")]
    [InlineData("qualifications", """[{"text":"a","kind":"PREFERRED","order":0}]""")]
    public void A_live_job_stays_complete(string field, string value)
    {
        foreach (var id in new[] { "job_live01", "job_paused01" })
        {
            var before = bench.Get($"/jobs/{id}").Text;
            bench.Patch(id, $$"""{"questions":[],"{{field}}":{{value}}}""").ExpectInvalid(field);
            Assert.Equal(before, bench.Get($"/jobs/{id}").Text);
        }
    }

    [Fact]
    public void Completeness_is_judged_by_the_merged_job()
    {
        bench.Patch("job_live01", """{"remoteOption":"REMOTE"}""").ExpectInvalid("remoteCountry");
        bench.Patch("job_live01", """{"remoteOption":"REMOTE","remoteCountry":"United States","locations":[]}""").Expect(200);
        bench.Patch("job_live01", """{"salaryMin":99}""").ExpectInvalid("salaryMax");
        bench.Patch("job_live01", """{"salaryMin":99,"salaryMax":99}""").Expect(200);
    }

    [Fact]
    public void A_field_that_a_live_job_does_not_need_can_be_cleared()
    {
        bench.Patch("job_live01", """{"remoteCountry":"Atlantis"}""").Expect(200);
        var job = bench.Patch("job_live01", """{"remoteCountry":null}""").Expect(200);
        Assert.Equal(JsonValueKind.Null, job["remoteCountry"].ValueKind);
    }

    [Fact]
    public void Editing_a_live_job_asks_for_neither_terms_nor_card()
    {
        bench.TermsAccepted = false;
        bench.CardOnFile = false;
        bench.Patch("job_live01", """{"title":"x"}""").Expect(200);
    }

    [Fact]
    public void Read_only_and_unknown_properties_are_passed_over()
    {
        var before = bench.Get("/jobs/job_s01").Text;
        var body = """
            {"id":"job_other01","companyId":"cmp_other","status":"ACTIVE","isFrozen":true,"newApplicantCount":9,"publish":true,
             "applicationCounts":{"pending":9},"publishedAt":"2020-01-01T00:00:00Z","expiresAt":"2020-01-01T00:00:00Z","colour":"red"}
            """;
        Assert.Equal(before, bench.Patch("job_s01", body).Expect(200).Text);
        Assert.Equal(before, bench.Get("/jobs/job_s01").Text);
    }

    [Fact]
    public void The_last_of_two_properties_of_one_name_counts() =>
        Assert.Equal("b", bench.Patch("job_s01", """{"title":"a","title":"b"}""").Expect(200)["title"].GetString());

    [Fact]
    public void One_bad_field_rejects_the_whole_edit_and_every_bad_field_is_named()
    {
        var before = bench.Get("/jobs/job_s01").Text;
        bench.Patch(
            "job_s01",
            """{"title":"new","jobType":"full_time","jobLevel":"LEAD","salaryPeriod":3,"salaryMin":-1,"locations":null,"questions":{}}""")
            .ExpectInvalid("jobLevel", "jobType", "locations", "questions", "salaryMin", "salaryPeriod");
        Assert.Equal(before, bench.Get("/jobs/job_s01").Text);
    }

    [Fact]
    public void An_enum_fault_lists_what_is_allowed()
    {
        var message = bench.Patch("job_s01", """{"jobLevel":"LEAD"}""")["error"].GetProperty("fields").GetProperty("jobLevel").GetString();
        Assert.Contains("ENTRY, MID, SENIOR", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remoteOption", "REMOTE", "HYBRID", "IN_PERSON")]
    [InlineData("jobType", "FULL_TIME", "PART_TIME", "CONTRACT", "INTERNSHIP")]
    [InlineData("jobLevel", "ENTRY", "MID", "SENIOR")]
    [InlineData("salaryPeriod", "ANNUAL", "HOURLY")]
    public void Every_documented_value_is_taken(string field, params string[] values)
    {
        foreach (var value in values)
        {
            Assert.Equal(value, bench.Patch("job_s01", $$"""{"{{field}}":"{{value}}"}""").Expect(200)[field].GetString());
        }
    }

    [Fact]
    public void Any_text_is_a_country_but_an_empty_one()
    {
        Assert.Equal("Atlantis", bench.Patch("job_s01", """{"remoteCountry":"Atlantis"}""").Expect(200)["remoteCountry"].GetString());
        bench.Patch("job_s01", """{"remoteCountry":""}""").ExpectInvalid("remoteCountry");
    }

    [Fact]
    public void A_remote_job_may_have_locations_and_another_one_a_country()
    {
        bench.Post("/jobs", """{"title":"x","remoteOption":"REMOTE","locations":[{"locationId":61007}]}""").Expect(201);
        bench.Post("/jobs", """{"title":"x","remoteOption":"IN_PERSON","remoteCountry":"United States"}""").Expect(201);
    }

    [Fact]
    public void Text_comes_back_as_it_was_sent()
    {
        const string title = "  Café \\u2014 \\\"Zürich\\\" \\ud83d\\ude00\\n<b>&amp;</b>  ";
        var job = bench.Post("/jobs", $$"""{"title":"{{title}}"}""").Expect(201);
        Assert.Equal("  Café — \"Zürich\" 😀\n<b>&amp;</b>  ", job["title"].GetString());
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("1")]
    [InlineData("null")]
    public void Publish_is_a_boolean(string value) => bench.Post("/jobs", $$"""{"title":"x","publish":{{value}}}""").ExpectInvalid("publish");

    [Fact]
    public void The_same_create_twice_makes_two_jobs() =>
        Assert.NotEqual(bench.Create(SorceBench.CompleteJob), bench.Create(SorceBench.CompleteJob));
}
