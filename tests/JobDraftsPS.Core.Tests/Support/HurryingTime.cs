using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace JobDraftsPS.Core.Tests.Support;

/// <summary>A clock on which every wait is over at once and has taken its time; it keeps what was waited for.</summary>
internal sealed class HurryingTime() : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero))
{
    private readonly List<TimeSpan> waits = [];

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (waits)
            {
                return [.. waits];
            }
        }
    }

    /// <summary>False makes it an ordinary test clock that stands until it is moved.</summary>
    public bool Hurries { get; set; } = true;

    /// <summary>Runs in the middle of each wait.</summary>
    public Action? Waited { get; set; }

    /// <summary>Moves a standing clock on until something has happened.</summary>
    public async Task AdvanceUntilAsync(Task happened)
    {
        var patience = Stopwatch.StartNew();
        while (!happened.IsCompleted)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), "It never happens.");
            Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (waits)
        {
            waits.Add(dueTime);
        }

        Waited?.Invoke();
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (Hurries)
        {
            Advance(dueTime);
        }

        return timer;
    }
}
