using System.Text.Json;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceLifecycleTests
{
    private readonly SorceBench bench = new();

    [Theory]
    [InlineData("DRAFT", "publish", "ACTIVE")]
    [InlineData("DRAFT", "pause", null)]
    [InlineData("DRAFT", "resume", null)]
    [InlineData("DRAFT", "close", null)]
    [InlineData("ACTIVE", "publish", null)]
    [InlineData("ACTIVE", "pause", "PAUSED")]
    [InlineData("ACTIVE", "resume", null)]
    [InlineData("ACTIVE", "close", "CLOSED")]
    [InlineData("PAUSED", "publish", null)]
    [InlineData("PAUSED", "pause", null)]
    [InlineData("PAUSED", "resume", "ACTIVE")]
    [InlineData("PAUSED", "close", "CLOSED")]
    [InlineData("CLOSED", "publish", null)]
    [InlineData("CLOSED", "pause", null)]
    [InlineData("CLOSED", "resume", null)]
    [InlineData("CLOSED", "close", null)]
    [InlineData("EXPIRED", "publish", null)]
    [InlineData("EXPIRED", "pause", null)]
    [InlineData("EXPIRED", "resume", null)]
    [InlineData("EXPIRED", "close", null)]
    public void A_status_takes_the_changes_of_the_table_and_no_other(string from, string change, string? to)
    {
        var id = JobIn(from);
        var answer = bench.Post($"/jobs/{id}/{change}");
        if (to is null)
        {
            answer.Expect(409, "INVALID_TRANSITION");
        }
        else
        {
            Assert.Equal(to, answer.Expect(200)["status"].GetString());
        }

        Assert.Equal(to ?? from, bench.Get($"/jobs/{id}")["status"].GetString());
    }

    [Theory]
    [InlineData("DRAFT", 200)]
    [InlineData("ACTIVE", 200)]
    [InlineData("PAUSED", 200)]
    [InlineData("CLOSED", 409)]
    [InlineData("EXPIRED", 409)]
    public void A_job_can_be_edited_until_its_end(string status, int expected) =>
        bench.Patch(JobIn(status), """{"title":"x"}""").Expect(expected);

    [Theory]
    [InlineData("ACTIVE")]
    [InlineData("PAUSED")]
    public void A_job_expires_at_the_moment_named_and_not_before(string status)
    {
        var id = JobIn(status);
        bench.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        Assert.Equal(status, bench.Get($"/jobs/{id}")["status"].GetString());
        bench.Clock.Advance(TimeSpan.FromTicks(1));
        var expired = bench.Get($"/jobs/{id}");
        Assert.Equal("EXPIRED", expired["status"].GetString());
        Assert.Equal(JsonValueKind.Null, expired["closedAt"].ValueKind);
        Assert.Contains(id, bench.Get("/jobs?status=EXPIRED").ItemIds);
        bench.Patch(id, """{"title":"x"}""").Expect(409, "JOB_NOT_EDITABLE");
    }

    [Fact]
    public void Neither_draft_nor_closed_job_expires()
    {
        bench.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal("DRAFT", bench.Get("/jobs/job_s01")["status"].GetString());
        Assert.Equal("CLOSED", bench.Get("/jobs/job_closed01")["status"].GetString());
    }

    [Fact]
    public void A_resume_leaves_the_dates_and_asks_for_no_gate()
    {
        bench.TermsAccepted = false;
        bench.CardOnFile = false;
        var before = bench.Get("/jobs/job_paused01");
        bench.Clock.Advance(TimeSpan.FromDays(3));
        var after = bench.Post("/jobs/job_paused01/resume").Expect(200);
        Assert.Equal(before["publishedAt"].GetString(), after["publishedAt"].GetString());
        Assert.Equal(before["expiresAt"].GetString(), after["expiresAt"].GetString());
    }

    [Fact]
    public void A_body_sent_with_a_change_of_status_is_passed_over()
    {
        bench.Send("POST", "/jobs/job_live01/pause", "no json at all", contentType: "text/plain").Expect(200);
        bench.Post("/jobs/job_live01/resume", """{"status":"CLOSED"}""").Expect(200);
        Assert.Equal("ACTIVE", bench.Get("/jobs/job_live01")["status"].GetString());
    }

    [Fact]
    public void Times_have_whole_seconds()
    {
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1999));
        var job = bench.Post("/jobs/job_s01/publish").Expect(200);
        Assert.Equal("2026-03-02T08:15:01Z", job["publishedAt"].GetString());
        Assert.Equal("2026-04-01T08:15:01Z", job["expiresAt"].GetString());
    }

    [Fact]
    public void A_create_that_publishes_is_active_at_once()
    {
        var job = bench.Post("/jobs", SorceBench.CompleteJob.TrimEnd()[..^1] + ",\"publish\":true}").Expect(201);
        Assert.Equal("ACTIVE", job["status"].GetString());
        Assert.Equal("2026-04-01T08:15:00Z", job["expiresAt"].GetString());
    }

    [Fact]
    public void A_refused_publish_leaves_the_draft_as_it_was()
    {
        var before = bench.Get("/jobs/job_s06").Text;
        bench.Post("/jobs/job_s06/publish").Expect(422);
        Assert.Equal(before, bench.Get("/jobs/job_s06").Text);
    }

    [Fact]
    public void Applications_freeze_the_sets_for_good_and_are_counted()
    {
        var id = bench.Publish();
        bench.Service.AddApplication(id, SorceApplication.Pending);
        bench.Service.AddApplication(id, SorceApplication.Pending);
        bench.Service.AddApplication(id, SorceApplication.Accepted);
        bench.Service.AddApplication(id, SorceApplication.Rejected);
        var job = bench.Get($"/jobs/{id}");
        Assert.True(job["isFrozen"].GetBoolean());
        Assert.Equal("""{"pending":2,"accepted":1,"rejected":1}""", job["applicationCounts"].GetRawText());
        Assert.Equal(2, job["newApplicantCount"].GetInt32());
        bench.Patch(id, $$"""{"qualifications":{{job["qualifications"].GetRawText()}}}""").Expect(409, "JOB_FROZEN");
        bench.Post($"/jobs/{id}/pause").Expect(200);
        bench.Patch(id, """{"questions":[]}""").Expect(409, "JOB_FROZEN");
        bench.Patch(id, """{"budgets":[],"title":"x","locations":[{"locationId":50321}]}""").Expect(200);
    }

    [Theory]
    [InlineData(nameof(SorceApplication.Pending))]
    [InlineData(nameof(SorceApplication.Accepted))]
    [InlineData(nameof(SorceApplication.Rejected))]
    public void One_application_of_any_kind_freezes(string kind)
    {
        bench.Service.AddApplication("job_live01", Enum.Parse<SorceApplication>(kind));
        Assert.True(bench.Get("/jobs/job_live01")["isFrozen"].GetBoolean());
    }

    [Fact]
    public void Nobody_applies_to_a_draft_or_to_a_job_that_is_not_there()
    {
        Assert.Throws<InvalidOperationException>(() => bench.Service.AddApplication("job_s01", SorceApplication.Pending));
        Assert.Throws<KeyNotFoundException>(() => bench.Service.AddApplication("job_nobody", SorceApplication.Pending));
    }

    private string JobIn(string status)
    {
        var id = status == "DRAFT" ? bench.Create(SorceBench.CompleteJob) : bench.Publish();
        switch (status)
        {
            case "PAUSED":
                bench.Post($"/jobs/{id}/pause").Expect(200);
                break;
            case "CLOSED":
                bench.Post($"/jobs/{id}/close").Expect(200);
                break;
            case "EXPIRED":
                bench.Clock.Advance(TimeSpan.FromDays(30));
                break;
        }

        return id;
    }
}
