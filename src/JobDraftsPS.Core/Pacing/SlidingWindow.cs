namespace JobDraftsPS.Core.Pacing;

/// <summary>Places in a sliding window, given out so that the service never counts more than it allows.</summary>
internal static class SlidingWindow
{
    /// <summary>Two clocks that agree to the millisecond are rare; so much later is always late enough.</summary>
    private const long MarginMs = 15;

    private const long PollMs = 20;

    /// <summary>No service counts in more than a day; a wait beyond it is a mistake of the service or of a clock here, and must not lock an account out for years.</summary>
    private const long LongestPauseMs = 24L * 60 * 60 * 1000;

    /// <summary>The clocks of two processes may differ by this much without one having been set back.</summary>
    private const long SkewMs = 5000;

    public static QuotaWait TryEnter(QuotaState quota, QuotaRule? rule, long now, long staleMs)
    {
        quota.PausedUntil = Math.Min(quota.PausedUntil, now + LongestPauseMs);
        if (quota.PausedUntil > now)
        {
            return QuotaWait.For(TimeSpan.FromMilliseconds(quota.PausedUntil - now), "the service asked to wait");
        }

        if (rule is null)
        {
            return QuotaWait.Granted(new QuotaSlot());
        }

        var windows = rule.Windows.Select((window, i) => new Window((long)window.Length().TotalMilliseconds, i == 0 ? LimitOf(quota, window, now) : window.Limit())).ToArray();
        var longest = windows.Max(window => window.Length);
        quota.Slots.ForEach(slot => NotAhead(slot, now));
        quota.Slots.RemoveAll(slot => FreeAt(slot, longest, now, staleMs) <= now);
        if (windows.Select(window => WaitFor(window, quota.Slots, now, staleMs)).Where(wait => wait is not null).OrderByDescending(wait => wait!.Wait).FirstOrDefault() is { } full)
        {
            return full;
        }

        var slot = new QuotaSlot { Id = Guid.NewGuid().ToString("N"), Sent = now };
        quota.Slots.Add(slot);
        return QuotaWait.Granted(slot);
    }

    /// <summary>How many places are free now; none while the service asked to wait.</summary>
    public static int Room(QuotaState quota, QuotaRule rule, long now, long staleMs)
    {
        if (quota.PausedUntil > now)
        {
            return 0;
        }

        return rule.Windows.Select((window, i) =>
        {
            var length = (long)window.Length().TotalMilliseconds;
            return Math.Max(0, (i == 0 ? LimitOf(quota, window, now) : window.Limit()) - quota.Slots.Count(slot => FreeAt(slot, length, now, staleMs) > now));
        }).Min();
    }

    /// <summary>Ends a place: it stays taken for one window when it counts, else it is given back.</summary>
    public static void Leave(QuotaState quota, string slotId, bool counted, long now)
    {
        var slot = quota.Slots.Find(candidate => candidate.Id == slotId);
        if (slot is null)
        {
            return;
        }

        if (counted)
        {
            slot.Done = now;
        }
        else
        {
            quota.Slots.Remove(slot);
        }
    }

    /// <summary>A length of time as a person says it.</summary>
    private static string Told(TimeSpan span)
    {
        var (count, unit) = span switch
        {
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => (span.TotalHours, "hour"),
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => (span.TotalMinutes, "minute"),
            _ => (span.TotalSeconds, "second"),
        };
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, count == 1 ? "{0} {1}" : "{0} {1}s", count, unit);
    }

    /// <summary>How long a window asks to wait; null where it has a free place.</summary>
    private static QuotaWait? WaitFor(Window window, List<QuotaSlot> slots, long now, long staleMs)
    {
        if (slots.Count(slot => FreeAt(slot, window.Length, now, staleMs) > now) is var taken && taken < window.Limit)
        {
            return null;
        }

        var why = $"{window.Limit} in {Told(TimeSpan.FromMilliseconds(window.Length))} are allowed";
        if (window.Limit < 1)
        {
            return QuotaWait.For(TimeSpan.FromMilliseconds(window.Length), why);
        }

        var free = slots.Select(slot => FreeAt(slot, window.Length, now, staleMs)).Where(at => at > now).OrderBy(at => at).ElementAt(taken - window.Limit);
        return free == long.MaxValue
            ? QuotaWait.UnderWay(TimeSpan.FromMilliseconds(PollMs), why)
            : QuotaWait.For(TimeSpan.FromMilliseconds(free - now), why);
    }

    private static int LimitOf(QuotaState quota, QuotaWindow window, long now)
    {
        var age = now - quota.LearntAt;
        var isFresh = quota.LearntLimit > 0 && age >= -SkewMs && age < (long)window.Length().TotalMilliseconds;
        return isFresh ? Math.Min(quota.LearntLimit, window.Limit()) : window.Limit();
    }

    private static long FreeAt(QuotaSlot slot, long window, long now, long staleMs)
    {
        // A process that died leaves its places under way; after the longest possible call they count as answered.
        if (slot.Done == 0 && slot.Sent + staleMs > now)
        {
            return long.MaxValue;
        }

        return (slot.Done == 0 ? slot.Sent + staleMs : slot.Done) + window + MarginMs;
    }

    /// <summary>A clock that was set back must not keep a place taken for longer than a window from then on.</summary>
    private static void NotAhead(QuotaSlot slot, long now)
    {
        slot.Sent = slot.Sent > now + SkewMs ? now : slot.Sent;
        slot.Done = slot.Done > now + SkewMs ? now : slot.Done;
    }

    /// <summary>A window with its numbers of this moment.</summary>
    private readonly record struct Window(long Length, int Limit);
}
