using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>Quotas as a user meets them: waited for, or told with the time to go on, and never run into.</summary>
public sealed class QuotaTests
{
    [Fact]
    public void Beyond_the_days_publications_rows_end_unsent_with_the_time_and_the_sandboxs_clock_frees_them()
    {
        using var bench = new SandboxBench(null, "-PublishQuota 1");
        using var journal = new JournalFile();
        const string Publish = "'ot-draft-07', 'ot-draft-15' | Publish-Job -Service OpenTrain -JournalPath $journal -ThrottleLimit 1";

        var first = bench.Run(Publish, ("journal", journal.Path));

        Assert.Equal("ot-draft-07", Assert.Single(first.Output).Properties["JobId"].Value);
        var error = Assert.Single(first.AllErrors);
        Assert.Equal("OpenTrain.QuotaExceeded", error.Id());
        Assert.Equal("NotSent", error.Property("Outcome"));
        Assert.Equal(System.Management.Automation.ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.Matches(@"It can go on at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC", error.Text());
        Assert.Equal("NotSent", (string?)journal.LinesOf("ot-draft-15")[^1]["outcome"]);
        Assert.Single(bench.Writes());

        bench.AdvanceClock(TimeSpan.FromHours(25));
        var second = bench.Run(Publish);

        Assert.Empty(second.AllErrors);
        Assert.Equal(["ot-draft-07", "ot-draft-15"], second.Output.Select(record => record.Properties["JobId"].Value));
        Assert.Equal(2, bench.Writes().Count);
        Assert.DoesNotContain(bench.Requests(), request => request.Status == 429);
    }

    [Fact]
    public void A_publish_of_what_is_live_already_costs_nothing()
    {
        using var bench = new SandboxBench(null, "-PublishQuota 1");

        var result = bench.Run("'ot-live-01', 'ot-live-02', 'ot-live-01', 'ot-draft-07' | Publish-Job -Service OpenTrain -ThrottleLimit 1");

        Assert.Empty(result.AllErrors);
        Assert.Equal(4, result.Output.Count);
    }

    [Fact]
    public void Drafts_are_edited_when_no_publication_is_left()
    {
        using var bench = new SandboxBench(null, "-PublishQuota 0");

        var result = bench.Run("Publish-Job ot-draft-07 -Service OpenTrain -MaxWaitSec 1; Update-JobDraft ot-draft-07 -Headcount 3");

        Assert.Equal("OpenTrain.QuotaExceeded", Assert.Single(result.AllErrors).Id());
        Assert.Single(result.Output);
        Assert.All(bench.Writes(), write => Assert.StartsWith("PATCH", write, StringComparison.Ordinal));
    }

    [Fact]
    public void A_push_back_holds_all_rows_for_as_long_as_it_says()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("""
            $sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'RateLimited'; Service = 'TextKing'; Method = 'PUT'; RetryAfterSeconds = 4000 }
            1..4 | ForEach-Object { "aaaaaaaa-0000-4000-8000-00000000000$_" } |
                Set-TranslationJob -ProjectId 11111111-1111-4111-8111-111111111111 -Briefing Short. -ThrottleLimit 1 -MaxWaitSec 100
            """);

        Assert.Empty(result.Output);
        Assert.Equal(4, result.Errors.Count);
        Assert.All(result.Errors, error => Assert.Equal("TextKing.QuotaExceeded", error.Id()));
        Assert.All(result.Errors, error => Assert.Equal("NotSent", error.Property("Outcome")));
        Assert.Single(bench.Writes());
    }

    [Fact]
    public void MaxWaitSec_holds_for_the_read_before_the_first_row_too()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("""
            $sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'RateLimited'; Method = 'GET'; RetryAfterSeconds = 200 }
            try { Update-JobDraft ot-draft-01 -Headcount 3 -MaxWaitSec 5 } catch { throw }
            """);

        Assert.Equal("OpenTrain.QuotaExceeded", result.Terminating!.Id());
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void A_short_push_back_is_waited_out_and_told()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("""
            $sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'RateLimited'; Method = 'PATCH'; RetryAfterSeconds = 1 }
            Update-JobDraft ot-draft-01 -Headcount 3 -Verbose
            """);

        Assert.Empty(result.AllErrors);
        Assert.Single(result.Output);
        Assert.Contains(result.Verbose, line => line.Contains("again (2. attempt): too many requests", StringComparison.Ordinal));
        Assert.Equal(2, bench.Writes().Count);
    }

    [Fact]
    public void What_is_remembered_of_quotas_is_its_owners_alone_and_named_after_no_token()
    {
        using var bench = new SandboxBench();
        bench.Run("Publish-Job job_s01 -Service Sorce; Publish-Job ot-draft-07 -Service OpenTrain");
        var folder = Path.Combine(Environment.GetEnvironmentVariable("JOBDRAFTS_STATE_PATH")!, "pacing");

        var files = Directory.GetFiles(folder);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Matches("^[0-9a-f]{24}\\.json$", Path.GetFileName(file)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(folder).UnixFileMode);
            foreach (var file in files)
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }
}
