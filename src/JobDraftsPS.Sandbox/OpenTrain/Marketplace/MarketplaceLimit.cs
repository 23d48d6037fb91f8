using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.OpenTrain.Marketplace;

/// <summary>The 120 reads a minute that one address has without a token; on loopback all clients share one address.</summary>
internal sealed class MarketplaceLimit(SandboxClock clock)
{
    private const int Limit = 120;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> reads = new();

    /// <exception cref="OpenTrainRefusal">429: the minute's reads are used up. Refused reads do not count.</exception>
    public void Count()
    {
        lock (reads)
        {
            var now = clock.UtcNow;
            while (reads.Count > 0 && now - reads.Peek() >= Window)
            {
                reads.Dequeue();
            }

            if (reads.Count >= Limit)
            {
                throw OpenTrainRefusal.RateLimited($"More than {Limit} reads within a minute.", new JsonObject { ["limit"] = Limit });
            }

            reads.Enqueue(now);
        }
    }
}
