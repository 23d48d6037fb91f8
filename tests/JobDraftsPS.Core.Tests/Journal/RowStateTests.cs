using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Journal;

/// <summary>How rows are known again by a later run, and what is written of those that were never sent.</summary>
public sealed class RowStateTests : IDisposable
{
    private const string Plan = "5f2c";

    private readonly JournalBench bench;
    private Func<SentRequest, HttpResponseMessage> answer = CallBench.Good;

    public RowStateTests() => bench = new JournalBench(request => answer(request));

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_row_of_a_plan_is_known_by_its_place_also_where_rows_before_it_are_left_out()
    {
        using (var journal = OpenPlan())
        {
            var second = journal.Claim(bench.Calls.Update("a"), 7);
            Assert.Equal(JournalRowState.ToDo, journal.Claim(bench.Calls.Update("a"), 5).State);
            Assert.Null(await bench.SendAsync(journal, bench.Calls.Update("a"), second));
        }

        using var again = OpenPlan();

        Assert.Equal(JournalRowState.ToDo, again.Claim(bench.Calls.Update("a"), 5).State);
        Assert.Equal(JournalRowState.Done, again.Claim(bench.Calls.Update("a"), 7).State);
    }

    [Fact]
    public async Task Equal_rows_without_a_plan_are_told_by_their_turn_whatever_their_places()
    {
        using (var journal = bench.Open())
        {
            Assert.Null(await bench.SendAsync(journal, bench.Calls.Update("a"), journal.Claim(bench.Calls.Update("a"), 5)));
            journal.Claim(bench.Calls.Update("a"), 6);
        }

        using var again = bench.Open();

        Assert.Equal(JournalRowState.Done, again.Claim(bench.Calls.Update("a"), 1).State);
        Assert.Equal(JournalRowState.ToDo, again.Claim(bench.Calls.Update("a"), 2).State);
        Assert.Equal(JournalRowState.ToDo, again.Claim(bench.Calls.Update("a"), 3).State);
    }

    [Fact]
    public async Task How_far_the_rows_came_is_told_by_their_places()
    {
        using (var journal = OpenPlan())
        {
            await bench.SendAsync(journal, bench.Calls.Update("a"), journal.Claim(bench.Calls.Update("a"), 2));
            answer = _ => ScriptedNetwork.Json(422, """{"error":"No.","code":"NO"}""");
            await bench.SendAsync(journal, bench.Calls.Update("b"), journal.Claim(bench.Calls.Update("b"), 4));
            answer = _ => ScriptedNetwork.Lost();
            await bench.SendAsync(journal, bench.Calls.Update("c"), journal.Claim(bench.Calls.Update("c"), 9));
        }

        using var again = OpenPlan();

        var states = again.ByNumber();
        Assert.Equal([2, 4, 9], states.Keys.Order());
        Assert.Equal([JournalRowState.Done, JournalRowState.ToDo, JournalRowState.Sent], states.OrderBy(state => state.Key).Select(state => state.Value));
    }

    [Fact]
    public async Task A_run_of_which_nothing_could_be_sent_leaves_no_trace()
    {
        using (var journal = bench.Open())
        {
            var call = bench.Calls.Update("a");
            journal.WriteFailed(call, journal.Claim(call, 1), bench.Calls.Context(), await NotSentAsync());
            journal.WriteEnd(0, 1);
        }

        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public async Task A_run_without_rows_leaves_no_trace()
    {
        using (var journal = bench.Open())
        {
            journal.WriteEnd(0, 0);
        }

        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
        await bench.RunAsync(false, bench.Calls.Update("a"));
    }

    [Fact]
    public async Task A_row_that_was_not_sent_is_written_beside_those_that_were()
    {
        using (var journal = bench.Open())
        {
            await bench.SendAsync(journal, bench.Calls.Update("a"), journal.Claim(bench.Calls.Update("a"), 1));
            var call = bench.Calls.Update("b");
            journal.WriteFailed(call, journal.Claim(call, 2), bench.Calls.Context(), await NotSentAsync());
        }

        var last = bench.Lines()[^1];
        Assert.Equal("NotSent", (string?)last["outcome"]);
        Assert.Null(last["status"]);
        Assert.Null(last["answer"]);
    }

    [Theory]
    [InlineData(CallOutcome.Applied, true)]
    [InlineData(CallOutcome.Refused, false)]
    public async Task An_error_of_what_was_done_all_the_same_keeps_its_answer(CallOutcome outcome, bool isKept)
    {
        using (var journal = bench.Open())
        {
            var call = bench.Calls.Update("a");
            var row = journal.Claim(call, 1);
            var context = bench.Calls.Context();
            context.BeforeSend = () => journal.WriteIntentAsync(call, row);
            await call.SendAsync(context);
            journal.WriteFailed(call, row, context, new JobDraftsApiException("OpenTrain.NO", "It went offline.") { Service = JobService.OpenTrain, Outcome = outcome, StatusCode = 422 });
        }

        var last = bench.Lines()[^1];
        Assert.Equal(422, (int?)last["status"]);
        Assert.Equal(isKept, last["answer"] is not null);
    }

    [Fact]
    public async Task After_a_run_was_stopped_no_row_is_sent_any_more()
    {
        var call = bench.Calls.Update("a");
        var journal = bench.Open();
        var row = journal.Claim(call, 1);
        journal.Dispose();

        await Assert.ThrowsAsync<OperationCanceledException>(() => bench.SendAsync(journal, call, row));
        journal.WriteEnd(0, 1);

        Assert.Empty(bench.Requests);
        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public void Rows_differ_by_the_part_of_the_job_that_they_write()
    {
        var keys = new[] { CallBench.Project, CallBench.TranslationId }
            .Select(part => RowIdentity.Of(bench.Calls.TextKing.DeleteCallback(CallBench.Project, CallBench.TranslationId, part)));

        Assert.Distinct(keys);
    }

    [Fact]
    public void A_row_has_the_same_name_in_every_version_that_reads_the_format()
    {
        // A journal that an older version began is gone on with by a newer one only while its rows are found in it.
        Assert.Equal("d3cb981cb085d3309149b5886cba6e0f", RowIdentity.Of(bench.Calls.Update("a", 7)));
    }

    [Fact]
    public async Task A_list_that_was_taken_by_one_account_is_not_gone_on_with_by_another()
    {
        using (var journal = bench.Open())
        {
            await journal.WriteKnownAsync(JobService.OpenTrain, "another", "drafts", ["job_old"]);
        }

        using var again = bench.Open();

        Assert.Equal(["job_old"], again.KnownBefore("drafts"));
        Assert.Throws<JobDraftsApiException>(() => again.Claim(bench.Calls.Update("a"), 1));
    }

    [Fact]
    public async Task A_list_that_cannot_be_kept_is_an_error_of_the_journal()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device here that is always full.");
        using var journal = bench.Open();
        File.Delete(bench.Path);
        File.CreateSymbolicLink(bench.Path, "/dev/full");

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => journal.WriteKnownAsync(JobService.OpenTrain, "aa", "drafts", ["job_old"]));

        Assert.Equal(CallOutcome.NotSent, error.Outcome);
    }

    private RunJournal OpenPlan() => RunJournal.Open(bench.Path, "Invoke-JobDraftPlan", resume: true, Plan);

    private static async Task<JobDraftsApiException> NotSentAsync()
    {
        using var away = new CallBench(_ => ScriptedNetwork.NobodyThere());
        return await Assert.ThrowsAsync<JobDraftsApiException>(() => away.Update("b").SendAsync(away.Context()));
    }
}
