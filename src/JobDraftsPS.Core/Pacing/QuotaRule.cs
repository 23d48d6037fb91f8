namespace JobDraftsPS.Core.Pacing;

/// <summary>A documented number: so many within each of its windows, such as 60 a minute and 5 a second.</summary>
public sealed class QuotaRule
{
    /// <summary>Creates a rule of one window or several.</summary>
    public QuotaRule(params QuotaWindow[] windows) => Windows = windows;

    /// <summary>The windows. A limit that the service names itself is that of the first.</summary>
    public IReadOnlyList<QuotaWindow> Windows { get; }
}
