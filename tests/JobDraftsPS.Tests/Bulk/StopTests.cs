using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>Runs that end early: nothing further begins, and the journal knows what was under way.</summary>
public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly JournalFile journal = new();
    private readonly Gate gate = new();
    private readonly Bench bench;
    private Func<string, Task<Reply?>> answer;

    public StopTests()
    {
        // Every edit is held until the gate opens, unless the test answers it itself.
        answer = async _ =>
        {
            await gate.PassAsync();
            return null;
        };
        bench = new Bench(async call => (call.Method == "PATCH" ? await answer(call.Path.Split('/')[^1]) : null) ?? StubServices.Reply(call));
        bench.Session.Runspace.SessionStateProxy.SetVariable("journal", journal.Path);
        bench.Session.Runspace.SessionStateProxy.SetVariable("rows", Enumerable.Range(1, 200).Select(i => Rows.Of(("jobId", $"job-{i:D3}"), ("jobTitle", "x"))).ToArray());
        bench.Run("Get-DraftCapabilities");
    }

    private string[] Arrived => [.. bench.Calls.Where(call => call.Method == "PATCH").Select(call => call.Path.Split('/')[^1])];

    public void Dispose()
    {
        gate.Dispose();
        bench.Dispose();
        journal.Dispose();
    }

    [Fact]
    public void An_error_under_Stop_lets_nothing_further_begin_and_names_what_had_been_sent()
    {
        answer = async id =>
        {
            switch (id)
            {
                case "job-001" or "job-002":
                    return null;
                case "job-003":
                    // Refused when the three after it are under way.
                    gate.WaitFor(3);
                    return new Reply(400, """{"error":"No.","code":"BAD_REQUEST"}""");
                default:
                    await gate.PassAsync();
                    return null;
            }
        };

        var run = bench.Run("$rows | Update-JobDraft -ThrottleLimit 4 -JournalPath $journal -ErrorAction Stop");

        Assert.Equal("OpenTrain.BAD_REQUEST", run.Result.Terminating!.Id());
        Assert.Equal(["job-001", "job-002"], run.Result.Output.Select(record => record.Properties["JobId"].Value));
        var warning = Assert.Single(run.Result.Warnings);
        Assert.All(["job-004", "job-005", "job-006"], id => Assert.Contains(id, warning, StringComparison.Ordinal));
        Assert.DoesNotContain("job-001", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("job-003", warning, StringComparison.Ordinal);
        AssertNothingFurtherIsSent(atMost: 7);

        // The next row may have begun when the refused one gave its place free; what arrived is named and journaled, all of it.
        Assert.All(Arrived.Except(["job-001", "job-002", "job-003", "last"]), id => Assert.Contains(id, warning, StringComparison.Ordinal));
        Assert.All(["job-004", "job-005", "job-006"], id => Assert.Equal(["intent", "sent"], journal.TypesOf(id)));
        Assert.Equal("Refused", (string?)journal.LinesOf("job-003")[^1]["outcome"]);
        Assert.DoesNotContain("end", journal.Types);
    }

    [Fact]
    public void An_error_under_Stop_names_no_row_that_an_earlier_run_did()
    {
        answer = id => Task.FromResult<Reply?>(id == "job-001" ? new Reply(400, """{"error":"No.","code":"BAD_REQUEST"}""") : null);
        bench.Run("$rows[0..5] | Update-JobDraft -JournalPath $journal");

        var run = bench.Run("$rows[0..5] | Update-JobDraft -ThrottleLimit 4 -JournalPath $journal -ErrorAction Stop");

        Assert.Equal("OpenTrain.BAD_REQUEST", run.Result.Terminating!.Id());
        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void What_was_under_way_at_a_stop_is_done_by_the_next_run()
    {
        answer = async id =>
        {
            if (id == "job-001")
            {
                gate.WaitFor(3);
                return new Reply(400, """{"error":"No.","code":"BAD_REQUEST"}""");
            }

            await gate.PassAsync();
            return null;
        };
        bench.Run("$rows[0..9] | Update-JobDraft -ThrottleLimit 4 -JournalPath $journal -ErrorAction Stop");
        gate.Open();
        answer = _ => Task.FromResult<Reply?>(null);

        var run = bench.Run("$rows[0..9] | Update-JobDraft -ThrottleLimit 4 -JournalPath $journal");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(10, run.Result.Output.Count);
        Assert.Equal(10, run.Writes.Count);
        Assert.Equal("end", journal.Types[^1]);
    }

    [Fact]
    public async Task Stopping_returns_while_sixteen_requests_hang_and_the_journal_knows_them()
    {
        using var shell = PowerShell.Create(bench.Session.Runspace);
        shell.AddScript("$rows | Update-JobDraft -ThrottleLimit 16 -JournalPath $journal");
        var running = shell.BeginInvoke();
        gate.WaitFor(16);

        // Nobody ever answers: only a cancelled wait lets this return.
        await Task.Run(shell.Stop, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.ThrowsAny<PipelineStoppedException>(() => shell.EndInvoke(running));
        AssertNothingFurtherIsSent(atMost: 16);
        Assert.Equal(16, journal.Types.Count(type => type == "intent"));
        Assert.Equal(16, journal.Types.Count(type => type == "sent"));
        Assert.DoesNotContain("reply", journal.Types);
        Assert.DoesNotContain("end", journal.Types);
        Assert.Equal([journal.Path], Directory.GetFileSystemEntries(journal.Folder));
    }

    [Fact]
    public async Task Stopping_holds_at_once_even_while_a_later_command_keeps_the_pipeline_busy()
    {
        answer = async id =>
        {
            if (id != "job-001")
            {
                await gate.PassAsync();
            }

            return null;
        };
        BusyCommand.Join(bench.Session.Runspace);
        using var shell = PowerShell.Create(bench.Session.Runspace);
        using var busy = new BusySignals();
        shell.AddScript("param($signals) $rows | Update-JobDraft -ThrottleLimit 4 | Test-Busy -Signals $signals").AddArgument(busy);
        var running = shell.BeginInvoke();
        Assert.True(busy.Begun.Wait(Patience, TestContext.Current.CancellationToken));
        gate.WaitFor(3);
        var stopping = Task.Run(shell.Stop, TestContext.Current.CancellationToken);
        Assert.True(busy.Stopping.Wait(Patience, TestContext.Current.CancellationToken));
        var before = Arrived.Length;

        gate.Open();
        using (var other = new Session())
        {
            other.Run("$PSVersionTable");
        }

        busy.GoOn.Set();
        await stopping.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.ThrowsAny<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(before, Arrived.Length);
    }

    [Fact]
    public void A_throw_upstream_ends_the_run_and_the_journal_has_what_was_sent()
    {
        var run = bench.Run("try { & { $rows[0..3]; $gate.WaitFor(4); throw 'the sheet is broken' } | Update-JobDraft -ThrottleLimit 4 -JournalPath $journal } catch { \"caught $_\" }", ("gate", gate));

        Assert.Equal("caught the sheet is broken", run.Result.Output[^1].ToString());
        AssertNothingFurtherIsSent(atMost: 4);
        Assert.Equal(4, journal.Types.Count(type => type == "sent"));
        Assert.DoesNotContain("end", journal.Types);
        Assert.Equal([journal.Path], Directory.GetFileSystemEntries(journal.Folder));
    }

    [Fact]
    public void A_stopping_downstream_command_ends_the_run_and_frees_the_journal()
    {
        answer = async id =>
        {
            if (id != "job-001")
            {
                await gate.PassAsync();
            }

            return null;
        };

        var run = bench.Run("while ($true) { $rows | Update-JobDraft -ThrottleLimit 4 -JournalPath $journal | ForEach-Object { $_.JobId; break } }");

        Assert.Equal(["job-001"], run.Result.Output.Select(id => id.ToString()));
        AssertNothingFurtherIsSent(atMost: 5);
        Assert.Equal(["intent", "sent", "reply"], journal.TypesOf("job-001"));
        Assert.DoesNotContain("end", journal.Types);
        answer = _ => Task.FromResult<Reply?>(null);
        Assert.Empty(bench.Run("$rows[0..9] | Update-JobDraft -JournalPath $journal").Result.AllErrors);
        Assert.Equal("end", journal.Types[^1]);
    }

    [Fact]
    public void A_connection_that_is_disconnected_in_the_middle_leaves_an_error_for_each_row_and_loses_none()
    {
        answer = async id =>
        {
            if (id != "job-001")
            {
                await gate.PassAsync();
            }

            return null;
        };

        var run = bench.Run("$rows[0..3] | Update-JobDraft -ThrottleLimit 4 | ForEach-Object { $gate.WaitFor(3); Disconnect-JobDraftService OpenTrain; $_ }", ("gate", gate));

        Assert.Single(run.Result.Output);
        Assert.Equal(3, run.Result.Errors.Count);
        Assert.All(run.Result.Errors, error => Assert.Equal("Unknown", error.Property("Outcome")));
    }

    /// <summary>What was held is let go; had the run gone on, the rest of the rows would follow now.</summary>
    private void AssertNothingFurtherIsSent(int atMost)
    {
        gate.Open();
        answer = _ => Task.FromResult<Reply?>(null);
        bench.Run("Update-JobDraft last -JobTitle New");
        Assert.InRange(Arrived.Count(id => id != "last"), 0, atMost);
    }
}
