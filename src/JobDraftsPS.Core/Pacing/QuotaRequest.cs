namespace JobDraftsPS.Core.Pacing;

/// <summary>What the pacer needs to know of the call that asks.</summary>
internal sealed class QuotaRequest(JobService service, string purpose, Func<DateTimeOffset> now, TimeSpan timeout)
{
    public JobService Service { get; } = service;

    /// <summary>What the call is for, for messages.</summary>
    public string Purpose { get; } = purpose;

    /// <summary>The clock that the service's windows go by.</summary>
    public Func<DateTimeOffset> Now { get; } = now;

    /// <summary>After this long a place whose process has died counts as answered.</summary>
    public long StaleMs { get; } = (long)timeout.TotalMilliseconds;
}
