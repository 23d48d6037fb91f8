using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class PublishJobTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Rows_of_both_services_are_published_in_order(int throttleLimit)
    {
        using var bench = new SandboxBench();
        object[] rows =
        [
            Rows.Of(("service", "Sorce"), ("jobId", "job_s01")),
            Rows.Of(("service", "OpenTrain"), ("jobId", "ot-draft-07")),
            Rows.Of(("service", "Sorce"), ("jobId", "job_s02")),
            Rows.Of(("service", "OpenTrain"), ("jobId", "ot-draft-15")),
        ];

        var result = bench.Run("$rows | Publish-Job -ThrottleLimit $limit", ("rows", rows), ("limit", throttleLimit));

        Assert.Empty(result.AllErrors);
        Assert.Equal(["job_s01", "ot-draft-07", "job_s02", "ot-draft-15"], result.Output.Select(record => record.Properties["JobId"].Value));
        Assert.Equal(["Sorce", "OpenTrain", "Sorce", "OpenTrain"], result.Output.Select(record => record.Properties["Service"].Value.ToString()));
    }

    [Fact]
    public void Its_other_name_is_the_same_command()
    {
        using var bench = new SandboxBench();

        Assert.Equal("ot-draft-07", Assert.Single(bench.Run("Publish-JobDraft ot-draft-07 -Service OpenTrain").Output).Properties["JobId"].Value);
    }

    [Fact]
    public void A_job_that_is_live_already_is_left_alone_with_a_warning()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Publish-Job ot-live-01 -Service OpenTrain");

        Assert.Empty(result.AllErrors);
        Assert.Equal(true, Assert.Single(result.Output).Properties["AlreadyPublished"].Value);
        var warning = Assert.Single(result.Warnings);
        Assert.Contains("ot-live-01", warning, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_not_to_be_ready_is_refused_here_and_SkipCheck_sends_it()
    {
        using var bench = new SandboxBench();
        var draft = Assert.Single(bench.Run("Update-JobDraft ot-draft-04 -Headcount 3").Output);
        Assert.Equal(false, draft.Properties["PublishReady"].Value);
        var before = bench.Writes().Count;

        var refused = bench.Run("$draft | Publish-Job", ("draft", draft));

        var error = Assert.Single(refused.AllErrors);
        error.Says("JobDrafts.NotReady", ErrorCategory.InvalidOperation, "ot-draft-04", "paymentType", "experienceLevel", "Nothing was sent.", "-SkipCheck");
        error.HandsBack(draft);
        Assert.Equal(before, bench.Writes().Count);

        var sent = bench.Run("$draft | Publish-Job -SkipCheck", ("draft", draft));

        Assert.Equal(before + 1, bench.Writes().Count);
        var answer = Assert.Single(sent.AllErrors);
        Assert.StartsWith("OpenTrain.", answer.Id(), StringComparison.Ordinal);
        Assert.Contains("ot-draft-04", answer.Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_ready_is_published_with_its_title()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Update-JobDraft ot-draft-07 -JobTitle 'French answers' | Publish-Job");

        Assert.Empty(result.AllErrors);
        var job = Assert.Single(result.Output);
        Assert.Equal("French answers", job.Properties["Title"].Value);
        Assert.Equal("OPEN", job.Properties["Status"].Value);
    }

    [Fact]
    public void The_daily_quota_is_an_error_of_its_own_that_says_when_to_go_on()
    {
        using var bench = new SandboxBench(null, "-PublishQuota 1");

        var result = bench.Run("'ot-draft-07', 'ot-draft-15' | Publish-Job -Service OpenTrain -ThrottleLimit 1");

        Assert.Equal("ot-draft-07", Assert.Single(result.Output).Properties["JobId"].Value);
        var error = Assert.Single(result.AllErrors);
        Assert.StartsWith("OpenTrain.", error.Id(), StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.Contains("ot-draft-15", error.Text(), StringComparison.Ordinal);
        Assert.Contains("24 hours", error.Text(), StringComparison.Ordinal);
        error.HandsBack("ot-draft-15");
    }

    [Fact]
    public void A_TextKing_record_is_refused_because_its_project_is_what_starts()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Get-TranslationJob 11111111-1111-4111-8111-111111111111 aaaaaaaa-0000-4000-8000-000000000001 | Publish-Job");

        Assert.Empty(bench.Writes());
        Assert.Single(result.AllErrors).Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, "aaaaaaaa-0000-4000-8000-000000000001", "TextKing", "its project is started", "Nothing was sent.");
    }

    [Fact]
    public void A_record_of_another_service_than_the_one_given_is_refused()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("@{ service = 'OpenTrain'; jobId = 'ot-draft-07' } | Publish-Job -Service Sorce");

        Assert.Empty(bench.Writes());
        Assert.Single(result.AllErrors).Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, "ot-draft-07", "belongs to OpenTrain", "-Service says Sorce", "Nothing was sent.");
    }
}
