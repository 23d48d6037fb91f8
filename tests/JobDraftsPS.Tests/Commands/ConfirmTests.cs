using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class ConfirmTests
{
    private static readonly PSObject[] ThreeRows = [.. new[] { "a", "b", "c" }.Select(id => Rows.Of(("jobId", id), ("jobTitle", "New")))];

    [Theory]
    [InlineData("$rows | Update-JobDraft -Confirm")]
    [InlineData("$rows | Publish-Job -Service Sorce -Confirm")]
    [InlineData("'A text', 'Another' | New-JobDraft -Confirm")]
    [InlineData("'j' | Complete-JobDraft -Answer @{ headcount = 3 } -Confirm")]
    [InlineData("@{ title = 'New' }, @{ title = 'Other' } | New-JobListing -Confirm")]
    [InlineData("'a', 'b' | Set-JobListing -Title New -Confirm")]
    [InlineData("'a', 'b' | Suspend-JobListing -Confirm")]
    [InlineData("'a', 'b' | Resume-JobListing -Confirm")]
    [InlineData("'a', 'b' | Close-JobListing")]
    [InlineData("New-TranslationProject Spring -Confirm")]
    [InlineData("Set-TranslationProject 11111111-1111-4111-8111-111111111111 -Name Summer -Confirm")]
    [InlineData("Start-TranslationProject 11111111-1111-4111-8111-111111111111")]
    [InlineData("Stop-TranslationProject 11111111-1111-4111-8111-111111111111")]
    [InlineData("Remove-TranslationProject 11111111-1111-4111-8111-111111111111")]
    [InlineData("New-TranslationJob 11111111-1111-4111-8111-111111111111 -Name A -SourceLanguage en -TargetLanguage fr -Quality translation -Confirm")]
    [InlineData("Remove-TranslationJob aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111")]
    [InlineData("New-TranslationCallback aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -Url https://x.example.org/ -TriggerState completed -Confirm")]
    [InlineData("Set-TranslationCallback dddddddd-0000-4000-8000-000000000001 aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -ExtraData x -Confirm")]
    [InlineData("Remove-TranslationCallback dddddddd-0000-4000-8000-000000000001 aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -Confirm")]
    [InlineData("@{ jobId = 'j'; jobTitle = 'New' } | New-JobDraftPlan -Service OpenTrain -OutFile ./not-written.json -Confirm")]
    [InlineData("$plan = @{ operation = 'Create'; title = 'New' } | New-JobDraftPlan -Service Sorce; $plan | Invoke-JobDraftPlan -Confirm")]
    [InlineData("$plan = @{ operation = 'Create'; title = 'New' } | New-JobDraftPlan -Service Sorce; $plan | Split-JobDraftPlan -Count 1 -OutFile ./not-written.json -Confirm")]
    [InlineData("(New-Record ([JobDraftsPS.JobDraft]) @{ JobId = 'j'; Validation = (New-Record ([JobDraftsPS.JobValidation]) @{ MissingFields = (New-Record ([JobDraftsPS.MissingField]) @{ Field = 'jobTitle' }) }) }) | Export-JobDraftForm ./not-written.csv -Confirm")]
    [InlineData("$ConfirmPreference = 'Medium'; $rows | Update-JobDraft")]
    [InlineData("$rows | Update-PublishedJob")]
    [InlineData("$rows | Close-PublishedJob")]
    public void A_host_that_cannot_ask_gets_one_terminating_error_and_nothing_is_sent(string command)
    {
        using var bench = new Bench(StubServices.Answer, new RecordingHost());

        var run = bench.Run($"try {{ {command} }} catch {{ throw }}", ("rows", ThreeRows));

        AssertCannotConfirm(run);
    }

    [Fact]
    public void A_session_without_any_host_gets_the_same_error()
    {
        using var bench = new Bench();

        AssertCannotConfirm(bench.Run("try { $rows | Update-JobDraft -Confirm } catch { throw }", ("rows", ThreeRows)));
    }

    [Fact]
    public void Confirm_false_runs_where_nobody_can_be_asked()
    {
        using var bench = new Bench(StubServices.Answer, new RecordingHost());

        var run = bench.Run("$ConfirmPreference = 'Low'; $rows | Update-JobDraft -Confirm:$false", ("rows", ThreeRows));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(3, run.Writes.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void No_skips_that_row_alone(int throttleLimit)
    {
        var host = new RecordingHost(answer: question => question.Contains("'b'", StringComparison.Ordinal) ? "No" : "Yes");
        using var bench = new Bench(StubServices.Answer, host);

        var run = bench.Run("$rows | Update-JobDraft -Confirm -ThrottleLimit $limit", ("rows", ThreeRows), ("limit", throttleLimit));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(3, host.Questions.Count);
        Assert.All(host.Questions, question => Assert.Contains("jobTitle = New", question, StringComparison.Ordinal));
        Assert.Equal(["a", "c"], run.Result.Output.Select(record => record.Properties["JobId"].Value));
        Assert.Equal(2, run.Writes.Count);
    }

    [Fact]
    public void No_to_all_sends_nothing()
    {
        var host = new RecordingHost(answer: _ => "No to All");
        using var bench = new Bench(StubServices.Answer, host);

        var run = bench.Run("$rows | Update-JobDraft -Confirm", ("rows", ThreeRows));

        Assert.Empty(run.Result.AllErrors);
        Assert.Single(host.Questions);
        Assert.Empty(run.Writes);
    }

    [Fact]
    public void Yes_to_all_asks_once()
    {
        var host = new RecordingHost(answer: _ => "Yes to All");
        using var bench = new Bench(StubServices.Answer, host);

        var run = bench.Run("$rows | Update-JobDraft -Confirm", ("rows", ThreeRows));

        Assert.Single(host.Questions);
        Assert.Equal(3, run.Writes.Count);
    }

    [Fact]
    public void The_question_is_asked_in_the_order_of_the_rows()
    {
        var host = new RecordingHost(answer: _ => "Yes");
        using var bench = new Bench(StubServices.Answer, host);

        bench.Run("$rows | Update-JobDraft -Confirm", ("rows", ThreeRows));

        Assert.Equal(["'a'", "'b'", "'c'"], host.Questions.Select(question => question.Substring(question.IndexOf("draft '", StringComparison.Ordinal) + 6, 3)));
    }

    private static void AssertCannotConfirm(BenchRun run)
    {
        Assert.Empty(run.Result.Errors);
        run.Result.Terminating!.Says("JobDrafts.CannotConfirm", ErrorCategory.InvalidOperation, "cannot ask", "Nothing was sent.", "-Confirm:$false");
        Assert.Empty(run.Writes);
    }
}
