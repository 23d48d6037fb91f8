using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Sandbox.Sorce;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

/// <summary>The contract's own list of given, call and answer, in its order.</summary>
public sealed class SorceContractVectorTests
{
    private readonly SorceBench bench = new();

    [Fact]
    public void V01_A_call_without_a_key_is_refused() =>
        bench.Send("GET", "/jobs", authorization: null).Expect(401, "INVALID_SERVICE_KEY");

    [Fact]
    public void V02_A_revoked_key_gets_the_same_body_as_none() =>
        Assert.Equal(
            bench.Send("GET", "/jobs", authorization: null).Text,
            bench.Send("GET", "/jobs", authorization: "Bearer " + SorceService.RevokedKey).Expect(401).Text);

    [Fact]
    public void V03_Another_companys_job_does_not_exist()
    {
        bench.Get("/jobs/job_other01").Expect(404, "NOT_FOUND");
        bench.Patch("job_other01", """{"title":"x"}""").Expect(404, "NOT_FOUND");
        bench.Post("/jobs/job_other01/publish").Expect(404, "NOT_FOUND");
        var unknown = bench.Get("/jobs/job_nobody").Expect(404, "NOT_FOUND");
        Assert.Equal(unknown.Text, bench.Get("/jobs/job_other01").Text);
        bench.Send("GET", "/jobs/job_other01", authorization: "Bearer " + SorceService.OtherCompanyKey).Expect(200);
    }

    [Fact]
    public void V04_A_title_makes_a_draft_whose_unset_fields_are_null()
    {
        var job = bench.Post("/jobs", """{"title":"Crane operator"}""").Expect(201);
        Assert.Equal("DRAFT", job["status"].GetString());
        foreach (var field in new[] { "remoteOption", "jobType", "jobLevel", "salaryPeriod", "publishedAt", "expiresAt", "closedAt" })
        {
            Assert.Equal(JsonValueKind.Null, job[field].ValueKind);
        }
    }

    [Fact]
    public void V05_Publishing_a_title_alone_names_every_gap_and_makes_nothing()
    {
        var before = bench.Get("/jobs").ItemIds;
        bench.Post("/jobs", """{"title":"Crane operator","publish":true}""").ExpectInvalid(
            "bidPerQualifiedApplicantCents",
            "description",
            "jobLevel",
            "jobType",
            "qualifications",
            "remoteOption",
            "salaryMax",
            "salaryMin",
            "salaryPeriod");
        Assert.Equal(before, bench.Get("/jobs").ItemIds);
    }

    [Fact]
    public void V06_Publishing_without_accepted_terms_makes_nothing()
    {
        bench.TermsAccepted = false;
        var before = bench.Get("/jobs").ItemIds;
        bench.Post("/jobs", Publishing(SorceBench.CompleteJob)).Expect(409, "AGREEMENT_OUTDATED");
        Assert.Equal(before, bench.Get("/jobs").ItemIds);
    }

    [Fact]
    public void V07_Publishing_without_a_card_makes_nothing()
    {
        bench.CardOnFile = false;
        var before = bench.Get("/jobs").ItemIds;
        bench.Post("/jobs", Publishing(SorceBench.CompleteJob)).Expect(402, "PAYMENT_METHOD_REQUIRED");
        Assert.Equal(before, bench.Get("/jobs").ItemIds);
    }

    [Fact]
    public void V08_A_published_draft_runs_thirty_days()
    {
        var job = bench.Post($"/jobs/{bench.Create(SorceBench.CompleteJob)}/publish").Expect(200);
        Assert.Equal("ACTIVE", job["status"].GetString());
        Assert.Equal("2026-03-02T08:15:00Z", job["publishedAt"].GetString());
        Assert.Equal(TimeSpan.FromDays(30), Moment(job, "expiresAt") - Moment(job, "publishedAt"));
    }

    [Fact]
    public void V09_An_active_job_cannot_be_published_again() =>
        bench.Post($"/jobs/{bench.Publish()}/publish").Expect(409, "INVALID_TRANSITION");

    [Fact]
    public void V10_An_active_job_cannot_be_resumed() =>
        bench.Post($"/jobs/{bench.Publish()}/resume").Expect(409, "INVALID_TRANSITION");

