namespace JobDraftsPS.Core.Pacing;

/// <summary>A documented number: so many within a sliding window.</summary>
/// <remarks>Both are asked each time, because a sandbox changes them while it runs.</remarks>
internal sealed class QuotaRule
{
    public QuotaRule(Func<int> limit, Func<TimeSpan> window)
    {
        Limit = limit;
        Window = window;
    }

    public Func<int> Limit { get; }

    public Func<TimeSpan> Window { get; }
}
