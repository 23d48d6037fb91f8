using System.Text;
using JobDraftsPS.Sandbox.Http;

namespace JobDraftsPS.Sandbox.Control;

/// <summary>Keeps the last requests and counts all of them.</summary>
internal sealed class RequestLog
{
    private const int Kept = 20_000;
    private const int KeptBody = 64 * 1024;

    private readonly object gate = new();
    private readonly Queue<RecordedRequest> requests = new();
    private readonly Dictionary<(string? Service, string Method, int? Status), long> counts = [];
    private long total;

    public long Total
    {
        get
        {
            lock (gate)
            {
                return total;
            }
        }
    }

    public void Add(string? service, ReceivedRequest request, int? status, bool handled, DateTimeOffset arrivedAt)
    {
        var body = Encoding.UTF8.GetString(request.Content.Head(KeptBody));
        var entry = new RecordedRequest(
            service, request.Method, request.Target, request.Headers, body, request.Content.Length, status, handled, arrivedAt);
        lock (gate)
        {
            total++;
            var key = (service, request.Method, status);
            counts[key] = counts.TryGetValue(key, out var before) ? before + 1 : 1;
            requests.Enqueue(entry);
            if (requests.Count > Kept)
            {
                requests.Dequeue();
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
            counts.Clear();
            total = 0;
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (gate)
        {
            return requests.ToArray();
        }
    }

    public IReadOnlyList<RequestCount> Counts()
    {
        lock (gate)
        {
            return counts
                .Select(entry => new RequestCount(entry.Key.Service, entry.Key.Method, entry.Key.Status, entry.Value))
                .OrderBy(count => count.Service, StringComparer.Ordinal)
                .ThenBy(count => count.Method, StringComparer.Ordinal)
                .ThenBy(count => count.Status)
                .ToArray();
        }
    }
}
