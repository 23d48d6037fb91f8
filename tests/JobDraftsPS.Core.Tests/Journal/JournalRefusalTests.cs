using System.Runtime.Versioning;
using System.Text;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Journal;

/// <summary>Journals that cannot be used are refused before anything is sent, and not a byte of them is changed.</summary>
public sealed class JournalRefusalTests : IDisposable
{
    private const string Run = """{"type":"run","at":"2026-03-02T08:00:00+00:00","version":1,"command":"Update-JobDraft"}""" + "\n";

    private readonly JournalBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("not a journal", "no journal")]
    [InlineData("not a journal\n", "no journal line")]
    [InlineData("{}\n", "no journal")]
    [InlineData("[]\n", "no journal line")]
    [InlineData("null\n", "no journal line")]
    [InlineData("jobId,title\n1,x\n", "no journal line")]
    [InlineData("""{"type":"intent","row":"x#1"}""" + "\n", "no journal")]
    [InlineData("""{"type":"run"}""" + "\n", "no journal")]
    [InlineData("""{"type":"run","version":"one"}""" + "\n", "no journal line")]
    [InlineData("""{"type":"run","version":2,"command":"Update-JobDraft"}""" + "\n", "version 2")]
    [InlineData("""{"type":"run","version":1,"command":"Publish-Job"}""" + "\n", "Publish-Job")]
    [InlineData("""{"type":"run","version":1,"command":"Update-JobDraft","plan":"abc"}""" + "\n", "a plan")]
    [InlineData(Run + "{\"type\":\"rep\n" + Run, "no journal line")]
    [InlineData(Run + "\0\0\0\0\n", "no journal line")]
    [InlineData(Run + """{"type":"intent","row":"x#1","after":{"a":"\ud800"}}""" + "\n", "no journal line")]
    [InlineData(Run + """{"type":"reply","row":"x#1","answer":{"\ud800":1}}""" + "\n", "no journal line")]
    [InlineData(Run + """{"type":"reply","row":"x#1","\ud800":1}""" + "\n", "no journal line")]
    [InlineData(Run + """{"type":"reply","row":"x#1","outcme":"Applied"}""" + "\n", "no journal line")]
    [InlineData(Run + """{"type":"reply","outcome":"Applied"}""" + "\n", "of a kind")]
    [InlineData(Run + """{"type":"run","version":1,"command":"Publish-Job"}""" + "\n", "Publish-Job")]
    [InlineData("""{"type":"run","version":2,"kind":"new"}""" + "\n", "version 2")]
    [InlineData("\u001f\u008b\b\0garbage\n\n\n", "no journal line")]
    public void What_is_no_journal_of_this_work_is_refused_and_left_alone(string content, string why)
    {
        File.WriteAllText(bench.Path, content);
        var before = File.ReadAllBytes(bench.Path);

        var error = bench.Refused(resume: true);

        Assert.Equal("JobDrafts.Journal", error.ErrorId);
        Assert.Equal(CallOutcome.NotSent, error.Outcome);
        Assert.Contains(bench.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Contains("not changed", error.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(error.RecommendedAction));
        Assert.Equal(before, File.ReadAllBytes(bench.Path));
        Assert.Equal([bench.Path], Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_by_all_who_read_a_journal()
    {
        File.WriteAllBytes(bench.Path, [.. Encoding.UTF8.GetBytes(Run + "{\"type\":\"intent\",\"row\":\"x#1\",\"after\":{\"a\":\""), 0xb9, .. "\"}}\n"u8]);

        Assert.Contains("no journal line", bench.Refused(resume: true).Message, StringComparison.Ordinal);
        Assert.Contains("no journal line", Assert.Throws<JobDraftsApiException>(() => new JournalView().Add(bench.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("no journal line", Assert.Throws<JobDraftsApiException>(() => JournalHistory.Read(bench.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complete_journal_is_refused_unless_it_is_resumed()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));
        var before = await File.ReadAllBytesAsync(bench.Path, TestContext.Current.CancellationToken);

        var error = bench.Refused();

        Assert.Contains("already complete", error.Message, StringComparison.Ordinal);
        Assert.Contains("-Resume", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(bench.Path, TestContext.Current.CancellationToken));
        bench.Open(resume: true).Dispose();
    }

    [Fact]
    public async Task A_journal_with_failed_rows_is_not_complete()
    {
        using var failing = new JournalBench(_ => ScriptedNetwork.Json(400, "{}"));
        await failing.RunAsync(false, failing.Calls.Update("a"));

        failing.Open().Dispose();
    }

    [Fact]
    public async Task Another_account_is_refused_at_its_first_row()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));
        var before = await File.ReadAllBytesAsync(bench.Path, TestContext.Current.CancellationToken);
        using var other = new CallBench(CallBench.Good);
        using (var journal = bench.Open(resume: true))
        {
            var error = Assert.Throws<JobDraftsApiException>(() => journal.Claim(other.Update("a"), 1));

            Assert.Equal("JobDrafts.Journal", error.ErrorId);
            Assert.Contains("another OpenTrain account", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(bench.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Two_runs_cannot_have_one_journal()
    {
        using (bench.Open())
        {
            var error = bench.Refused();

            Assert.Equal("JobDrafts.Journal", error.ErrorId);
            Assert.Contains("another run has it open", error.Message, StringComparison.Ordinal);
            Assert.Contains("journal of its own", error.RecommendedAction, StringComparison.Ordinal);
        }

        bench.Open().Dispose();
    }

    [Fact]
    public void An_empty_journal_that_a_killed_run_left_behind_holds_nobody()
    {
        File.WriteAllText(bench.Path, string.Empty);

        bench.Open().Dispose();
        bench.Open().Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_runs_cannot_have_one_journal_under_two_names(bool isHard)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Links are made here as Linux makes them.");
        await bench.RunAsync(false, bench.Calls.Update("a"));
        var second = bench.At("second.jsonl");
        using var made = System.Diagnostics.Process.Start("ln", isHard ? [bench.Path, second] : ["-s", bench.Path, second]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        using (bench.Open(resume: true))
        {
            var error = Assert.Throws<JobDraftsApiException>(() => RunJournal.Open(second, JournalBench.Command, resume: true));

            Assert.Contains("another run has it open", error.Message, StringComparison.Ordinal);
        }

        RunJournal.Open(second, JournalBench.Command, resume: true).Dispose();
    }

    [Fact]
    public void A_new_journal_that_two_runs_open_is_one_runs_also_through_a_link_to_its_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own on Windows.");
        Directory.CreateSymbolicLink(bench.At("link"), bench.Folder);
        using var first = bench.Open();

        var error = Assert.Throws<JobDraftsApiException>(() => RunJournal.Open(Path.Combine(bench.At("link"), "run.jsonl"), JournalBench.Command, resume: false));

        Assert.Contains("another run has it open", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_runs_that_open_and_leave_one_journal_never_have_it_together()
    {
        var inside = 0;
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            try
            {
                using var journal = bench.Open();
                Assert.Equal(1, Interlocked.Increment(ref inside));
                Interlocked.Decrement(ref inside);
            }
            catch (JobDraftsApiException error)
            {
                Assert.Contains("another run has it open", error.Message, StringComparison.Ordinal);
            }
        });

        Assert.True(!File.Exists(bench.Path) || new FileInfo(bench.Path).Length == 0);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("nowhere")]
    public void A_new_journal_is_never_begun_through_a_link(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own on Windows.");
        File.WriteAllText(bench.At("empty"), string.Empty);
        File.CreateSymbolicLink(bench.Path, bench.At(target));

        Assert.Contains("a link", bench.Refused().Message, StringComparison.Ordinal);

        Assert.False(File.Exists(bench.At("nowhere")));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_journal_that_others_may_change_is_made_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        await bench.RunAsync(false, bench.Calls.Update("a"));
        File.SetUnixFileMode(bench.Path, (UnixFileMode)0b110_110_110);

        bench.Open(resume: true).Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bench.Path));
    }

    [Theory]
    [InlineData("damaged\n")]
    [InlineData("""{"type":"rekly","row":"x#1"}""" + "\n")]
    public void The_advice_for_a_damaged_journal_does_not_lead_to_a_repeat(string line)
    {
        File.WriteAllText(bench.Path, Run + line);

        var advice = bench.Refused().RecommendedAction;

        Assert.Contains("would be sent again", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("does not exist yet", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_second_run_does_not_take_the_lock_of_the_first_away()
    {
        using var first = bench.Open();
        bench.Refused();

        Assert.Contains("another run has it open", bench.Refused().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no/such/folder/run.jsonl")]
    [InlineData("a-file/run.jsonl")]
    [InlineData("a-folder")]
    public void A_place_where_no_journal_can_lie_is_refused(string place)
    {
        Directory.CreateDirectory(bench.At("a-folder"));
        File.WriteAllText(bench.At("a-file"), "x");

        var error = Assert.Throws<JobDraftsApiException>(() => RunJournal.Open(bench.At(place), JournalBench.Command, false));

        Assert.Equal("JobDrafts.Journal", error.ErrorId);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another run", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a-file", "a-folder"], Directory.GetFileSystemEntries(bench.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_journal_that_may_only_be_read_is_refused_before_anything_is_sent()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Nothing is read-only for this user.");
        File.WriteAllText(bench.Path, Run);
        File.SetAttributes(bench.Path, FileAttributes.ReadOnly);

        Assert.Equal("JobDrafts.Journal", bench.Refused().ErrorId);

        File.SetAttributes(bench.Path, FileAttributes.Normal);
    }

    [Fact]
    public async Task Where_the_journal_was_replaced_meanwhile_the_row_is_not_sent()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device here that is always full.");
        using var journal = bench.Open();
        File.Delete(bench.Path);
        File.CreateSymbolicLink(bench.Path, "/dev/full");
        var call = bench.Calls.Update("a");

        var error = await bench.SendAsync(journal, call, journal.Claim(call, 1));

        Assert.Equal("JobDrafts.Journal", error!.ErrorId);
        Assert.Equal(CallOutcome.NotSent, error.Outcome);
        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Requests);
    }

    [Fact]
    public void An_endless_line_is_refused_with_bounded_memory()
    {
        using (var endless = File.Create(bench.Path))
        {
            endless.SetLength(100 * 1024 * 1024);
        }

        Assert.Contains("longer than any journal line", bench.Refused().Message, StringComparison.Ordinal);
    }
}
