using System.Management.Automation;
using JobDraftsPS.Tests.Shared;
using JobDraftsPS.Tests.Support;
using JobDraftsPS.Tests.Wire;

namespace JobDraftsPS.Tests.OpenTrain;

/// <summary>Writes to live jobs, where a refusal may be a change and a repeat may do harm.</summary>
public sealed class LiveJobTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_moderation_refuses_is_told_as_changed_and_offline_and_the_record_comes_first(int throttleLimit)
    {
        using var bench = new SandboxBench();
        bench.Run("$null = Set-JobDraftSandbox $sandbox -ModerationWord casino");

        var result = bench.Run(
            "@{ jobId = 'ot-live-01'; jobTitle = 'Casino lights' }, @{ jobId = 'ot-live-02'; headcount = 4 } | Update-PublishedJob -Confirm:$false -ThrottleLimit $limit 2>&1",
            ("limit", throttleLimit));

        Assert.Equal(3, result.Output.Count);
        var record = result.Output[0];
        Assert.Equal(("ot-live-01", "DRAFT", "Casino lights"), (record.Properties["JobId"].Value, record.Properties["Status"].Value, record.Properties["Title"].Value));
        Assert.Equal(["jobTitle holds the word 'casino'."], (IEnumerable<string>)record.Properties["ModerationReasons"].Value);
        var error = Assert.IsType<ErrorRecord>(result.Output[1].BaseObject);
        error.Says(
            "OpenTrain.CONFLICT",
            ErrorCategory.InvalidOperation,
            "Row 1: ",
            "saved the update of job 'ot-live-01'",
            "the job is DRAFT now and is not on the marketplace any more",
            "jobTitle holds the word 'casino'",
            "Update-JobDraft 'ot-live-01'",
            "Publish-Job",
            "counts as one of the day's publications");
        Assert.DoesNotContain("Nothing was changed", error.Text(), StringComparison.Ordinal);
        Assert.Equal(("Applied", "moderation_blocked", "409"), (error.Property("Outcome"), error.Property("Reason"), error.Property("StatusCode")));
        Assert.Equal("OPEN", result.Output[2].Properties["Status"].Value);
        Assert.Equal("Casino lights", Assert.Single(bench.Run("Get-JobDraft ot-live-01").Output).Properties["Title"].Value);
    }

    [Fact]
    public void The_record_of_an_edit_that_took_the_job_offline_can_be_mended_and_published_again()
    {
        using var bench = new SandboxBench();
        bench.Run("$null = Set-JobDraftSandbox $sandbox -ModerationWord casino");

        var result = bench.Run("""
            Update-PublishedJob ot-live-01 -JobTitle 'Casino lights' -Confirm:$false -ErrorAction SilentlyContinue | Update-JobDraft -JobTitle 'Traffic lights' | Publish-Job
            """);

        Assert.Equal(("OPEN", "Traffic lights"), (Assert.Single(result.Output).Properties["Status"].Value, result.Output[0].Properties["Title"].Value));
    }

    [Fact]
    public void A_journal_knows_that_such_an_edit_was_made_and_it_is_not_sent_again()
    {
        using var bench = new SandboxBench();
        using var folder = new TemporaryFolder();
        var journal = Path.Combine(folder.Path, "live.jsonl");
        bench.Run("$null = Set-JobDraftSandbox $sandbox -ModerationWord casino");
        const string Script = "Update-PublishedJob ot-live-01 -JobTitle 'Casino lights' -Confirm:$false -JournalPath $journal";
        bench.Run(Script, ("journal", journal));

        var again = bench.Run(Script);
        var row = Assert.Single(bench.Run("Get-JobDraftJournal $journal").Output);

        Assert.Single(bench.Writes());
        Assert.Equal("DRAFT", Assert.Single(again.Output).Properties["Status"].Value);
        Assert.Equal("Applied", row.Properties["Outcome"].Value.ToString());
        Assert.Contains("saved the update", (string)row.Properties["Message"].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DropAfterHandling")]
    [InlineData("DropBeforeHandling")]
    public void A_live_edit_whose_reply_is_lost_is_never_sent_again_and_says_how_to_find_out(string fault)
    {
        using var bench = new SandboxBench();
        bench.Run("$null = Set-JobDraftSandbox $sandbox -Fault @{ Kind = $fault; Method = 'PATCH' }", ("fault", fault));

        var result = bench.Run("Update-PublishedJob ot-live-01 -Headcount 3 -Confirm:$false");

        Assert.Empty(result.Output);
        var error = Assert.Single(result.Errors);
        Assert.Equal("Unknown", error.Property("Outcome"));
        Assert.Contains("Open job 'ot-live-01' in OpenTrain", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(bench.Writes());
    }

    [Fact]
    public void A_live_edit_that_an_earlier_run_sent_without_a_reply_is_left_to_a_person()
    {
        using var bench = new SandboxBench();
        using var folder = new TemporaryFolder();
        const string Script = "Update-PublishedJob ot-live-01 -Headcount 3 -Confirm:$false -JournalPath $journal";
        bench.Run("$null = Set-JobDraftSandbox $sandbox -Fault @{ Kind = 'DropAfterHandling'; Method = 'PATCH' }");
        bench.Run(Script, ("journal", Path.Combine(folder.Path, "live.jsonl")));

        var again = bench.Run(Script);

        var error = Assert.Single(again.Errors);
        Assert.Equal(("OpenTrain.Unknown", "Unknown"), (error.Id(), error.Property("Outcome")));
        Assert.Contains("compare it with what was to be written", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(bench.Writes());
    }

    [Theory]
    [InlineData("Update-PublishedJob ot-live-01 -Headcount 3 -Confirm:$false", "PATCH", 504)]
    [InlineData("Update-PublishedJob ot-live-01 -Headcount 3 -Confirm:$false", "PATCH", 502)]
    public void A_page_of_a_proxy_in_place_of_an_answer_to_a_live_edit_is_told_as_unknown(string script, string method, int status)
    {
        using var bench = new SandboxBench();
        bench.Run("$null = Set-JobDraftSandbox $sandbox -Fault @{ Kind = 'HtmlStatus'; Method = $method; Status = $status }", ("method", method), ("status", status));

        var error = Assert.Single(bench.Run(script).Errors);

        error.Says($"OpenTrain.Http{status}", ErrorCategory.ResourceUnavailable, "the body is a page, not the service's answer", "Whether it was done is not known.");
        Assert.Single(bench.Writes());
    }

    [Theory]
    [InlineData("Get-JobDraft ot-draft-01", "ot-draft-01")]
    [InlineData("Get-PublishedJob ot-live-01", "ot-live-01")]
    [InlineData("Find-PublishedJob traffic", "ot-live-01")]
    public void A_page_of_a_proxy_in_place_of_an_answer_to_a_read_is_asked_again(string script, string id)
    {
        using var bench = new SandboxBench();
        bench.Run("$null = Set-JobDraftSandbox $sandbox -Fault @{ Kind = 'HtmlStatus'; Method = 'GET'; Status = 502 }");

        var result = bench.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.Equal(id, Assert.Single(result.Output).Properties["JobId"].Value);
        Assert.Equal(2, bench.Requests().Count);
    }

    [Fact]
    public void A_close_whose_reply_is_lost_is_sent_again_without_a_word()
    {
        using var bench = new SandboxBench();
        bench.Run("$null = Set-JobDraftSandbox $sandbox -Fault @{ Kind = 'DropAfterHandling'; Method = 'POST' }");

        var result = bench.Run("Close-PublishedJob ot-live-01 -Confirm:$false");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warnings);
        Assert.Equal("ARCHIVED", Assert.Single(result.Output).Properties["Status"].Value);
        Assert.Equal(2, bench.Writes().Count);
    }

    [Fact]
    public void A_job_that_was_closed_before_is_told()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Close-PublishedJob ot-closed-01 -Confirm:$false");

        Assert.Equal(true, Assert.Single(result.Output).Properties["AlreadyClosed"].Value);
        Assert.Equal("OpenTrain job 'ot-closed-01' had been closed before; nothing was changed.", Assert.Single(result.Warnings));
    }

    [Theory]
    [InlineData("New-JobDraft 'Draw boxes.'", "POST")]
    [InlineData("Update-JobDraft ot-draft-01 -ExperienceLevel EXPERT", "PATCH")]
    [InlineData("Publish-Job ot-draft-07 -Service OpenTrain", "POST")]
    [InlineData("Update-PublishedJob ot-live-01 -Headcount 3 -Confirm:$false", "PATCH")]
    [InlineData("Close-PublishedJob ot-live-01 -Confirm:$false", "POST")]
    public void No_write_is_ever_confirmed_by_the_marketplace_which_may_be_minutes_old(string script, string method)
    {
        using var bench = new SandboxBench();
        bench.Run("$null = Set-JobDraftSandbox $sandbox -Fault @{ Kind = 'DropAfterHandling'; Method = $method }", ("method", method));

        bench.Run(script);

        Assert.NotEmpty(bench.Writes());
        Assert.All(bench.Requests().Where(request => request.Method == "GET"), request => Assert.EndsWith("/job-drafts/capabilities", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public void An_account_without_drafting_writes_live_jobs_by_the_documented_fields()
    {
        using var wire = new WireCapture(request => request.Method == "PATCH"
            ? WireReply.Of(200, """{"ok":true,"jobId":"job_1","status":"OPEN"}""")
            : WireReply.Of(403, """{"error":"Off.","code":"FORBIDDEN","requestId":"r","details":{"featureKey":"public_api_job_drafting","mode":"OFF"}}"""));

        var result = wire.Run("@{ jobId = 'job_1'; headcount = '3' }, @{ jobId = 'job_2'; headcount = 'three' } | Update-PublishedJob -Confirm:$false");

        Assert.Equal("""{"headcount":3}""", Assert.Single(wire.Writes).Body);
        Assert.Equal("JobDrafts.BadValue", Assert.Single(result.Errors).Id());
    }

    [Fact]
    public void An_edit_of_a_live_job_and_its_record_tell_what_moderation_decided()
    {
        using var wire = new WireCapture(request => request.Method == "PATCH"
            ? WireReply.Of(200, """{"ok":true,"jobId":"job_1","status":"OPEN","moderation":{"decision":"ALLOW","reasons":["checked by hand"]},"rank":4}""")
            : null);

        var record = Assert.Single(wire.Run("Update-PublishedJob job_1 -JobTitle Signs -Confirm:$false").Output);

        Assert.Equal(("ALLOW", "Signs", 4L), (record.Properties["ModerationDecision"].Value, record.Properties["Title"].Value, record.Properties["rank"].Value));
        Assert.Equal(["checked by hand"], (IEnumerable<string>)record.Properties["ModerationReasons"].Value);
    }
}
