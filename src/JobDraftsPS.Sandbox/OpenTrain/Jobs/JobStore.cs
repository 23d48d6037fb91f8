using System.Globalization;

namespace JobDraftsPS.Sandbox.OpenTrain.Jobs;

/// <summary>All jobs. Not thread-safe by itself: the service holds one lock around each call.</summary>
internal sealed class JobStore
{
    private readonly Dictionary<string, OpenTrainJob> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OpenTrainJob>> byAccount = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Key), OpenTrainJob> byIdempotencyKey = [];
    private readonly List<OpenTrainJob> all = [];
    private int made;

    /// <summary>All jobs in the order of creation.</summary>
    public IReadOnlyList<OpenTrainJob> All => all;

    public OpenTrainJob? Find(string id) => byId.TryGetValue(id, out var job) ? job : null;

    /// <summary>The job that a key made before; the key is the account's own and does not expire.</summary>
    public OpenTrainJob? FindByKey(OpenTrainAccount account, string idempotencyKey) =>
        byIdempotencyKey.TryGetValue((account.Id, idempotencyKey), out var job) ? job : null;

    /// <summary>An account's jobs in the order of creation.</summary>
    public IReadOnlyList<OpenTrainJob> Of(OpenTrainAccount account) => byAccount.TryGetValue(account.Id, out var jobs) ? jobs : [];

    /// <summary>Adds a job; ids that the store gives itself are <c>otj-000001</c> and onwards.</summary>
    public OpenTrainJob Add(OpenTrainAccount owner, DateTimeOffset createdAt, string? id = null, string? idempotencyKey = null)
    {
        var job = new OpenTrainJob(id ?? "otj-" + (++made).ToString("D6", CultureInfo.InvariantCulture), owner, createdAt) { Sequence = all.Count };
        byId.Add(job.Id, job);
        all.Add(job);
        if (!byAccount.TryGetValue(owner.Id, out var own))
        {
            byAccount[owner.Id] = own = [];
        }

        own.Add(job);
        if (idempotencyKey is not null)
        {
            byIdempotencyKey.Add((owner.Id, idempotencyKey), job);
        }

        return job;
    }
}
