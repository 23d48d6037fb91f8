using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

/// <summary>Ways in which a pipeline ends early: nothing hangs, nothing further is sent, and the engine's own signals pass through.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly Gate gate = new();
    private readonly Bench bench;

    public StoppingTests()
    {
        // The first job is answered at once; all others are held.
        bench = new Bench(async call =>
        {
            if (call.Method == "PATCH" && !call.Path.EndsWith("/job-01", StringComparison.Ordinal))
            {
                await gate.PassAsync();
            }

            return StubServices.Reply(call);
        });
        bench.Session.Runspace.SessionStateProxy.SetVariable("rows", Enumerable.Range(1, 200).Select(i => Rows.Of(("jobId", $"job-{i:D2}"), ("jobTitle", "x"))).ToArray());
    }

    public void Dispose()
    {
        gate.Dispose();
        bench.Dispose();
    }

    [Fact]
    public void A_break_downstream_ends_the_run_and_passes_through()
    {
        var run = Run("foreach ($once in 1) { $rows | Update-JobDraft -ThrottleLimit 2 | ForEach-Object { $_.JobId; break } }; 'after'");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(["job-01", "after"], run.Result.Output.Select(item => item.ToString()));
        AssertNothingFurtherIsSent();
    }

    [Fact]
    public void A_throw_downstream_reaches_the_catch_of_the_script()
    {
        var run = Run("try { $rows | Update-JobDraft -ThrottleLimit 2 | ForEach-Object { throw 'enough' } } catch { \"caught $_\" }");

        Assert.Equal(["caught enough"], run.Result.Output.Select(item => item.ToString()));
        AssertNothingFurtherIsSent();
    }

    [Fact]
    public void A_throw_upstream_ends_the_run()
    {
        var run = Run("try { & { $rows[0..5]; throw 'the sheet is broken' } | Update-JobDraft -ThrottleLimit 2 } catch { \"caught $_\" }");

        Assert.Equal("caught the sheet is broken", run.Result.Output[^1].ToString());
        AssertNothingFurtherIsSent();
    }

    [Fact]
    public void A_return_upstream_is_no_end_for_the_rows_before_it()
    {
        gate.Open();

        var run = Run("& { $rows[0..2]; return; $rows } | Update-JobDraft");

        Assert.Equal(3, run.Writes.Count);
        Assert.Equal(3, run.Result.Output.Count);
    }

    [Fact]
    public void A_first_error_under_Stop_ends_the_run_and_names_what_was_sent()
    {
        var run = Run("""
            try { & { $rows[0..3]; @{ jobId = 'bad'; headcount = 'x' }; $rows[4..199] } | ForEach-Object { if ($_.jobId -eq 'bad') { $gate.Open() }; $_ } | Update-JobDraft -ThrottleLimit 2 -ErrorAction Stop } catch { throw }
            """, ("gate", gate));

        Assert.Equal("JobDrafts.BadValue", run.Result.Terminating!.Id());
        Assert.Equal(4, run.Writes.Count);
        Assert.Equal(4, run.Result.Output.Count);
    }

    [Fact]
    public async Task Stopping_the_pipeline_ends_the_wait_at_once()
    {
        using var shell = PowerShell.Create(bench.Session.Runspace);
        shell.AddScript("$rows | Update-JobDraft -ThrottleLimit 3");
        var running = shell.BeginInvoke();
        gate.WaitFor(3);

        // Every call hangs: only a cancelled wait lets this return.
        var stopping = Task.Run(shell.Stop, TestContext.Current.CancellationToken);
        await stopping.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.ThrowsAny<PipelineStoppedException>(() => shell.EndInvoke(running));
        AssertNothingFurtherIsSent();
    }

    [Fact]
    public void The_session_goes_on_after_an_early_end()
    {
        Run("foreach ($once in 1) { $rows | Update-JobDraft -ThrottleLimit 2 | ForEach-Object { break } }");

        var run = Run("Update-JobDraft after-it -JobTitle New");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal("after-it", Assert.Single(run.Result.Output).Properties["JobId"].Value);
    }

    /// <summary>Runs a script whose calls are held: one that does not end by itself fails instead of hanging.</summary>
    private BenchRun Run(string script, params (string Name, object? Value)[] variables)
    {
        var running = Task.Run(() => bench.Run(script, variables));
        var ended = running.Wait(TimeSpan.FromSeconds(30));
        gate.Open();
        Assert.True(ended, "The run waits for calls that it should have left.");
        return running.GetAwaiter().GetResult();
    }

    /// <summary>What was held is let go; had the run gone on, the rest of the rows would follow now.</summary>
    private void AssertNothingFurtherIsSent()
    {
        gate.Open();
        bench.Run("Update-JobDraft last -JobTitle New");
        var sent = bench.Calls.Count(call => call.Method == "PATCH");
        Assert.True(sent <= 8, $"{sent} calls were sent.");
    }
}
