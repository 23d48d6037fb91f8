using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Tests.Pacing;

public sealed class PacerTests : IDisposable
{
    private readonly PacerBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_full_window_is_waited_out_to_its_end()
    {
        var pacer = bench.Process();
        var began = bench.Now;
        for (var i = 0; i < 3; i++)
        {
            await bench.RequestAsync(pacer, 2);
        }

        Assert.InRange(bench.Now - began, PacerBench.Window, PacerBench.Window + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Two_processes_share_one_quota_through_the_file()
    {
        var first = bench.Process();
        var second = bench.Process();
        await bench.RequestAsync(first, 2);
        await bench.RequestAsync(second, 2);
        var began = bench.Now;

        await bench.RequestAsync(first, 2);

        Assert.True(bench.Now - began >= PacerBench.Window);
    }

    [Fact]
    public async Task A_quota_is_remembered_by_the_next_process()
    {
        await bench.RequestAsync(bench.Process(), 1);

        var refused = await RefusedAsync(bench.Process(), 1, maxWaitSeconds: 10);

        Assert.Equal("Sorce.QuotaExceeded", refused.ErrorId);
    }

    [Fact]
    public async Task A_place_that_is_given_back_is_taken_at_once()
    {
        var pacer = bench.Process();
        var ticket = await bench.EnterAsync(pacer, 1);
        await pacer.SettleAsync(ticket, counted: false, bench.Time.GetUtcNow);

        await bench.EnterAsync(pacer, 1);

        Assert.Empty(bench.Time.Waits);
    }

    [Fact]
    public async Task A_place_whose_process_died_is_free_after_its_longest_call_and_one_window()
    {
        await bench.EnterAsync(bench.Process(), 1);
        var began = bench.Now;

        // Nobody can say how long a call under way takes: it is waited for, and the time-out ends the doubt.
        await bench.EnterAsync(bench.Process(), 1);

        Assert.InRange(bench.Now - began, PacerBench.Window + bench.Timeout, PacerBench.Window + bench.Timeout + TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_wait_beyond_what_is_allowed_is_not_waited_and_says_when_to_go_on()
    {
        var pacer = bench.Process();
        await bench.RequestAsync(pacer, 1);

        var refused = await RefusedAsync(pacer, 1, maxWaitSeconds: 59);

        Assert.Equal(CallOutcome.NotSent, refused.Outcome);
        Assert.Equal(FailureKind.Quota, refused.Kind);
        Assert.InRange(refused.RetryAfter!.Value, PacerBench.Window, PacerBench.Window + TimeSpan.FromSeconds(1));
        Assert.Contains("2026-03-02 08:01:00 UTC", refused.Message, StringComparison.Ordinal);
        Assert.Contains("08:01:00 UTC", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-MaxWaitSec 59", refused.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Time.Waits);
        Assert.Single(bench.OnDisk().Of("requests").Slots);
    }

    [Fact]
    public async Task A_wait_within_what_is_allowed_is_told_once_and_shown()
    {
        var pacer = bench.Process();
        await bench.RequestAsync(pacer, 1);
        var call = bench.Call();
        DateTimeOffset? shown = null;
        bench.Time.Waited = () => shown ??= call.WaitingUntil;

        await bench.EnterAsync(pacer, 1, call);

        Assert.True(bench.Log.TryTake(out var told));
        Assert.StartsWith("Waiting 60 s for Sorce's quota before the call: 1 in ", told.Text, StringComparison.Ordinal);
        Assert.False(bench.Log.TryTake(out _));
        Assert.InRange(shown!.Value - bench.Now, -TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Assert.Null(call.WaitingUntil);
    }

    [Fact]
    public async Task Who_waits_looks_up_every_second_because_clocks_are_moved_and_others_hear_refusals()
    {
        var pacer = bench.Process();
        await bench.RequestAsync(pacer, 1);

        await bench.EnterAsync(pacer, 1);

        Assert.All(bench.Time.Waits, wait => Assert.True(wait <= TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_clock_that_is_moved_ahead_frees_who_waits()
    {
        var pacer = bench.Process();
        await bench.RequestAsync(pacer, 1);
        var ahead = TimeSpan.Zero;
        bench.Time.Waited = () => ahead = PacerBench.Window * 2;
        var plan = new QuotaRequest(JobService.Sorce, "the call", () => bench.Now + ahead, bench.Timeout);

        await pacer.EnterAsync(bench.Use, PacerBench.Allow(1), plan, bench.Call());

        Assert.Single(bench.Time.Waits);
    }

    [Fact]
    public async Task A_pause_holds_everyone_on_the_quota_and_nobody_else()
    {
        var pacer = bench.Process();
        var other = new QuotaUse("other", perCall: false, _ => true);
        var began = bench.Now;
        await pacer.PauseAsync("requests", TimeSpan.FromSeconds(40), null, bench.Time.GetUtcNow);

        await bench.EnterAsync(pacer, null, use: other);
        await bench.EnterAsync(pacer, 5, use: other);
        Assert.Equal(began, bench.Now);
        await bench.EnterAsync(pacer, 5);

        Assert.InRange(bench.Now - began, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41));
    }

    [Fact]
    public async Task A_pause_holds_where_no_number_is_known()
    {
        var pacer = bench.Process();
        var began = bench.Now;
        await pacer.PauseAsync("requests", TimeSpan.FromSeconds(40), null, bench.Time.GetUtcNow);

        await bench.EnterAsync(pacer, null);

        Assert.InRange(bench.Now - began, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    public async Task A_pause_that_one_process_hears_holds_the_others(int? limit)
    {
        var hearing = bench.Process();
        var other = bench.Process();
        await bench.RequestAsync(other, limit);
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        var began = bench.Now;
        await hearing.PauseAsync("requests", TimeSpan.FromSeconds(40), null, bench.Time.GetUtcNow);

        await bench.EnterAsync(other, limit);

        Assert.InRange(bench.Now - began, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41));
    }

    [Fact]
    public async Task A_shorter_pause_does_not_end_a_longer_one()
    {
        var pacer = bench.Process();
        var began = bench.Now;
        await pacer.PauseAsync("requests", TimeSpan.FromSeconds(40), null, bench.Time.GetUtcNow);
        await pacer.PauseAsync("requests", TimeSpan.FromSeconds(1), null, bench.Time.GetUtcNow);

        await bench.EnterAsync(pacer, 5);
        await bench.EnterAsync(pacer, null);

        Assert.True(bench.Now - began >= TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_learnt_limit_is_kept_for_the_next_process()
    {
        var pacer = bench.Process();
        for (var i = 0; i < 3; i++)
        {
            await bench.RequestAsync(pacer, 20);
        }

        await pacer.PauseAsync("requests", TimeSpan.FromSeconds(30), learntLimit: 3, bench.Time.GetUtcNow);

        Assert.Equal("Sorce.QuotaExceeded", (await RefusedAsync(bench.Process(), 20, maxWaitSeconds: 5)).ErrorId);
        Assert.Equal(3, bench.OnDisk().Of("requests").LearntLimit);
    }

    [Fact]
    public async Task A_learnt_limit_pauses_as_long_as_places_are_under_way_that_may_not_count()
    {
        var pacer = bench.Process();
        await bench.RequestAsync(pacer, 20);
        await bench.RequestAsync(pacer, 20);
        var refused = await bench.EnterAsync(pacer, 20);
        await pacer.PauseAsync("requests", TimeSpan.FromSeconds(500), learntLimit: 3, bench.Time.GetUtcNow);
        await pacer.SettleAsync(refused, counted: false, bench.Time.GetUtcNow);

        // Only two of the three that the service counted went through here; the third was another program's.
        var error = await RefusedAsync(pacer, 20, maxWaitSeconds: 300);

        Assert.Equal("Sorce.QuotaExceeded", error.ErrorId);
    }

    [Fact]
    public async Task A_learnt_limit_of_which_every_place_is_known_goes_by_the_window_and_not_by_the_service()
    {
        var pacer = bench.Process();
        for (var i = 0; i < 3; i++)
        {
            await bench.RequestAsync(pacer, 20);
        }

        var began = bench.Now;
        await pacer.PauseAsync("requests", TimeSpan.FromHours(24), learntLimit: 3, bench.Time.GetUtcNow);

        await bench.EnterAsync(pacer, 20);

        Assert.InRange(bench.Now - began, PacerBench.Window - TimeSpan.FromSeconds(1), PacerBench.Window + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_wait_of_exactly_the_longest_one_is_waited()
    {
        var pacer = bench.Process();
        await pacer.PauseAsync("requests", TimeSpan.FromSeconds(40), null, bench.Time.GetUtcNow);

        Assert.NotNull(await bench.EnterAsync(pacer, 5, bench.Call(maxWaitSeconds: 40)));
    }

    [Fact]
    public async Task Where_no_number_is_known_nothing_is_kept_on_disk()
    {
        await bench.RequestAsync(bench.Process(), null);

        Assert.False(File.Exists(bench.File));
    }

    [Fact]
    public async Task Waiters_of_one_process_go_in_the_order_they_came()
    {
        var pacer = bench.Process();
        await bench.RequestAsync(pacer, 1);
        bench.Time.Hurries = false;
        var first = bench.EnterAsync(pacer, 1);
        var second = bench.EnterAsync(pacer, 1);

        await bench.Time.AdvanceUntilAsync(Task.WhenAny(first, second));
        Assert.False(second.IsCompleted);
        await pacer.SettleAsync(await first, counted: false, bench.Time.GetUtcNow);

        await bench.Time.AdvanceUntilAsync(second);
    }

    [Fact]
    public async Task A_cancelled_wait_takes_no_place()
    {
        var pacer = bench.Process();
        await bench.RequestAsync(pacer, 1);
        using var stop = new CancellationTokenSource();
        bench.Time.Waited = stop.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.EnterAsync(pacer, 1, bench.Call(cancellation: stop.Token)));

        Assert.Single(bench.OnDisk().Of("requests").Slots);
    }

    [Fact]
    public async Task Who_is_cancelled_at_the_last_door_gives_the_place_back()
    {
        var pacer = bench.Process();
        await bench.EnterAsync(pacer, null);
        await bench.EnterAsync(pacer, null);
        pacer.Leave(pushedBack: true);
        using var stop = new CancellationTokenSource();

        // The window has room, but the service was pushed back to one request at a time, and that one is under way.
        var waiting = bench.EnterAsync(pacer, 5, bench.Call(cancellation: stop.Token));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Empty(bench.OnDisk().Of("requests").Slots);
    }

    private async Task<JobDraftsApiException> RefusedAsync(Pacer pacer, int limit, int maxWaitSeconds) =>
        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.EnterAsync(pacer, limit, bench.Call(maxWaitSeconds)));
}
