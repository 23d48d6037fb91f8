using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>A run with a journal, ended early, and the same run again.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly JournalFile journal = new();
    private readonly Bench bench;
    private Func<RecordedCall, Reply> answer = StubServices.Reply;

    public JournalTests() => bench = new Bench(call => Task.FromResult(answer(call)));

    public void Dispose()
    {
        bench.Dispose();
        journal.Dispose();
    }

    [Fact]
    public void Each_intent_is_on_disk_before_its_request_arrives()
    {
        var late = 0;
        answer = call =>
        {
            if (call.Method == "PATCH" && !journal.TypesOf(call.Path.Split('/')[^1]).Contains("intent"))
            {
                Interlocked.Increment(ref late);
            }

            return StubServices.Reply(call);
        };

        var run = Update(40, "-ThrottleLimit 8");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(40, run.Writes.Count);
        Assert.Equal(0, late);
    }

    [Fact]
    public void A_run_that_goes_on_sends_only_what_is_left_and_shows_everything_in_order()
    {
        Update(6);
        journal.Forget(line => (string?)line["jobId"] is "job-3" or "job-5" || (string?)line["type"] == "sent");

        var run = Update(8);

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(["job-3", "job-5", "job-7", "job-8"], run.Writes.Select(call => call.Path.Split('/')[^1]).Order());
        Assert.Equal(Enumerable.Range(1, 8).Select(i => $"job-{i}"), run.Result.Output.Select(record => record.Properties["JobId"].Value));
        Assert.All(run.Result.Output, record => Assert.Equal(true, record.Properties["PublishReady"].Value));
    }

    [Fact]
    public void A_row_that_was_sent_without_a_reply_is_sent_again_where_that_gives_the_same()
    {
        Update(3);
        journal.ForgetReplyOf("job-2");

        var run = Update(3);

        Assert.Equal(["job-2"], run.Writes.Select(call => call.Path.Split('/')[^1]));
        Assert.Equal(["intent", "sent", "intent", "sent", "reply"], journal.TypesOf("job-2"));
    }

    [Fact]
    public void A_publish_that_was_sent_without_a_reply_is_looked_up_and_not_repeated()
    {
        using var sandbox = new SandboxBench();
        sandbox.Run("'job_s01', 'job_s02' | Publish-Job -Service Sorce -JournalPath $journal", ("journal", journal.Path));
        journal.ForgetReplyOf("job_s01");
        journal.ForgetReplyOf("job_s02");

        var result = sandbox.Run("'job_s01', 'job_s02', 'job_s03' | Publish-Job -Service Sorce -JournalPath $journal");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["ACTIVE", "ACTIVE", "ACTIVE"], result.Output.Select(record => record.Properties["Status"].Value));
        Assert.Equal(3, sandbox.Writes().Count);
        Assert.Equal("reconciled", journal.TypesOf("job_s01")[^1]);
        Assert.Equal("reconciled", journal.TypesOf("job_s02")[^1]);
        Assert.Equal("end", journal.Types[^1]);
    }

    [Fact]
    public void A_publish_that_never_arrived_is_sent_by_the_next_run()
    {
        using var sandbox = new SandboxBench();
        sandbox.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'DropBeforeHandling'; Method = 'POST' }, @{ Kind = 'Status'; Status = 403; Method = 'GET' }; Publish-Job job_s01 -Service Sorce -JournalPath $journal", ("journal", journal.Path));

        var result = sandbox.Run("Publish-Job job_s01 -Service Sorce -JournalPath $journal");

        Assert.Empty(result.AllErrors);
        Assert.Equal("ACTIVE", Assert.Single(result.Output).Properties["Status"].Value);
        Assert.Equal(2, sandbox.Writes().Count);
    }

    [Fact]
    public void A_refused_row_is_tried_again()
    {
        answer = call => call.Path.EndsWith("/job-2", StringComparison.Ordinal) ? new Reply(400, """{"error":"No.","code":"BAD_REQUEST"}""") : StubServices.Reply(call);
        Assert.Single(Update(3).Result.Errors);
        answer = StubServices.Reply;

        var run = Update(3);

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(3, run.Result.Output.Count);
        Assert.Equal(["job-2"], run.Writes.Select(call => call.Path.Split('/')[^1]));
        Assert.Equal("end", journal.Types[^1]);
    }

    [Fact]
    public void The_same_row_three_times_is_sent_three_times_and_not_a_fourth()
    {
        const string Script = "1..3 | ForEach-Object { @{ jobId = 'a'; headcount = 2 } } | Update-JobDraft -JournalPath $journal -Resume";
        Assert.Equal(3, bench.Run(Script, ("journal", journal.Path)).Writes.Count);

        Assert.Empty(bench.Run(Script).Writes);
        Assert.Single(bench.Run(Script.Replace("1..3", "1..4", StringComparison.Ordinal)).Writes);
    }

    [Fact]
    public void A_line_that_a_kill_cut_in_two_is_told_and_left_out()
    {
        Update(2);
        journal.Forget(_ => false);
        File.AppendAllText(journal.Path, """{"type":"intent","row":"12""");

        var run = Update(3);

        Assert.Empty(run.Result.AllErrors);
        Assert.Contains("cut off", Assert.Single(run.Result.Warnings), StringComparison.Ordinal);
        Assert.Equal(["job-3"], run.Writes.Select(call => call.Path.Split('/')[^1]));
        Assert.Equal("end", journal.Types[^1]);
    }

    [Fact]
    public void A_complete_journal_goes_on_only_when_it_is_told_to()
    {
        Update(2);
        var before = journal.Bytes;

        var refused = Update(3);
        Assert.Equal("JobDrafts.Journal", refused.Result.Terminating!.Id());
        Assert.Contains("-Resume", refused.Result.Terminating!.Text(), StringComparison.Ordinal);
        Assert.Empty(refused.Calls);
        Assert.Equal(before, journal.Bytes);

        var shown = Update(2, "-Resume");
        Assert.Empty(shown.Writes);
        Assert.Equal(2, shown.Result.Output.Count);
        Assert.Equal(before, journal.Bytes);

        var more = Update(3, "-Resume");
        Assert.Single(more.Writes);
        Assert.Equal(3, more.Result.Output.Count);
    }

    [Fact]
    public void A_rehearsal_leaves_nothing_behind()
    {
        var run = Update(3, "-WhatIf");

        Assert.Empty(run.Writes);
        Assert.Empty(Directory.GetFileSystemEntries(journal.Folder));
    }

    [Fact]
    public void A_rehearsal_leaves_a_begun_journal_as_it_is()
    {
        Update(2);
        journal.Forget(_ => false);
        var before = journal.Bytes;

        Update(3, "-WhatIf");

        Assert.Equal(before, journal.Bytes);
    }

    [Fact]
    public void The_journal_is_its_owners_alone_holds_what_was_sent_and_no_secret()
    {
        answer = call => call.Path.EndsWith("/job-2", StringComparison.Ordinal) ? new Reply(400, """{"error":"Bearer stub-token-of-OpenTrain is not enough.","code":"BAD_REQUEST"}""") : StubServices.Reply(call);
        Update(3, "-Verbose -Debug");

        var text = File.ReadAllText(journal.Path);
        Assert.DoesNotContain("stub-token", text, StringComparison.Ordinal);
        Assert.Contains("\"headcount\":2", text, StringComparison.Ordinal);
        Assert.Equal([journal.Path], Directory.GetFileSystemEntries(journal.Folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(journal.Path));
        }
    }

    private BenchRun Update(int rows, string more = "") => bench.Run(
        $"try {{ $rows | Update-JobDraft -JournalPath $journal {more} }} catch {{ throw }}",
        ("rows", Enumerable.Range(1, rows).Select(i => Rows.Of(("jobId", $"job-{i}"), ("headcount", 2))).ToArray()),
        ("journal", journal.Path));
}
