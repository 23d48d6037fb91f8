using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Pacing;

/// <summary>Which quota a call draws on, and which answers count against it.</summary>
internal sealed class QuotaUse
{
    /// <summary>No known number: only a push-back of the service slows these calls.</summary>
    public static QuotaUse Calls { get; } = new("calls", perCall: false, _ => false);

    public QuotaUse(string name, bool perCall, Func<ApiResponse, bool> counts)
    {
        Name = name;
        PerCall = perCall;
        Counts = counts;
    }

    /// <summary>The quota's name among those of the pacer.</summary>
    public string Name { get; }

    /// <summary>True when all attempts of a call share one place: only the deed counts, not the request.</summary>
    public bool PerCall { get; }

    /// <summary>Whether an answer used the place up. A reply that was lost always does, because it may have.</summary>
    public Func<ApiResponse, bool> Counts { get; }
}
