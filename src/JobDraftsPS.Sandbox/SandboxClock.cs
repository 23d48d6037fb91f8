namespace JobDraftsPS.Sandbox;

/// <summary>The sandbox's own time: the machine's, moved forward by what was asked for.</summary>
public sealed class SandboxClock
{
    private readonly Func<DateTimeOffset> source;
    private long offsetTicks;

    /// <summary>Creates a clock over the machine's time, or over another source.</summary>
    public SandboxClock(Func<DateTimeOffset>? source = null) => this.source = source ?? (() => DateTimeOffset.UtcNow);

    /// <summary>The present moment, UTC.</summary>
    public DateTimeOffset UtcNow => source().AddTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>How far it was moved in all. Exact, where the difference of two readings has the time between them in it.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>Moves the clock forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        if (by < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by, "The clock runs forward only.");
        }

        Interlocked.Add(ref offsetTicks, by.Ticks);
    }
}
