namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceSeedTests
{
    private readonly SorceBench bench = new();

    [Theory]
    [InlineData("job_s01", "REMOTE")]
    [InlineData("job_s02", "REMOTE")]
    [InlineData("job_s03", "HYBRID")]
    [InlineData("job_s04", "IN_PERSON")]
    [InlineData("job_s05", "IN_PERSON")]
    public void The_first_five_drafts_can_be_published(string id, string remoteOption)
    {
        Assert.Equal("DRAFT", bench.Get($"/jobs/{id}")["status"].GetString());
        Assert.Equal(remoteOption, bench.Post($"/jobs/{id}/publish").Expect(200)["remoteOption"].GetString());
    }

    [Theory]
    [InlineData("job_s06", "jobLevel")]
    [InlineData("job_s07", "salaryMin", "salaryMax")]
    [InlineData("job_s08", "description", "bidPerQualifiedApplicantCents", "qualifications")]
    [InlineData("job_s09", "remoteOption", "jobType", "salaryPeriod", "bidPerQualifiedApplicantCents")]
    [InlineData("job_s10", "remoteCountry", "qualifications")]
    public void The_other_five_lack_what_they_are_known_to_lack(string id, params string[] gaps) =>
        bench.Post($"/jobs/{id}/publish").ExpectInvalid(gaps);

    [Theory]
    [InlineData("job_live01", "ACTIVE", false)]
    [InlineData("job_live02", "ACTIVE", true)]
    [InlineData("job_paused01", "PAUSED", false)]
    [InlineData("job_closed01", "CLOSED", false)]
    public void The_published_jobs_stand_as_their_ids_say(string id, string status, bool frozen)
    {
        var job = bench.Get($"/jobs/{id}").Expect(200);
        Assert.Equal(status, job["status"].GetString());
        Assert.Equal(frozen, job["isFrozen"].GetBoolean());
    }

    [Fact]
    public void Two_sandboxes_begin_alike() => Assert.Equal(new SorceBench().Get("/jobs").Text, bench.Get("/jobs").Text);

    [Fact]
    public void Each_live_job_is_complete()
    {
        foreach (var id in new[] { "job_live01", "job_live02", "job_paused01" })
        {
            bench.Patch(id, """{"title":"x"}""").Expect(200);
        }
    }
}
