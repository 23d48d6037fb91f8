using System.Text.Json.Nodes;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Journal;

public sealed class RunJournalTests : IDisposable
{
    private readonly JournalBench bench;
    private Func<SentRequest, HttpResponseMessage> answer = CallBench.Good;

    public RunJournalTests() => bench = new JournalBench(request => answer(request));

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task The_intent_is_on_disk_before_the_request_leaves()
    {
        JsonObject? last = null;
        answer = request =>
        {
            last = bench.Lines().Last(line => (string?)line["type"] == "intent");
            return CallBench.Good(request);
        };

        await bench.RunAsync(false, bench.Calls.Update("a", 7));

        Assert.Equal("a", (string?)last!["jobId"]);
        Assert.Equal("""{"headcount":7}""", last["after"]!.ToJsonString());
        Assert.Equal("OpenTrain", (string?)last["service"]);
        Assert.Equal("Update", (string?)last["operation"]);
        Assert.Equal(1, (int?)last["number"]);
    }

    [Fact]
    public async Task A_row_has_its_intent_its_sending_and_its_reply()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));

        Assert.Equal(["run", "account", "intent", "sent", "reply", "intent", "sent", "reply", "end"], bench.Types());
        var reply = bench.Lines().First(line => (string?)line["type"] == "reply");
        Assert.Equal("Applied", (string?)reply["outcome"]);
        Assert.Equal(1, (int?)reply["attempts"]);
        Assert.Equal("a", (string?)reply["answer"]!["jobId"]);
        Assert.Equal(2, (int?)bench.Lines()[^1]["done"]);
    }

    [Fact]
    public async Task A_row_is_the_same_whatever_order_its_fields_come_in()
    {
        // A hashtable gives them in another order in every process.
        FieldChange headcount = new("headcount", 7L);
        FieldChange pay = new("payment", new Dictionary<string, object?> { ["type"] = "HOUR", ["price"] = 1.10m });
        FieldChange other = new("payment", new Dictionary<string, object?> { ["price"] = 1.10m, ["type"] = "HOUR" });
        await bench.RunAsync(false, bench.Calls.OpenTrain.Update(new JobEdit("a", [headcount, pay]), null));

        await bench.RunAsync(true, bench.Calls.OpenTrain.Update(new JobEdit("a", [other, headcount]), null));

        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task The_first_line_names_format_and_command()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));

        var run = bench.Lines()[0];
        Assert.Equal(1, (int?)run["version"]);
        Assert.Equal(JournalBench.Command, (string?)run["command"]);
        Assert.Null(run["plan"]);
    }

    [Fact]
    public void A_run_that_sends_nothing_leaves_no_trace()
    {
        using (var journal = bench.Open())
        {
            journal.Claim(bench.Calls.Update("a"), 1);
            journal.WriteEnd(0, 0);
        }

        Assert.Empty(Directory.GetFileSystemEntries(bench.Folder));
    }

    [Fact]
    public async Task Only_what_is_left_is_sent_when_the_run_goes_on()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));
        bench.Keep(5);

        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"), bench.Calls.Update("c"));

        Assert.Equal(["a", "b", "b", "c"], bench.Requests.Select(request => request.Path.Split('/')[^1]));
        Assert.Equal(3, (int?)bench.Lines()[^1]["done"]);
    }

    [Fact]
    public async Task A_done_row_gives_back_the_answer_that_was_kept()
    {
        answer = _ => ScriptedNetwork.Json(200, """{"ok":true,"jobId":"a","status":"DRAFT","note":"grüße ☃"}""");
        var call = bench.Calls.Update("a");
        await bench.RunAsync(false, bench.Calls.Update("z"), call);

        using var journal = bench.Open(resume: true);
        var row = journal.Claim(call, 1);

        Assert.Equal(JournalRowState.Done, row.State);
        var record = Assert.IsType<JobDraft>(call.FromAnswer(journal.AnswerOf(row)!));
        Assert.Equal("a", record.JobId);
        Assert.Equal("grüße ☃", record.AdditionalData["note"]);
    }

    [Theory]
    [InlineData(400, JournalRowState.ToDo, "Refused")]
    [InlineData(409, JournalRowState.ToDo, "Refused")]
    [InlineData(500, JournalRowState.Sent, "Unknown")]
    public async Task A_refused_row_is_tried_again_and_an_unknown_one_is_looked_into(int status, JournalRowState state, string outcome)
    {
        answer = _ => ScriptedNetwork.Json(status, """{"error":"No.","code":"NO","requestId":"r-9"}""");
        var call = bench.Calls.Update("a");
        await bench.RunAsync(false, call);
        var reply = bench.Lines().Single(line => (string?)line["type"] == "reply");

        Assert.Equal(outcome, (string?)reply["outcome"]);
        Assert.Equal(status, (int?)reply["status"]);
        Assert.Equal("NO", (string?)reply["code"]);
        Assert.Equal("r-9", (string?)reply["requestId"]);
        Assert.Equal(1, (int?)bench.Lines()[^1]["failed"]);
        using var journal = bench.Open();
        Assert.Equal(state, journal.Claim(call, 1).State);
    }

    [Fact]
    public async Task A_row_that_never_left_is_to_be_done()
    {
        answer = _ => ScriptedNetwork.NobodyThere();
        var call = bench.Calls.Update("a");
        await bench.RunAsync(false, call);

        Assert.Equal("NotSent", (string?)bench.Lines().Single(line => (string?)line["type"] == "reply")["outcome"]);
        using var journal = bench.Open();
        Assert.Equal(JournalRowState.ToDo, journal.Claim(call, 1).State);
    }

    [Fact]
    public async Task The_same_row_twice_is_two_rows()
    {
        var call = bench.Calls.Update("a");
        await bench.RunAsync(false, call, call);
        Assert.Equal(2, bench.Requests.Count);
        bench.Keep(5);

        using var journal = bench.Open();

        Assert.Equal([JournalRowState.Done, JournalRowState.ToDo], new[] { journal.Claim(call, 1).State, journal.Claim(call, 2).State });
    }

    [Fact]
    public async Task Rows_differ_by_target_content_and_operation_and_not_by_their_place()
    {
        await bench.RunAsync(false, bench.Calls.Update("a", 1));

        using var journal = bench.Open(resume: true);

        Assert.Equal(JournalRowState.ToDo, journal.Claim(bench.Calls.Update("a", 2), 1).State);
        Assert.Equal(JournalRowState.ToDo, journal.Claim(bench.Calls.Update("b", 1), 2).State);
        Assert.Equal(JournalRowState.ToDo, journal.Claim(bench.Calls.OpenTrain.Publish("a", null), 3).State);
        Assert.Equal(JournalRowState.Done, journal.Claim(bench.Calls.Update("a", 1), 99).State);
    }

    [Fact]
    public async Task A_publish_that_was_sent_without_a_reply_is_reconciled_and_not_repeated()
    {
        var publish = bench.Calls.Sorce.Publish("job_1");
        await bench.RunAsync(false, publish);
        bench.CutBefore("reply");
        var before = bench.Requests.Count;
        answer = _ => ScriptedNetwork.Json(200, """{"id":"job_1","status":"ACTIVE"}""");

        await bench.RunAsync(false, publish);

        Assert.Equal(["GET"], bench.Requests.Skip(before).Select(request => request.Method));
        Assert.Equal(["run", "account", "intent", "sent", "run", "reconciled", "end"], bench.Types());
        Assert.Equal("ACTIVE", (string?)bench.Lines()[5]["answer"]!["status"]);
        Assert.Equal("is already complete", bench.Refused().Message.Split("its work ")[1][..19]);
    }

    [Fact]
    public async Task A_run_killed_after_its_last_reply_is_complete_when_it_is_run_again()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));
        bench.CutBefore("end");

        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));

        Assert.Equal(2, bench.Requests.Count);
        Assert.Equal("end", bench.Types()[^1]);
        Assert.Contains("already complete", bench.Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_of_a_begun_journal_does_not_complete_it()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));
        bench.CutBefore("end");
        var before = await File.ReadAllBytesAsync(bench.Path, TestContext.Current.CancellationToken);
        using (var journal = bench.Open())
        {
            journal.Claim(bench.Calls.Update("a"), 1);
            journal.Claim(bench.Calls.Update("b"), 2);
            journal.WriteEnd(1, 0);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(bench.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_part_of_the_input_does_not_complete_the_whole()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));
        bench.Keep(7);
        using (var journal = bench.Open())
        {
            journal.Claim(bench.Calls.Update("a"), 1);
            journal.WriteEnd(1, 0);
        }

        using var again = bench.Open();
        Assert.Equal(JournalRowState.Sent, again.Claim(bench.Calls.Update("b"), 2).State);
    }

    [Fact]
    public async Task A_torn_last_line_is_left_out_told_and_written_over()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));
        bench.Keep(5);
        await File.AppendAllTextAsync(bench.Path, """{"type":"intent","at":"2026-""", TestContext.Current.CancellationToken);
        using (var journal = bench.Open())
        {
            Assert.True(journal.WasTorn);
        }

        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));

        Assert.Equal(["run", "account", "intent", "sent", "reply", "run", "intent", "sent", "reply", "end"], bench.Types());
    }

    [Fact]
    public async Task A_torn_line_longer_than_all_that_follows_leaves_nothing_behind()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));
        bench.Keep(5);
        await File.AppendAllTextAsync(bench.Path, new string('x', 100_000), TestContext.Current.CancellationToken);

        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));

        Assert.Equal(["run", "account", "intent", "sent", "reply", "run", "intent", "sent", "reply", "end"], bench.Types());
        using var journal = bench.Open(resume: true);
        Assert.False(journal.WasTorn);
    }

    [Fact]
    public async Task A_whole_journal_is_not_called_torn()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));

        using var journal = bench.Open(resume: true);

        Assert.False(journal.WasTorn);
    }

    [Fact]
    public async Task A_row_sent_by_a_killed_run_is_found_under_its_old_name()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));
        bench.Keep(8);
        await bench.RunAsync(false, bench.Calls.Update("b"), bench.Calls.Update("a"));

        var rows = bench.Lines().Where(line => line["row"] is not null).Select(line => (string?)line["row"]).Distinct();
        Assert.Equal(2, rows.Count());
    }

    [Fact]
    public async Task The_file_is_its_owners_alone_and_holds_no_token()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));
        answer = _ => ScriptedNetwork.Json(400, $$"""{"error":"Not with {{CallBench.Token}}.","code":"NO"}""");
        await bench.RunAsync(true, bench.Calls.Update("b"));

        var text = await File.ReadAllTextAsync(bench.Path, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(CallBench.Token, text, StringComparison.Ordinal);
        Assert.Contains("Not with ***", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bench.Path));
        }
    }
}
