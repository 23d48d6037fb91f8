using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

public sealed class ProgressTests
{
    private const string Rows = "1..6 | ForEach-Object { @{ jobId = \"job-$_\"; headcount = 2 } }";

    [Fact]
    public void Progress_tells_what_is_done_has_failed_and_is_under_way_and_goes_away_at_the_end()
    {
        using var gate = new Gate();
        var host = new RecordingHost();
        host.Progressed = record =>
        {
            if (record.StatusDescription == "1 done, 1 failed, 4 under way")
            {
                gate.Open();
            }
        };
        using var bench = Held(host, gate);

        var run = bench.Run(Rows + " | Update-JobDraft -ThrottleLimit 6");

        Assert.Equal(5, run.Result.Output.Count);
        var shown = host.Progress.Where(record => record.Activity == "Update-JobDraft").ToArray();
        var middle = shown.First(record => record.StatusDescription == "1 done, 1 failed, 4 under way");
        Assert.Equal(33, middle.PercentComplete);
        Assert.True(middle.SecondsRemaining >= 0);
        Assert.Equal(ProgressRecordType.Processing, middle.RecordType);
        Assert.Equal(ProgressRecordType.Completed, shown[^1].RecordType);
        Assert.Single(shown, record => record.RecordType == ProgressRecordType.Completed);
    }

    [Fact]
    public void An_error_that_ends_the_run_takes_the_progress_away_too()
    {
        using var gate = new Gate();
        var host = new RecordingHost();
        host.Progressed = record =>
        {
            if (record.Activity == "Update-JobDraft")
            {
                gate.Open();
            }
        };
        using var bench = new Bench(
            async call =>
            {
                if (call.Method == "PATCH")
                {
                    await gate.PassAsync();
                    return new Reply(400, "{}");
                }

                return StubServices.Reply(call);
            },
            host);

        var run = bench.Run(Rows + " | Update-JobDraft -ThrottleLimit 6 -ErrorAction Stop");

        Assert.NotNull(run.Result.Terminating);
        Assert.Equal(ProgressRecordType.Completed, host.Progress.Last(record => record.Activity == "Update-JobDraft").RecordType);
    }

    [Theory]
    [InlineData("$ProgressPreference = 'SilentlyContinue'; ", "")]
    [InlineData("", "-ProgressAction SilentlyContinue")]
    public void Progress_is_silent_where_the_user_says_so(string before, string parameter)
    {
        using var gate = new Gate();
        var host = new RecordingHost();
        using var bench = Held(host, gate);

        // The result of the first row is the only sign of life here.
        var run = bench.Run($"{before}{Rows} | Update-JobDraft -ThrottleLimit 6 {parameter} | ForEach-Object {{ $gate.Open(); $_ }}", ("gate", gate));

        Assert.Equal(5, run.Result.Output.Count);
        Assert.DoesNotContain(host.Progress, record => record.Activity == "Update-JobDraft");
    }

    [Fact]
    public void A_short_run_shows_no_progress_that_stays()
    {
        var host = new RecordingHost();
        using var bench = new Bench(StubServices.Answer, host);

        bench.Run(Rows + " | Update-JobDraft");

        var shown = host.Progress.Where(record => record.Activity == "Update-JobDraft").ToArray();
        Assert.True(shown.Length == 0 || shown[^1].RecordType == ProgressRecordType.Completed);
    }

    [Fact]
    public void Waiting_for_a_quota_is_shown_with_the_time_it_ends()
    {
        var host = new RecordingHost();
        using var bench = new SandboxBench(host);
        bench.Run("$sandbox | Set-JobDraftSandbox -RateLimit 2 -RateWindow 01:00:00");
        var moved = 0;
        host.Progressed = record =>
        {
            if (record.StatusDescription.Contains("waiting for quota until", StringComparison.Ordinal) && Interlocked.Increment(ref moved) == 1)
            {
                bench.AdvanceClock(TimeSpan.FromHours(2));
            }
        };

        var result = bench.Run("'job_s01', 'job_s02', 'job_s03' | Publish-Job -Service Sorce -MaxWaitSec 7200 -ThrottleLimit 1 -Verbose");

        Assert.Empty(result.AllErrors);
        Assert.Equal(3, result.Output.Count);
        Assert.Contains(host.Progress, record => record.StatusDescription.StartsWith("2 done, 0 failed, 1 under way, waiting for quota until ", StringComparison.Ordinal) && record.StatusDescription.EndsWith(" UTC", StringComparison.Ordinal));
        Assert.Contains(result.Verbose, line => line.StartsWith("Waiting 36", StringComparison.Ordinal) && line.Contains("Sorce's quota", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Requests(), request => request.Status == 429);
    }

    /// <summary>The first row is done, the second is refused, the others wait until the gate opens.</summary>
    private static Bench Held(RecordingHost host, Gate gate) => new(
        async call =>
        {
            switch (call.Method == "PATCH" ? call.Path.Split('/')[^1] : null)
            {
                case null or "job-1":
                    return StubServices.Reply(call);
                case "job-2":
                    return new Reply(400, "{}");
                default:
                    await gate.PassAsync();
                    return StubServices.Reply(call);
            }
        },
        host);
}
