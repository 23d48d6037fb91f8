using System.Collections.Concurrent;
using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>Rows side by side: results in the order of the input while they stream, never more than the throttle, one job strictly in order.</summary>
public sealed class OrderTests
{
    [Fact]
    public void Results_stream_in_the_order_of_the_input_while_later_rows_are_under_way()
    {
        using var gate = new Gate();
        using var bench = new Bench(async call =>
        {
            if (call.Path.EndsWith("/job-6", StringComparison.Ordinal))
            {
                await gate.PassAsync();
            }

            return StubServices.Reply(call);
        });

        // The last answer comes only after the first result was seen.
        var run = bench.Run("1..6 | ForEach-Object { @{ jobId = \"job-$_\"; headcount = 2 } } | Update-JobDraft -ThrottleLimit 6 | ForEach-Object { if ($_.JobId -eq 'job-1') { $gate.Open() }; $_ }", ("gate", gate));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"job-{i}"), run.Result.Output.Select(record => record.Properties["JobId"].Value));
    }

    [Fact]
    public void A_wrong_row_holds_up_none_of_the_rows_after_it_and_has_its_error_in_its_place()
    {
        using var gate = new Gate(openAt: 3);
        using var bench = new Bench(async call =>
        {
            if (call.Method == "PATCH")
            {
                await gate.PassAsync();
            }

            return StubServices.Reply(call);
        });

        // None is answered before all three have come: the first cannot end before the wrong row has been passed.
        var run = bench.Run("'1', 'many', '2', 'few', '3' | ForEach-Object { @{ jobId = \"job-$_\"; headcount = $_ } } | Update-JobDraft 2>&1");

        Assert.Equal(
            ["job-1", "JobDrafts.BadValue", "job-2", "JobDrafts.BadValue", "job-3"],
            run.Result.Output.Select(item => item.BaseObject is ErrorRecord error ? error.Id() : (string)item.Properties["JobId"].Value));
    }

    [Fact]
    public void The_first_results_are_there_before_the_last_rows_are_given()
    {
        using var bench = new Bench();

        var run = bench.Run("""
            $seen = [Collections.Generic.List[string]]::new()
            1..40 | ForEach-Object { @{ jobId = "job-$_"; headcount = 2 }; if ($_ -eq 40) { "given after $($seen.Count)" | ForEach-Object { $script:said = $_ } } } |
                Update-JobDraft -ThrottleLimit 2 | ForEach-Object { $seen.Add($_.JobId) }
            $script:said
            """);

        Assert.Empty(run.Result.AllErrors);
        var given = int.Parse(run.Result.Output[^1].ToString().Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(given, 40 - 17, 39);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void The_throttle_is_reached_and_never_exceeded(int limit)
    {
        using var gate = new Gate(openAt: limit);
        var running = 0;
        var most = 0;
        using var bench = new Bench(async call =>
        {
            if (call.Method != "PATCH")
            {
                return StubServices.Reply(call);
            }

            var now = Interlocked.Increment(ref running);
            lock (gate)
            {
                most = Math.Max(most, now);
            }

            await gate.PassAsync();
            Interlocked.Decrement(ref running);
            return StubServices.Reply(call);
        });

        var run = bench.Run($"1..64 | ForEach-Object {{ @{{ jobId = \"job-$_\"; headcount = 2 }} }} | Update-JobDraft -ThrottleLimit {limit}");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(64, run.Writes.Count);
        Assert.Equal(limit, most);
    }

    [Fact]
    public void Edits_of_one_job_go_one_after_another_and_the_last_one_stays()
    {
        var underWay = new ConcurrentDictionary<string, int>();
        var held = new ConcurrentDictionary<string, string>();
        var together = 0;
        using var bench = new Bench(async call =>
        {
            if (call.Method == "PATCH")
            {
                if (underWay.AddOrUpdate(call.Path, 1, (_, count) => count + 1) > 1)
                {
                    Interlocked.Increment(ref together);
                }

                await Task.Yield();
                held[call.Path.Split('/')[^1]] = call.Body;
                underWay.AddOrUpdate(call.Path, 0, (_, count) => count - 1);
            }

            return StubServices.Reply(call);
        });

        var run = bench.Run("1..5 | ForEach-Object { $edit = $_; 1..8 | ForEach-Object { @{ jobId = \"job-$_\"; headcount = $edit } } } | Update-JobDraft -ThrottleLimit 16");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(0, together);
        Assert.Equal(8, held.Count);
        Assert.All(held.Values, body => Assert.Equal("""{"headcount":5}""", body));
        Assert.Equal(Enumerable.Range(1, 5).SelectMany(_ => Enumerable.Range(1, 8)).Select(i => $"job-{i}"), run.Result.Output.Select(record => record.Properties["JobId"].Value));
    }
}
