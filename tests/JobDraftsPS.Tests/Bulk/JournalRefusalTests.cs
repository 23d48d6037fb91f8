using System.Management.Automation;
using System.Runtime.Versioning;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>A journal that cannot be used ends the command before anything is sent, and stays byte for byte what it was.</summary>
public sealed class JournalRefusalTests : IDisposable
{
    private const string Run = """{"type":"run","at":"2026-03-02T08:00:00+00:00","version":1,"command":"Update-JobDraft"}""" + "\n";

    private readonly JournalFile journal = new();
    private readonly Bench bench = new();

    public void Dispose()
    {
        bench.Dispose();
        journal.Dispose();
    }

    [Theory]
    [InlineData("jobId,title\n1,x\n", "no journal line")]
    [InlineData("garbage without an end of line", "no journal")]
    [InlineData("""{"type":"run","version":2,"command":"Update-JobDraft"}""" + "\n", "version 2")]
    [InlineData("""{"type":"run","version":1,"command":"Publish-Job"}""" + "\n", "Publish-Job")]
    [InlineData("""{"type":"run","version":1,"command":"Update-JobDraft","plan":"x"}""" + "\n", "a plan")]
    [InlineData(Run + "{\"type\":\n" + Run, "no journal line")]
    public void A_file_that_is_no_journal_of_this_command(string content, string why)
    {
        File.WriteAllText(journal.Path, content);
        var before = journal.Bytes;

        var refused = Refused(journal.Path);

        Assert.Contains(why, refused.Text(), StringComparison.Ordinal);
        Assert.Equal(before, journal.Bytes);
        Assert.Equal([journal.Path], Directory.GetFileSystemEntries(journal.Folder));
    }

    [Theory]
    [InlineData("Publish-Job -Service OpenTrain")]
    [InlineData("New-JobDraft")]
    [InlineData("Set-TranslationJob -ProjectId 11111111-1111-4111-8111-111111111111 -Briefing x")]
    public void A_journal_of_another_command_is_refused_by_each(string command)
    {
        File.WriteAllText(journal.Path, Run);
        var before = journal.Bytes;

        var run = bench.Run($"try {{ @{{ jobId = 'aaaaaaaa-0000-4000-8000-000000000001'; description = 'x' }} | {command} -JournalPath $journal }} catch {{ throw }}", ("journal", journal.Path));

        Assert.Equal("JobDrafts.Journal", run.Result.Terminating!.Id());
        Assert.Contains("Update-JobDraft", run.Result.Terminating!.Text(), StringComparison.Ordinal);
        Assert.Empty(run.Calls);
        Assert.Equal(before, journal.Bytes);
    }

