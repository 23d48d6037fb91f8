namespace JobDraftsPS.Core.Pacing;

/// <summary>The numbers that a connection is paced by. A sandbox gives its own, and its clock; asked each time, because they change while it runs.</summary>
public sealed class PacingOptions
{
    /// <summary>Distinguishes services at the same address, one after another; empty for the real ones.</summary>
    public string Instance { get; set; } = string.Empty;

    /// <summary>The service's present moment.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>Sorce requests allowed within <see cref="RateWindow"/>; documented as 60.</summary>
    public Func<int> RateLimit { get; set; } = () => 60;

    /// <summary>Length of Sorce's sliding window; documented as a minute.</summary>
    public Func<TimeSpan> RateWindow { get; set; } = () => TimeSpan.FromMinutes(1);

    /// <summary>OpenTrain publications allowed in 24 hours; documented as 20, or 3 before the account is claimed.</summary>
    public Func<int> PublishQuota { get; set; } = () => 20;
}
