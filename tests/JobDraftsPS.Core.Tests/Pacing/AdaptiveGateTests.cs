using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Tests.Pacing;

public sealed class AdaptiveGateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly AdaptiveGate gate = new();

    [Fact]
    public void Nothing_is_held_back_before_the_service_pushes_back()
    {
        Assert.All(Enumerable.Range(0, 500), _ => Assert.True(Enter().IsCompletedSuccessfully));
    }

    [Theory]
    [InlineData(16, 8)]
    [InlineData(5, 2)]
    [InlineData(1, 1)]
    public void A_push_back_halves_what_was_under_way(int underWay, int left)
    {
        Fill(underWay);

        gate.Leave(pushedBack: true);

        Assert.Equal(left, gate.Limit);
    }

    [Fact]
    public void The_limit_never_falls_below_one()
    {
        Fill(8);
        for (var i = 0; i < 8; i++)
        {
            gate.Leave(pushedBack: true);
        }

        Assert.Equal(1, gate.Limit);
        Assert.True(Enter().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Above_the_limit_requests_wait_until_enough_have_left()
    {
        Fill(4);
        gate.Leave(pushedBack: true);
        var waiting = Enter();

        // Three are under way and two are allowed: the next to leave lets nobody in.
        gate.Leave(pushedBack: false);
        Assert.False(waiting.IsCompleted);
        gate.Leave(pushedBack: false);

        await waiting.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Waiters_go_in_the_order_they_came()
    {
        Fill(2);
        gate.Leave(pushedBack: true);
        var first = Enter();
        var second = Enter();

        gate.Leave(pushedBack: true);

        await first.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public void Each_good_round_lets_one_more_in()
    {
        Fill(2);
        gate.Leave(pushedBack: true);
        gate.Leave(pushedBack: false);
        var limits = new List<int>();
        for (var round = 0; round < 4; round++)
        {
            var limit = gate.Limit;
            Fill(limit);
            for (var i = 0; i < limit; i++)
            {
                gate.Leave(pushedBack: false);
            }

            limits.Add(gate.Limit);
        }

        Assert.Equal([3, 4, 5, 6], limits);
    }

    [Fact]
    public void A_long_good_time_takes_the_bound_away()
    {
        Enter();
        gate.Leave(pushedBack: true);
        for (var i = 0; i < 257 * 128; i++)
        {
            Enter();
            gate.Leave(pushedBack: false);
        }

        Assert.Equal(int.MaxValue, gate.Limit);
    }

    [Fact]
    public async Task A_waiter_that_was_cancelled_takes_no_place()
    {
        Fill(2);
        gate.Leave(pushedBack: true);
        using var stop = new CancellationTokenSource();
        var cancelled = gate.EnterAsync(stop.Token);
        var next = Enter();

        await stop.CancelAsync();
        gate.Leave(pushedBack: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await next.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.False(Enter().IsCompleted);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_already_does_not_wait()
    {
        Fill(2);
        gate.Leave(pushedBack: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.EnterAsync(new CancellationToken(canceled: true)));
    }

    private Task Enter() => gate.EnterAsync(TestContext.Current.CancellationToken);

    private void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(Enter().IsCompletedSuccessfully);
        }
    }
}
