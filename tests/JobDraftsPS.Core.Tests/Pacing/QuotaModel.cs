using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Tests.Pacing;

/// <summary>Workers that draw on one quota in made-up time, and the service's own count of what arrives.</summary>
#pragma warning disable CA5394 // Chance only spreads the schedules; a seed repeats them.
internal sealed class QuotaModel
{
    private const long Stale = 1_000_000_000;
    private const long Begin = 1_000_000;

    private readonly Random chance;
    private readonly PriorityQueue<Action<long>, (long At, int Order)> events = new();
    private readonly QuotaState quota = new();
    private readonly List<long> counted = [];
    private int order;
    private int wanted;

    public QuotaModel(Random chance)
    {
        this.chance = chance;
        Limit = chance.Next(1, 20);
        Window = chance.Next(500, 60_000);
        Workers = chance.Next(1, 40);
        LongestCall = chance.Next(1, Window * 2);
        LongestPause = chance.Next(0, Window);
        NotCounted = chance.Next(0, 3) * 0.1;
    }

    public int Limit { get; init; }

    public int Window { get; init; }

    public int Workers { get; init; }

    public int LongestCall { get; init; }

    /// <summary>How long a worker rests at most between two requests.</summary>
    public int LongestPause { get; init; }

    /// <summary>The share of requests that the service refuses without counting them.</summary>
    public double NotCounted { get; init; }

    public int Sent { get; private set; }

    /// <summary>From the beginning to the last arrival, in milliseconds.</summary>
    public long Lasted => counted.Max() - Begin;

    /// <summary>The largest number of counted arrivals that lie within one window.</summary>
    public int MostInAWindow
    {
        get
        {
            var arrivals = counted.Order().ToArray();
            var most = 0;
            for (int first = 0, last = 0; last < arrivals.Length; last++)
            {
                while (arrivals[first] + Window <= arrivals[last])
                {
                    first++;
                }

                most = Math.Max(most, last - first + 1);
            }

            return most;
        }
    }

    public void Run(int requests)
    {
        wanted = requests;
        for (var i = 0; i < Workers; i++)
        {
            At(Begin + chance.Next(0, LongestPause + 1), Ask);
        }

        while (events.TryDequeue(out var happening, out var when))
        {
            happening(when.At);
        }
    }

    private void At(long time, Action<long> happening) => events.Enqueue(happening, (time, order++));

    private void Ask(long now)
    {
        if (wanted == 0)
        {
            return;
        }

        var answer = SlidingWindow.TryEnter(quota, new QuotaRule(new QuotaWindow(() => Limit, () => TimeSpan.FromMilliseconds(Window))), now, Stale);
        if (answer.Slot is { } slot)
        {
            wanted--;
            Sent++;
            Send(slot, now);
        }
        else
        {
            At(now + (answer.IsCertain ? (long)answer.Wait.TotalMilliseconds : chance.Next(20, 21 + LongestCall)), Ask);
        }
    }

    private void Send(QuotaSlot slot, long now)
    {
        var reply = now + chance.Next(0, LongestCall);
        var counts = chance.NextDouble() >= NotCounted;
        if (counts)
        {
            counted.Add(now + (long)(chance.NextDouble() * (reply - now)));
        }

        At(reply, then =>
        {
            SlidingWindow.Leave(quota, slot.Id, counts, then);
            At(then + chance.Next(0, LongestPause + 1), Ask);
        });
    }
}
#pragma warning restore CA5394
