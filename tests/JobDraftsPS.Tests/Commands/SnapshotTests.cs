using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

/// <summary>A worker that asked the cmdlet for its values would see those of the row that has come since.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Eight_calls_in_flight_each_carry_their_own_row()
    {
        // No call is answered before eight are there, so every worker runs while later rows are being read.
        using var gate = new Gate(openAt: 8);
        using var bench = new Bench(async call =>
        {
            if (call.Method == "PATCH")
            {
                await gate.PassAsync();
            }

            return StubServices.Reply(call);
        });
        var rows = Enumerable.Range(1, 64).Select(i => Rows.Of(("jobId", $"job-{i:D2}"), ("jobTitle", $"Title {i}"), (i % 2 == 0 ? "headcount" : "dataVolume", i))).ToArray();

        var run = bench.Run("$rows | Update-JobDraft -ThrottleLimit 8", ("rows", rows));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(64, run.Writes.Count);
        for (var i = 1; i <= 64; i++)
        {
            Assert.Equal($$"""{"jobTitle":"Title {{i}}","{{(i % 2 == 0 ? "headcount" : "dataVolume")}}":{{i}}}""", run.BodyFor($"job-{i:D2}"));
        }

        Assert.Equal(rows.Select(row => row.Properties["jobId"].Value), run.Result.Output.Select(record => record.Properties["JobId"].Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_hashtable_that_is_filled_anew_for_every_row_is_sent_as_it_was(int throttleLimit)
    {
        using var bench = new Bench();

        var run = bench.Run("""
            $row = @{}
            & { foreach ($id in 'a', 'b', 'c') { $row.jobId = $id; $row.jobTitle = "Title of $id"; $row } } | Update-JobDraft -ThrottleLimit $limit
            """, ("limit", throttleLimit));

        Assert.Empty(run.Result.AllErrors);
        foreach (var id in new[] { "a", "b", "c" })
        {
            Assert.Equal($$"""{"jobTitle":"Title of {{id}}"}""", run.BodyFor(id));
        }
    }
}
