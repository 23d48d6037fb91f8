using System.Collections;
using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands.TextKing;

/// <summary>Starting is an order: it is said what is ordered, refused what cannot start, and never ordered twice.</summary>
public sealed class StartTranslationProjectTests
{
    private const string Spring = "11111111-1111-4111-8111-111111111111";
    private const string Winter = "22222222-2222-4222-8222-222222222222";

    [Fact]
    public void The_question_names_jobs_languages_words_and_price_and_no_orders_nothing()
    {
        var host = new RecordingHost(answer: _ => "No");
        using var bench = new SandboxBench(host);
        var project = TranslationDocuments.NewReadyProject(bench, "Spring 2", "fr", "de");

        var result = bench.Run($"Start-TranslationProject {project}");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Output);
        var question = Assert.Single(host.Questions);
        Assert.Contains($"TextKing project '{project}' (Spring 2)", question, StringComparison.Ordinal);
        Assert.Contains("a billed order: 2 jobs (en to fr, en to de), 6 words, net 0.72 EUR", question, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Writes(), write => write.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public void Yes_orders_once()
    {
        var host = new RecordingHost(answer: _ => "Yes");
        using var bench = new SandboxBench(host);
        var project = TranslationDocuments.NewReadyProject(bench);

        var started = Assert.Single(bench.Run($"Start-TranslationProject {project}").Output);

        Assert.Equal("running", started.Properties["State"].Value);
        Assert.Matches("^[A-Z]{2}[0-9]{7}$", (string)started.Properties["Number"].Value);
        Assert.Single(bench.Writes(), write => write == $"PUT /v1/project/{project} 200");
    }

    [Fact]
    public void A_host_that_cannot_ask_orders_nothing()
    {
        using var bench = new SandboxBench(new RecordingHost());
        var project = TranslationDocuments.NewReadyProject(bench);

        var result = bench.Run($"try {{ Start-TranslationProject {project} }} catch {{ throw }}");

        result.Terminating!.Says("JobDrafts.CannotConfirm", ErrorCategory.InvalidOperation, "Nothing was sent.", "-Confirm:$false");
        Assert.DoesNotContain(bench.Writes(), write => write.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_start_is_refused_with_every_reason_and_the_others_go_on()
    {
        using var bench = new SandboxBench();
        var ready = TranslationDocuments.NewReadyProject(bench);
        var empty = (string)Assert.Single(bench.Run("New-TranslationProject 'No jobs'").Output).Properties["ProjectId"].Value;

        var result = bench.Run($"'{Spring}', '{Winter}', '{ready}', '{empty}' | Start-TranslationProject -Confirm:$false");

        Assert.Equal(ready, Assert.Single(result.Output).Properties["ProjectId"].Value);
        Assert.Equal(3, result.AllErrors.Count);
        result.AllErrors[0].Says("JobDrafts.NotReady", ErrorCategory.InvalidOperation, "Row 1: ", "Spring catalogue", "Document of job 'Leaflet EN to FR'", "Terms FR to DE", "Nothing was sent.", "-SkipCheck");
        Assert.DoesNotContain("EN to PL", result.AllErrors[0].Text(), StringComparison.Ordinal);
        result.AllErrors[1].Says("JobDrafts.NotReady", ErrorCategory.InvalidOperation, "Row 2: ", "Winter manual", "is running", "only a prepared project");
        result.AllErrors[2].Says("JobDrafts.NotReady", ErrorCategory.InvalidOperation, "Row 4: ", "The project has no job.");
        Assert.All(result.AllErrors, error => Assert.Equal("NotSent", error.Property("Outcome")));
        Assert.Single(bench.Writes(), write => write.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public void SkipCheck_lets_the_service_decide()
    {
        using var bench = new SandboxBench();

        Assert.Single(bench.Run($"Start-TranslationProject {Spring} -SkipCheck -Confirm:$false").AllErrors).Says("TextKing.Http400", ErrorCategory.InvalidData, Spring, "Nothing was changed.");
        Assert.Single(bench.Run($"Start-TranslationProject {Winter} -SkipCheck -Confirm:$false").AllErrors)
            .Says("TextKing.Http403", ErrorCategory.PermissionDenied, "Winter manual", "is running", "a project can be changed, started, canceled or deleted only while it is prepared", "Nothing was changed.");
    }

    [Fact]
    public void A_job_does_not_start_the_project_that_holds_it()
    {
        using var bench = new SandboxBench();

        var result = bench.Run($"Get-TranslationJob {Spring} aaaaaaaa-0000-4000-8000-000000000001 | Start-TranslationProject -Confirm:$false");

        Assert.Single(result.AllErrors).Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, "aaaaaaaa-0000-4000-8000-000000000001", "whole projects", "Nothing was sent.");
    }

    [Theory]
    [InlineData("Start-TranslationProject", "PUT", "running")]
    [InlineData("Stop-TranslationProject", "PUT", "canceled")]
    public void A_lost_reply_is_looked_up_and_nothing_is_done_twice(string command, string method, string state)
    {
        using var bench = new SandboxBench();
        var project = TranslationDocuments.NewReadyProject(bench);
        var fault = new Hashtable { ["Kind"] = "DropAfterHandling", ["Method"] = method };

        var result = bench.Run($"$sandbox | Set-JobDraftSandbox -Fault $fault -Confirm:$false; {command} {project} -Confirm:$false", ("fault", fault));

        Assert.Empty(result.AllErrors);
        Assert.Equal(state, result.Output[^1].Properties["State"].Value);
        Assert.Single(bench.Writes(), write => write.StartsWith($"{method} /v1/project/{project}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deletion_whose_reply_was_lost_is_done_once_without_an_error()
    {
        using var bench = new SandboxBench();
        var fault = new Hashtable { ["Kind"] = "DropAfterHandling", ["Method"] = "DELETE" };

        var result = bench.Run($"$null = $sandbox | Set-JobDraftSandbox -Fault $fault -Confirm:$false; Remove-TranslationProject {Spring} -Confirm:$false", ("fault", fault));

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Output);
        Assert.Single(bench.Writes());
        Assert.Single(bench.Run($"Get-TranslationProject {Spring}").AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, Spring);
    }

    [Fact]
    public void A_create_whose_reply_was_lost_is_found_among_the_new_ones()
    {
        using var bench = new SandboxBench();
        var fault = new Hashtable { ["Kind"] = "DropAfterHandling", ["Method"] = "POST" };

        var result = bench.Run("$null = $sandbox | Set-JobDraftSandbox -Fault $fault -Confirm:$false; 'Once' | New-TranslationProject -DueDate 2026-05-04", ("fault", fault));

        Assert.Empty(result.AllErrors);
        Assert.Equal("Once", Assert.Single(result.Output).Properties["Name"].Value);
        Assert.Single(bench.Writes());
        Assert.Single(bench.Run("Get-TranslationProject -SkipCheck | Where-Object Name -eq Once").Output);
    }

    [Fact]
    public void A_journal_that_has_the_order_orders_nothing_again_and_gives_the_record()
    {
        using var bench = new SandboxBench();
        using var folder = new TemporaryFolder();
        var project = TranslationDocuments.NewReadyProject(bench);
        var command = $"Start-TranslationProject {project} -Confirm:$false -JournalPath '{Path.Combine(folder.Path, "orders.jsonl")}'";

        Assert.Equal("running", Assert.Single(bench.Run(command).Output).Properties["State"].Value);
        var again = bench.Run(command + " -Resume");

        Assert.Empty(again.AllErrors);
        Assert.Equal("running", Assert.Single(again.Output).Properties["State"].Value);
        Assert.Single(bench.Writes(), write => write.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_of_which_a_killed_run_saw_no_reply_is_looked_up_by_the_next_run_and_not_refused()
    {
        using var bench = new SandboxBench();
        using var folder = new TemporaryFolder();
        var project = TranslationDocuments.NewReadyProject(bench);
        var command = $"Start-TranslationProject {project} -Confirm:$false -JournalPath '{Path.Combine(folder.Path, "orders.jsonl")}'";
        object[] faults =
        [
            new Hashtable { ["Kind"] = "DropAfterHandling", ["Method"] = "PUT" },
            new Hashtable { ["Kind"] = "Status", ["Status"] = 403, ["Method"] = "GET", ["Skip"] = 4, ["Count"] = 99 },
        ];

        var first = bench.Run("$null = $sandbox | Set-JobDraftSandbox -Fault $faults -Confirm:$false; " + command, ("faults", faults));
        var second = bench.Run("$null = $sandbox | Set-JobDraftSandbox -ClearFault -Confirm:$false; " + command);

        Assert.Single(first.AllErrors).Says("TextKing.Unknown", ErrorCategory.PermissionDenied, "Whether it was done is not known.", $"Get-TranslationProject {project} shows its state");
        Assert.Empty(second.AllErrors);
        Assert.Equal("running", Assert.Single(second.Output).Properties["State"].Value);
        Assert.Single(bench.Writes(), write => write.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public void A_journal_that_has_a_deletion_deletes_nothing_again_and_says_nothing()
    {
        using var bench = new SandboxBench();
        using var folder = new TemporaryFolder();
        var command = $"Remove-TranslationJob aaaaaaaa-0000-4000-8000-000000000001, aaaaaaaa-0000-4000-8000-000000000002 {Spring} -Confirm:$false -JournalPath '{Path.Combine(folder.Path, "gone.jsonl")}'";

        Assert.Empty(bench.Run(command).AllErrors);
        var again = bench.Run(command + " -Resume");

        Assert.Empty(again.AllErrors);
        Assert.Empty(again.Output);
        Assert.Equal(2, bench.Writes().Count);
    }
}
