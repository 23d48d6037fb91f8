using System.Text.Json.Nodes;

namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>The publishes of each account within a rolling day; only real moves from draft to open count.</summary>
internal sealed class PublishQuota(SandboxSettings settings)
{
    private const int UnclaimedLimit = 3;
    private const int WindowHours = 24;

    private readonly Dictionary<string, Queue<DateTimeOffset>> publishes = new(StringComparer.Ordinal);

    /// <exception cref="OpenTrainRefusal">429: the day's publishes are used up.</exception>
    public void Check(OpenTrainAccount account, DateTimeOffset now)
    {
        var limit = account.Claimed ? settings.PublishQuota : Math.Min(UnclaimedLimit, settings.PublishQuota);
        if (Recent(account, now).Count >= limit)
        {
            throw OpenTrainRefusal.RateLimited(
                $"This account has published {limit} jobs within {WindowHours} hours.",
                new JsonObject { ["limit"] = limit, ["windowHours"] = WindowHours });
        }
    }

    public void Count(OpenTrainAccount account, DateTimeOffset now) => Recent(account, now).Enqueue(now);

    private Queue<DateTimeOffset> Recent(OpenTrainAccount account, DateTimeOffset now)
    {
        if (!publishes.TryGetValue(account.Id, out var times))
        {
            publishes[account.Id] = times = new Queue<DateTimeOffset>();
        }

        while (times.Count > 0 && now - times.Peek() >= TimeSpan.FromHours(WindowHours))
        {
            times.Dequeue();
        }

        return times;
    }
}
