namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>The sliding window of one key: the moments of the calls that were let through.</summary>
internal sealed class SorceRateWindow
{
    private readonly object gate = new();
    private readonly Queue<long> calls = new();

    /// <summary>Lets a call through and remembers it, or says after how many seconds the next one will be.</summary>
    /// <param name="now">The present moment.</param>
    /// <param name="limit">Calls a window; below 1 there is no limit.</param>
    /// <param name="window">The window's length.</param>
    /// <param name="countRefused">Whether a refused call is remembered too.</param>
    /// <param name="retryAfterSeconds">Whole seconds, at least 1, when refused; else 0.</param>
    public bool TryEnter(DateTimeOffset now, int limit, TimeSpan window, bool countRefused, out int retryAfterSeconds)
    {
        retryAfterSeconds = 0;
        if (limit < 1)
        {
            return true;
        }

        lock (gate)
        {
            while (calls.Count > 0 && calls.Peek() + window.Ticks <= now.UtcTicks)
            {
                calls.Dequeue();
            }

            var free = calls.Count < limit;
            if (!free)
            {
                // More than the limit lie in the window after the limit was lowered: then it is not the oldest one's leaving that makes room.
                var making = calls.Count == limit ? calls.Peek() : calls.ElementAt(calls.Count - limit);
                retryAfterSeconds = Seconds(making + window.Ticks - now.UtcTicks);
            }

            if (free || countRefused)
            {
                calls.Enqueue(now.UtcTicks);
            }

            return free;
        }
    }

    private static int Seconds(long ticks)
    {
        var seconds = (ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;
        return (int)Math.Max(1, Math.Min(int.MaxValue, seconds));
    }
}
