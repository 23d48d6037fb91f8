namespace JobDraftsPS.Core.Pacing;

/// <summary>The numbers that a connection is paced by. A sandbox gives its own, and its clock.</summary>
public sealed class PacingOptions
{
    /// <summary>Distinguishes services at the same address, one after another; empty for the real ones.</summary>
    public string Instance { get; set; } = string.Empty;

    /// <summary>The service's present moment.</summary>
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    /// <summary>By the quota's name, the rules that hold in place of the documented ones.</summary>
    public IDictionary<string, QuotaRule> Rules { get; } = new Dictionary<string, QuotaRule>(StringComparer.Ordinal);
}
