using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce's quota: 60 requests a minute of a key.</summary>
public static class SorceQuotas
{
    /// <summary>The name of the quota of requests.</summary>
    public const string Requests = "sorce-requests";

    /// <summary>Every answered request counts, except those that were refused for their number or their key.</summary>
    internal static QuotaUse Request { get; } = new(Requests, perCall: false, response => response.Status is not (429 or 401));

    /// <summary>The documented number.</summary>
    internal static IReadOnlyDictionary<string, QuotaRule> Documented { get; } = new Dictionary<string, QuotaRule>
    {
        [Requests] = new(new QuotaWindow(60, TimeSpan.FromMinutes(1))),
    };
}