    [Theory]
    [InlineData("Update-JobDraft a -Headcount 2 -Resume")]
    [InlineData("Publish-Job a -Service OpenTrain -Resume")]
    [InlineData("@{ service = 'OpenTrain'; jobId = 'a'; operation = 'Publish' } | New-JobDraftPlan | Invoke-JobDraftPlan -Resume")]
    public void Going_on_without_a_journal_would_send_everything_again_and_is_refused(string script)
    {
        var run = bench.Run(script);

        Assert.Empty(run.Writes);
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "-Resume", "Nothing was sent.", "-JournalPath");
        Assert.NotEmpty(bench.Run("Update-JobDraft a -Headcount 2 -Resume:$false").Writes);
    }

    [Fact]
    public void Another_account_ends_the_command_before_a_row_is_sent()
    {
        bench.Run("Update-JobDraft a -Headcount 2 -JournalPath $journal", ("journal", journal.Path));
        var before = journal.Bytes;

        using var other = new Bench();
        var run = other.Run("try { @{ jobId = 'b'; headcount = 2 }, @{ jobId = 'c'; headcount = 2 } | Update-JobDraft -JournalPath $journal -Resume } catch { throw }", ("journal", journal.Path));

        Assert.Equal("JobDrafts.Journal", run.Result.Terminating!.Id());
        Assert.Contains("another OpenTrain account", run.Result.Terminating!.Text(), StringComparison.Ordinal);
        Assert.Empty(run.Writes);
        Assert.Equal(before, journal.Bytes);
    }

    [Theory]
    [InlineData("no/such/folder/run.jsonl")]
    [InlineData("a-file/run.jsonl")]
    [InlineData("a-folder")]
    public void A_place_where_no_journal_can_lie(string place)
    {
        Directory.CreateDirectory(journal.At("a-folder"));
        File.WriteAllText(journal.At("a-file"), "x");

        var refused = Refused(journal.At(place));

        Assert.Contains(place, refused.Text(), StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("macos")]
    public void A_lock_that_another_process_holds()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS(), "There the lock is a file beside the journal.");
        using var taken = new FileStream(journal.Path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        taken.Lock(0, 1);

        Assert.Contains("another run has it open", Refused(journal.Path).Text(), StringComparison.Ordinal);
        Assert.Equal(0, taken.Length);
    }

    [Fact]
    public async Task Two_runs_at_once_in_one_process()
    {
        using var gate = new Gate();
        using var first = new Bench(async call =>
        {
            if (call.Method == "PATCH")
            {
                await gate.PassAsync();
            }

            return StubServices.Reply(call);
        });
        var running = Task.Run(() => first.Run("Update-JobDraft a -Headcount 2 -JournalPath $journal", ("journal", journal.Path)), TestContext.Current.CancellationToken);
        gate.WaitFor(1);

        var refused = Refused(journal.Path);
        gate.Open();

        Assert.Contains("another run has it open", refused.Text(), StringComparison.Ordinal);
        Assert.Empty((await running).Result.AllErrors);
        Assert.Equal("end", journal.Types[^1]);
    }

    [Fact]
    public async Task A_run_in_another_process()
    {
        using var gate = new Gate();
        using var first = new Bench(async call =>
        {
            if (call.Method == "PATCH")
            {
                await gate.PassAsync();
            }

            return StubServices.Reply(call);
        });
        first.Run("Update-JobDraft a -Headcount 2 -WhatIf");
        var script = $$"""
            Import-Module '{{Repository.Manifest}}'
            Connect-JobDraftService OpenTrain -BaseUri '{{first.Origin}}{{StubServices.OpenTrainPath}}' -Token ([System.Net.NetworkCredential]::new('', 'stub-token-of-OpenTrain').SecurePassword)
            Update-JobDraft a -Headcount 2 -JournalPath '{{journal.Path}}' | ForEach-Object JobId
            """;
        var running = EngineProcess.RunAsync(script);
        gate.WaitFor(1);

        var refused = Refused(journal.Path);
        gate.Open();

        Assert.Contains("another run has it open", refused.Text(), StringComparison.Ordinal);
        Assert.Equal(["a"], (await running).Output);
        Assert.Equal("end", journal.Types[^1]);
    }

    [Fact]
    public void A_file_that_was_replaced_before_the_first_row_comes()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device here that is always full.");
        var rows = Enumerable.Range(1, 20).Select(i => Rows.Of(("jobId", $"job-{i}"), ("headcount", 2))).ToArray();

        var run = bench.Run(
            "try { $rows | ForEach-Object { if ($_.jobId -eq 'job-1') { [IO.File]::Delete($journal); [void][IO.File]::CreateSymbolicLink($journal, '/dev/full') }; $_ } | Update-JobDraft -JournalPath $journal } catch { throw }",
            ("rows", rows),
            ("journal", journal.Path));

        Assert.Equal("JobDrafts.Journal", run.Result.Terminating!.Id());
        Assert.Contains("cannot be written", run.Result.Terminating!.Text(), StringComparison.Ordinal);
        Assert.Empty(run.Writes);
    }

    private ErrorRecord Refused(string path)
    {
        var run = bench.Run("try { @{ jobId = 'a'; headcount = 2 } | Update-JobDraft -JournalPath $journal } catch { throw }", ("journal", path));
        Assert.NotNull(run.Result.Terminating);
        Assert.Equal("JobDrafts.Journal", run.Result.Terminating.Id());
        Assert.Equal("NotSent", run.Result.Terminating.Property("Outcome"));
        Assert.False(string.IsNullOrEmpty(run.Result.Terminating.ErrorDetails.RecommendedAction));
        Assert.Empty(run.Calls);
        return run.Result.Terminating;
    }
}
