using System.Text.Json;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceListTests
{
    private readonly SorceBench bench = new();

    [Fact]
    public void The_newest_job_comes_first_and_all_come_at_once()
    {
        var made = Enumerable.Range(0, 150).Select(i => bench.Create($$"""{"title":"Job {{i}}"}""")).ToArray();
        Assert.Equal(made.Reverse(), bench.Get("/jobs").Expect(200).ItemIds.Take(150));
        Assert.False(bench.Get("/jobs").Json.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public void The_list_holds_whole_jobs()
    {
        var listed = bench.Get("/jobs")["items"].EnumerateArray().First(job => job.GetProperty("id").GetString() == "job_live02");
        Assert.Equal(bench.Get("/jobs/job_live02").Json.GetRawText(), listed.GetRawText());
    }

    [Theory]
    [InlineData("ACTIVE", "job_live02", "job_live01")]
    [InlineData("PAUSED", "job_paused01")]
    [InlineData("CLOSED", "job_closed01")]
    [InlineData("EXPIRED")]
    public void A_status_picks_its_jobs(string status, params string[] expected) =>
        Assert.Equal(expected, bench.Get($"/jobs?status={status}").Expect(200).ItemIds);

    [Theory]
    [InlineData("draft")]
    [InlineData("OPEN")]
    [InlineData("")]
    public void An_unknown_status_is_refused(string status) => bench.Get($"/jobs?status={status}").ExpectInvalid("status");

    [Fact]
    public void An_edit_does_not_move_a_job()
    {
        var before = bench.Get("/jobs").ItemIds;
        bench.Patch("job_s01", """{"title":"x"}""").Expect(200);
        Assert.Equal(before, bench.Get("/jobs").ItemIds);
    }

    [Fact]
    public void A_job_has_every_documented_field_and_no_other() =>
        Assert.Equal(
            [
                "applicationCounts", "bidPerQualifiedApplicantCents", "budgets", "closedAt", "companyId", "description", "expiresAt", "id", "isFrozen",
                "jobLevel", "jobType", "locations", "newApplicantCount", "publishedAt", "qualifications", "questions", "remoteCountry", "remoteOption",
                "salaryMax", "salaryMin", "salaryPeriod", "status", "title",
            ],
            bench.Get("/jobs/job_s08").Json.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("locations")]
    [InlineData("qualifications")]
    [InlineData("questions")]
    [InlineData("budgets")]
    public void An_empty_set_is_an_array(string field) =>
        Assert.Equal(JsonValueKind.Array, bench.Post("/jobs", """{"title":"x"}""").Expect(201)[field].ValueKind);
}
