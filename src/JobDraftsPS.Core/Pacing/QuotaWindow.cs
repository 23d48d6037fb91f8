namespace JobDraftsPS.Core.Pacing;

/// <summary>So many within a sliding length of time.</summary>
/// <remarks>Both are asked each time, because a sandbox changes them while it runs.</remarks>
public sealed class QuotaWindow
{
    /// <summary>Creates a window whose numbers may change.</summary>
    /// <param name="limit">How many are allowed within it.</param>
    /// <param name="length">How long it is.</param>
    public QuotaWindow(Func<int> limit, Func<TimeSpan> length)
    {
        Limit = limit;
        Length = length;
    }

    /// <summary>Creates a window.</summary>
    /// <param name="limit">How many are allowed within it.</param>
    /// <param name="length">How long it is.</param>
    public QuotaWindow(int limit, TimeSpan length)
        : this(() => limit, () => length)
    {
    }

    /// <summary>How many are allowed within the window.</summary>
    public Func<int> Limit { get; }

    /// <summary>How long the window is.</summary>
    public Func<TimeSpan> Length { get; }
}