    [Fact]
    public void V11_An_active_job_pauses_resumes_and_closes()
    {
        var id = bench.Publish();
        Assert.Equal("PAUSED", bench.Post($"/jobs/{id}/pause").Expect(200)["status"].GetString());
        Assert.Equal("ACTIVE", bench.Post($"/jobs/{id}/resume").Expect(200)["status"].GetString());
        var closed = bench.Post($"/jobs/{id}/close").Expect(200);
        Assert.Equal("CLOSED", closed["status"].GetString());
        Assert.Equal(SorceBench.Start, Moment(closed, "closedAt"));
    }

    [Fact]
    public void V12_A_closed_job_cannot_be_edited() =>
        bench.Patch("job_closed01", """{"title":"x"}""").Expect(409, "JOB_NOT_EDITABLE");

    [Fact]
    public void V13_An_edit_that_empties_a_needed_field_of_a_live_job_changes_nothing()
    {
        var id = bench.Publish();
        bench.Patch(id, """{"jobLevel":null,"title":"x"}""").ExpectInvalid("jobLevel");
        Assert.Equal("Crane operator", bench.Get($"/jobs/{id}")["title"].GetString());
    }

    [Fact]
    public void V14_The_questions_of_a_job_with_an_application_are_locked()
    {
        var id = bench.Publish();
        bench.Service.AddApplication(id, SorceApplication.Pending);
        bench.Patch(id, """{"questions":[]}""").Expect(409, "JOB_FROZEN");
    }

    [Fact]
    public void V15_The_bid_of_a_job_with_an_application_is_not_locked()
    {
        var id = bench.Publish();
        bench.Service.AddApplication(id, SorceApplication.Pending);
        Assert.Equal(55, bench.Patch(id, """{"bidPerQualifiedApplicantCents":55}""").Expect(200)["bidPerQualifiedApplicantCents"].GetInt64());
    }

    [Fact]
    public void V16_New_budgets_replace_the_old_ones()
    {
        var id = bench.Create("""{"title":"x","budgets":[{"window":"MONTHLY","budgetCents":100}]}""");
        var budgets = bench.Patch(id, """{"budgets":[{"window":"DAILY","budgetCents":5}]}""").Expect(200)["budgets"];
        Assert.Equal("""[{"window":"DAILY","budgetCents":5}]""", budgets.GetRawText());
    }

    [Fact]
    public void V17_An_empty_array_of_budgets_takes_every_cap_away() =>
        Assert.Equal(0, bench.Patch("job_s03", """{"budgets":[]}""").Expect(200)["budgets"].GetArrayLength());

    [Fact]
    public void V18_A_location_sent_twice_is_kept_once()
    {
        var locations = bench.Patch("job_s03", """{"locations":[{"locationId":50321},{"locationId":50321}]}""").Expect(200)["locations"];
        Assert.Equal(50321, Assert.Single(locations.EnumerateArray()).GetProperty("locationId").GetInt64());
    }

    [Fact]
    public void V19_A_location_without_its_id_is_refused() =>
        bench.Patch("job_s03", """{"locations":[{"city":"Boise","stateProvince":"Idaho","country":"United States"}]}""").ExpectInvalid("locations");

    [Fact]
    public void V20_The_sixty_first_call_in_ten_seconds_waits_for_the_first_to_leave_the_minute()
    {
        bench.RateLimit = 60;
        for (var i = 0; i < 60; i++)
        {
            bench.Get("/jobs/job_s01").Expect(200);
            bench.Clock.Advance(TimeSpan.FromSeconds(10) / 60);
        }

        var refused = bench.Get("/jobs/job_s01").Expect(429, "RATE_LIMITED");
        Assert.Equal(50, refused["error"].GetProperty("retryAfterSeconds").GetInt32());
    }

    [Fact]
    public void V21_After_thirty_one_days_an_active_job_has_expired()
    {
        var id = bench.Publish();
        bench.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("EXPIRED", bench.Get($"/jobs/{id}")["status"].GetString());
    }

    [Fact]
    public void V22_The_same_edit_twice_leaves_no_doubles()
    {
        const string edit = """{"qualifications":[{"text":"A","kind":"REQUIRED","order":0},{"text":"B","kind":"REQUIRED","order":1}]}""";
        bench.Patch("job_s01", edit).Expect(200);
        var texts = bench.Patch("job_s01", edit).Expect(200)["qualifications"].EnumerateArray().Select(item => item.GetProperty("text").GetString());
        Assert.Equal(["A", "B"], texts);
    }

    private static string Publishing(string job) => job.TrimEnd()[..^1] + ",\"publish\":true}";

    private static DateTimeOffset Moment(SorceAnswer job, string field) =>
        DateTimeOffset.Parse(job[field].GetString()!, CultureInfo.InvariantCulture);
}
