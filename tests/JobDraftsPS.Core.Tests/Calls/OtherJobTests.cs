using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>An answer that is of another job than was asked for: the asked id decides.</summary>
public sealed class OtherJobTests
{
    [Fact]
    public async Task A_read_that_is_answered_with_another_job_is_an_error_and_is_asked_once()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(200, """{"id":"job_s03","title":"Cook","status":"DRAFT"}"""));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.Sorce.GetListingAsync("job_s01", bench.Context()));

        Assert.Equal("Sorce.OtherJob", error.ErrorId);
        Assert.Equal("Sorce answered the read of listing 'job_s01' with job 'job_s03'; 'job_s01' was asked for. Nothing was changed.", error.Message);
        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task A_write_that_is_answered_with_another_job_is_done_and_its_record_is_of_the_job_that_was_asked_for()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(200, """{"ok":true,"jobId":"other","status":"DRAFT"}"""));
        var context = bench.Context();

        var record = (JobDraft)await bench.Update("job_a").SendAsync(context);

        Assert.Equal("job_a", record.JobId);
        Assert.Single(bench.Requests);
        Assert.Equal("OpenTrain accepted the update of draft 'job_a', but its answer is of job 'other' and not of 'job_a'. Read both before you go on.", context.Contradiction);
    }

    [Fact]
    public async Task A_write_that_can_be_read_back_is_read_under_the_id_that_was_asked_for()
    {
        using var bench = new CallBench(request => ScriptedNetwork.Json(200, request.Method == "GET" ? """{"id":"mine","title":"Read","status":"PAUSED"}""" : """{"id":"other","title":"Other","status":"PAUSED"}"""));

        var record = (JobListing)await bench.Sorce.Suspend("mine").SendAsync(bench.Context());

        Assert.Equal(("mine", "Read"), (record.JobId, record.Title));
    }

    [Fact]
    public async Task An_id_in_another_case_is_the_same_job()
    {
        using var bench = new CallBench(_ => ScriptedNetwork.Json(200, """{"id":"JOB_S01","title":"Cook","status":"DRAFT"}"""));

        Assert.Equal("JOB_S01", (await bench.Sorce.GetListingAsync("job_s01", bench.Context())).JobId);
    }
}
