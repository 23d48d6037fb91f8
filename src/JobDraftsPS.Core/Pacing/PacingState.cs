namespace JobDraftsPS.Core.Pacing;

/// <summary>What is remembered of one credential's quotas, on disk too.</summary>
internal sealed class PacingState
{
    public Dictionary<string, QuotaState> Quotas { get; set; } = [];

    public QuotaState Of(string name)
    {
        if (!Quotas.TryGetValue(name, out var quota))
        {
            Quotas[name] = quota = new QuotaState();
        }

        return quota;
    }
}
