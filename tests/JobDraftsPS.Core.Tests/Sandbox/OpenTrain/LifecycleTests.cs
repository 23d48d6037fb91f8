using System.Net;
using JobDraftsPS.Sandbox;
using JobDraftsPS.Sandbox.OpenTrain;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

public sealed class LifecycleTests : IDisposable
{
    private const string ReadyDraft = """
        {"format": "opentrain_canonical", "job": {"title": "Boxes", "description": "Draw boxes.", "paymentType": "PAY_PER_HOUR",
         "rateAmount": 20, "experienceLevel": "EXPERT", "dataVolumeUnit": "NUMBER_OF_FILES"}}
        """;

    private readonly SandboxUser user = new(new SandboxOptions
    {
        Clock = new SandboxClock(() => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)),
    });

    public void Dispose() => user.Dispose();

    [Fact]
    public async Task A_ready_draft_is_published_once_and_the_second_time_is_a_no_op()
    {
        var first = await user.PostAsync("/jobs/ot-draft-07/publish");
        var second = await user.PostAsync("/jobs/ot-draft-07/publish", "");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal("OPEN", first["status"]!.GetValue<string>());
        Assert.False(first["alreadyPublished"]!.GetValue<bool>());
        Assert.NotNull(first["publishAttemptId"]);
        Assert.Equal("queued", first["sideEffects"]!["status"]!.GetValue<string>());
        Assert.True(second["alreadyPublished"]!.GetValue<bool>());
        Assert.Null(second["publishAttemptId"]);
        Assert.False(second["sideEffects"]!["dispatched"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_draft_with_gaps_is_refused_with_its_validation()
    {
        var refused = await user.PostAsync("/jobs/ot-draft-01/publish");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("experienceLevel", refused["details"]!["validation"]!["missingFields"]![0]!["field"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_quota_counts_real_publishes_and_frees_them_after_a_rolling_day()
    {
        user.Sandbox.Apply(new SandboxControl { PublishQuota = 1 });
        await user.PostAsync("/jobs/ot-draft-01/publish");
        await user.PostAsync("/jobs/ot-live-01/publish");
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("/jobs/ot-draft-07/publish")).Status);

        var refused = await user.PostAsync("/jobs/ot-draft-15/publish");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("RATE_LIMITED", refused["code"]!.GetValue<string>());
        Assert.Equal(1, refused["details"]!["limit"]!.GetValue<int>());
        Assert.Equal(24, refused["details"]!["windowHours"]!.GetValue<int>());
        Assert.True((await user.PostAsync("/jobs/ot-draft-07/publish"))["alreadyPublished"]!.GetValue<bool>());

        user.Sandbox.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await user.PostAsync("/jobs/ot-draft-15/publish")).Status);
        user.Sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("/jobs/ot-draft-15/publish")).Status);
    }

    [Fact]
    public async Task An_unclaimed_account_publishes_three_jobs_a_day()
    {
        user.Token = OpenTrainTokens.Unclaimed;
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            var draft = await user.PostAsync("/job-drafts", ReadyDraft);
            statuses.Add((await user.PostAsync($"/jobs/{draft["jobId"]}/publish")).Status);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Moderation_refuses_a_publish_and_it_does_not_count()
    {
        user.Sandbox.Apply(new SandboxControl { ModerationWord = "PARKING", PublishQuota = 1 });
        var refused = await user.PostAsync("/jobs/ot-draft-15/publish");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("moderation_blocked", refused["details"]!["reason"]!.GetValue<string>());
        Assert.NotEmpty(refused["details"]!["reasons"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("/jobs/ot-draft-07/publish")).Status);
    }

    [Fact]
    public async Task A_live_edit_that_moderation_refuses_is_kept_and_takes_the_job_down()
    {
        user.Sandbox.Apply(new SandboxControl { ModerationWord = "casino" });
        var refused = await user.PatchAsync("/jobs/ot-live-01", """{"jobTitle": "Casino lights"}""");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("moderation_blocked", refused["details"]!["reason"]!.GetValue<string>());
        Assert.Equal("DRAFT", refused["details"]!["status"]!.GetValue<string>());
        var mine = await user.GetAsync("/jobs/mine?status=DRAFT&limit=1");
        Assert.Equal("Casino lights", mine["jobs"]!.AsArray().Single()!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_live_edit_answers_with_the_moderation_and_no_validation()
    {
        var reply = await user.PatchAsync("/jobs/ot-live-02", """{"pricePerHour": 25.5}""");

        Assert.Equal("ALLOW", reply["moderation"]!["decision"]!.GetValue<string>());
        Assert.Null(reply["validation"]);
    }

    [Theory]
    [InlineData("ot-draft-01", HttpStatusCode.Conflict)]
    [InlineData("ot-closed-01", HttpStatusCode.Conflict)]
    [InlineData("ot-foreign-01", HttpStatusCode.NotFound)]
    [InlineData("ot-nowhere-01", HttpStatusCode.NotFound)]
    public async Task Only_ones_own_open_job_is_edited_live(string id, HttpStatusCode status)
    {
        var refused = await user.PatchAsync($"/jobs/{id}", """{"headcount": 2}""");

        Assert.Equal(status, refused.Status);
        Assert.Equal(status == HttpStatusCode.Conflict ? "OPEN" : null, refused["details"]!["requiredStatus"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("ot-live-01", false)]
    [InlineData("ot-draft-03", false)]
    [InlineData("ot-closed-01", true)]
    public async Task Close_archives_from_any_state_and_repeats_without_harm(string id, bool already)
    {
        var reply = await user.PostAsync($"/jobs/{id}/close");

        Assert.Equal("ARCHIVED", reply["status"]!.GetValue<string>());
        Assert.Equal(already, reply["alreadyClosed"]!.GetValue<bool>());
        Assert.True((await user.PostAsync($"/jobs/{id}/close"))["alreadyClosed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_archived_job_cannot_be_published_again()
    {
        var refused = await user.PostAsync("/jobs/ot-closed-01/publish");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("DRAFT", refused["details"]!["requiredStatus"]!.GetValue<string>());
        Assert.Equal("ARCHIVED", refused["details"]!["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("close")]
    public async Task Another_accounts_job_looks_like_one_that_does_not_exist(string action)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await user.PostAsync($"/jobs/ot-foreign-01/{action}")).Status);
    }

    [Theory]
    [InlineData(OpenTrainTokens.ReadOnly)]
    [InlineData(OpenTrainTokens.PublishingOff)]
    public async Task Lifecycle_calls_need_the_write_scope_and_the_publishing_feature(string token)
    {
        user.Token = token;

        Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync("/jobs/ot-draft-07/publish")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync("/jobs/ot-live-01/close")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.PatchAsync("/jobs/ot-live-01", """{"headcount": 2}""")).Status);
    }

    [Theory]
    [InlineData("GET", "/job-drafts/ot-draft-01")]
    [InlineData("DELETE", "/job-drafts/ot-draft-01")]
    [InlineData("POST", "/job-drafts/ot-draft-01/publish")]
    [InlineData("POST", "/jobs/ot-live-01/pause")]
    public async Task Calls_that_the_service_does_not_have_answer_404_with_the_envelope(string method, string path)
    {
        var reply = await user.SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("NOT_FOUND", reply["code"]!.GetValue<string>());
    }
}
