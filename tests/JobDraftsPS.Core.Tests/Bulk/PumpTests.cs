using JobDraftsPS.Core.Bulk;

namespace JobDraftsPS.Core.Tests.Bulk;

/// <summary>Every piece of work here ends when the test says so: nothing is a matter of time.</summary>
public sealed class PumpTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Results_come_in_the_order_of_the_input_whatever_ends_first()
    {
        using var pump = new Pump<int>(3);
        var works = Enumerable.Range(0, 3).Select(_ => new Work()).ToArray();
        for (var i = 0; i < works.Length; i++)
        {
            pump.Post(i, $"target {i}", works[i].Run);
        }

        await works[2].Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);
        works[2].End();
        works[1].End();
        Assert.False(pump.TryTake(TimeSpan.Zero, out _));
        works[0].End();

        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(_ => Take(pump)));
        Assert.True(pump.IsEmpty);
        Assert.False(pump.TryTake(TimeSpan.Zero, out _));
    }

    [Fact]
    public async Task Work_that_goes_on_keeps_its_place_and_waits_for_what_came_on_its_target_meanwhile()
    {
        using var pump = new Pump<string>(2);
        var (first, second, other, again) = (new Work(), new Work(), new Work(), new Work());
        pump.Post("a1", "a", first.Run);
        pump.Post("b", "b", other.Run);
        first.End();
        other.End();
        Assert.False(pump.TryTake(Patience, out _, _ => false));
        pump.Post("a2", "a", second.Run);

        pump.Continue(pump.Items.Single(item => item is { HasEnded: true, Subject: "a1" }), "a", again.Run);
        Assert.False(again.Begun.IsCompleted);
        Assert.False(pump.TryTake(TimeSpan.Zero, out _));
        second.End();
        await again.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);
        again.End();

        Assert.Equal(["a1", "b", "a2"], Enumerable.Range(0, 3).Select(_ => Take(pump)));
    }

    [Fact]
    public void Work_that_goes_on_alone_on_its_target_begins_at_once()
    {
        using var pump = new Pump<string>(1);
        pump.Post("a", "a", _ => Task.CompletedTask);
        for (var round = 0; round < 3; round++)
        {
            Assert.False(pump.TryTake(Patience, out _, _ => false));
            pump.Continue(pump.Items.Single(), "a", _ => Task.CompletedTask);
        }

        Assert.Equal("a", Take(pump));
        Assert.True(pump.IsEmpty);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public async Task The_throttle_is_reached_and_never_exceeded(int limit)
    {
        using var pump = new Pump<int>(limit);
        var running = 0;
        var most = 0;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < 8 * limit; i++)
        {
            pump.Post(i, $"target {i}", async _ =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                if (now == limit)
                {
                    full.TrySetResult();
                }

                await gate.Task;
                Interlocked.Decrement(ref running);
            });
        }

        await full.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        gate.SetResult();
        while (!pump.IsEmpty)
        {
            Take(pump);
        }

        Assert.Equal(limit, most);
    }

    [Fact]
    public async Task Work_on_one_target_runs_one_after_another_in_the_order_posted()
    {
        using var pump = new Pump<int>(8);
        var order = new List<string>();
        var works = Enumerable.Range(0, 6).Select(_ => new Work()).ToArray();
        for (var i = 0; i < works.Length; i++)
        {
            var number = i;
            pump.Post(number, "one job", async cancellation =>
            {
                lock (order)
                {
                    order.Add($"begin {number}");
                }

                await works[number].Run(cancellation);
                lock (order)
                {
                    order.Add($"end {number}");
                }
            });
        }

        // The later ones could go on at once, and still none of them begins before its predecessor has ended.
        foreach (var work in works.Skip(1))
        {
            work.End();
        }

        await works[0].Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.All(works.Skip(1), work => Assert.False(work.Begun.IsCompleted));
        works[0].End();
        while (!pump.IsEmpty)
        {
            Take(pump);
        }

        Assert.Equal(Enumerable.Range(0, 6).SelectMany(i => new[] { $"begin {i}", $"end {i}" }), order);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Work_begins_in_the_order_posted(int limit)
    {
        using var pump = new Pump<int>(limit);
        var works = Enumerable.Range(0, 8 * limit).Select(_ => new Work()).ToArray();
        for (var i = 0; i < works.Length; i++)
        {
            pump.Post(i, $"target {i}", works[i].Run);
        }

        // Each one that ends lets exactly the next one begin.
        for (var ended = 0; ended + limit < works.Length; ended++)
        {
            await Task.WhenAll(works.Skip(ended).Take(limit).Select(work => work.Begun)).WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.False(works[ended + limit].Begun.IsCompleted);
            works[ended].End();
        }

        Array.ForEach(works, work => work.End());
        Assert.Equal(Enumerable.Range(0, works.Length), works.Select(_ => Take(pump)));
    }

    [Fact]
    public async Task Another_target_does_not_wait_for_the_first()
    {
        using var pump = new Pump<int>(2);
        Work slow = new(), behind = new(), other = new();
        pump.Post(0, "a", slow.Run);
        pump.Post(1, "a", behind.Run);
        pump.Post(2, "b", other.Run);

        await other.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.False(behind.Begun.IsCompleted);
        slow.End();
        behind.End();
        other.End();
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(_ => Take(pump)));
    }

    [Fact]
    public void What_ends_behind_a_slow_one_is_bounded_by_eight_times_the_throttle()
    {
        const int Limit = 4;
        using var pump = new Pump<int>(Limit);
        var slow = new Work();
        pump.Post(0, "slow", slow.Run);
        for (var i = 1; i < 8 * Limit; i++)
        {
            Assert.False(pump.IsFull);
            pump.Post(i, $"target {i}", _ => Task.CompletedTask);
            Assert.True(SpinWait.SpinUntil(() => pump.Items.Last().HasEnded, Patience));
        }

        Assert.True(pump.IsFull);
        slow.End();
        Take(pump);
        Assert.False(pump.IsFull);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task What_waits_to_begin_is_bounded_by_three_times_the_throttle(int limit)
    {
        using var pump = new Pump<int>(limit);
        var works = Enumerable.Range(0, 4 * limit).Select(_ => new Work()).ToArray();
        for (var i = 0; i < works.Length; i++)
        {
            pump.Post(i, $"target {i}", works[i].Run);
            if (i < limit)
            {
                await works[i].Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);
            }

            Assert.Equal(i == works.Length - 1, pump.IsFull);
        }

        works[0].End();
        await works[limit].Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.False(pump.IsFull);
        Array.ForEach(works, work => work.End());
    }

    [Fact]
    public async Task Waiting_for_room_ends_when_most_of_what_waited_has_begun()
    {
        using var pump = new Pump<int>(2);
        var slow = new Work();
        pump.Post(0, "slow", slow.Run);
        var next = new Work();
        pump.Post(1, "next", next.Run);
        await Task.WhenAll(slow.Begun, next.Begun).WaitAsync(Patience, TestContext.Current.CancellationToken);
        for (var i = 2; i < 8; i++)
        {
            pump.Post(i, $"target {i}", _ => Task.CompletedTask);
        }

        Assert.True(pump.IsFull);
        next.End();

        pump.WaitForRoom(Patience);
        Assert.False(pump.IsFull);
        Assert.False(pump.TryTake(TimeSpan.Zero, out _));
        slow.End();
        Assert.Equal(Enumerable.Range(0, 8), Enumerable.Range(0, 8).Select(_ => Take(pump)));
    }

    [Fact]
    public async Task Cancel_leaves_what_waits_unbegun_and_names_what_has_begun()
    {
        using var pump = new Pump<int>(1);
        var first = new Work();
        pump.Post(0, "a", first.Run);
        await first.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var later = Enumerable.Range(0, 5).Select(_ => new Work()).ToArray();
        for (var i = 0; i < later.Length; i++)
        {
            pump.Post(i + 1, i == 0 ? "a" : $"target {i}", later[i].Run);
        }

        pump.Cancel();
        var items = pump.Items.ToArray();
        while (!pump.IsEmpty)
        {
            Take(pump);
        }

        Assert.Equal(PumpState.Begun, items[0].State);
        Assert.All(items.Skip(1), item => Assert.Equal(PumpState.Waiting, item.State));
        Assert.All(later, work => Assert.False(work.Begun.IsCompleted));
    }

    [Fact]
    public void What_is_posted_after_a_cancel_never_begins()
    {
        using var pump = new Pump<int>(1);
        pump.Cancel();
        var work = new Work();

        pump.Post(0, "a", work.Run);
        var item = pump.Items.Single();
        Take(pump);

        Assert.Equal(PumpState.Waiting, item.State);
        Assert.False(work.Begun.IsCompleted);
    }

    [Fact]
    public async Task Dispose_cancels_what_is_under_way()
    {
        var work = new Work();
        using (var pump = new Pump<int>(1))
        {
            pump.Post(0, "a", work.Run);
            await work.Begun.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }

        await work.Cancelled.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_thousand_pieces_of_work_on_a_few_targets_keep_their_order()
    {
        using var pump = new Pump<int>(8);
        var last = new int[7];
        var wrong = 0;
        var taken = new List<int>();
        for (var i = 0; i < 1000; i++)
        {
            var number = i;
            pump.Post(number, $"target {number % 7}", async _ =>
            {
                var before = last[number % 7];
                await Task.Yield();
                if (before != last[number % 7] || before > number)
                {
                    Interlocked.Increment(ref wrong);
                }

                last[number % 7] = number;
            });
            while (pump.IsFull)
            {
                taken.Add(Take(pump));
            }
        }

        while (!pump.IsEmpty)
        {
            taken.Add(Take(pump));
        }

        Assert.Equal(0, wrong);
        Assert.Equal(Enumerable.Range(0, 1000), taken);
    }

    [Fact]
    public void Work_that_throws_surfaces_where_it_is_taken()
    {
        using var pump = new Pump<int>(1);
        pump.Post(0, "a", _ => throw new InvalidOperationException("a mistake of ours"));

        Assert.Throws<InvalidOperationException>(() => pump.TryTake(Patience, out _));
    }

    private static T Take<T>(Pump<T> pump)
    {
        Assert.True(pump.TryTake(Patience, out var subject));
        return subject;
    }

    private static void InterlockedMax(ref int most, int now)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < now && Interlocked.CompareExchange(ref most, now, seen) != seen)
        {
        }
    }

    /// <summary>Work that tells when it begins and ends when it is told.</summary>
    private sealed class Work
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public Task Cancelled => cancelled.Task;

        public void End() => ending.TrySetResult();

        public async Task Run(CancellationToken cancellation)
        {
            begun.TrySetResult();
            await using var stop = cancellation.Register(() =>
            {
                cancelled.TrySetResult();
                ending.TrySetCanceled(cancellation);
            });
            await ending.Task;
        }
    }
}
