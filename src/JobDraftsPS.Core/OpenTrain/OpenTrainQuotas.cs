using System.Text.Json;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.OpenTrain;

/// <summary>OpenTrain's quotas: 20 publications a day of an account, or 3 before it is claimed, and 120 reads a minute without a token.</summary>
public static class OpenTrainQuotas
{
    /// <summary>The name of the quota of publications.</summary>
    public const string Publications = "opentrain-publish";

    /// <summary>The window in which publications are counted.</summary>
    public static readonly TimeSpan PublishWindow = TimeSpan.FromHours(24);

    private const string Reads = "opentrain-reads";

    /// <summary>Only a draft that really went live counts.</summary>
    internal static QuotaUse Publication { get; } = new(Publications, perCall: true, response =>
        response.IsSuccess && !(response.JsonObject is { } body && body.TryGetProperty("alreadyPublished", out var repeated) && repeated.ValueKind == JsonValueKind.True));

    /// <summary>Every answered read counts, except those that were refused for their number.</summary>
    internal static QuotaUse Read { get; } = new(Reads, perCall: false, response => response.Status != 429);

    /// <summary>The documented numbers.</summary>
    internal static IReadOnlyDictionary<string, QuotaRule> Documented { get; } = new Dictionary<string, QuotaRule>
    {
        [Publications] = new(new QuotaWindow(20, PublishWindow)),
        [Reads] = new(new QuotaWindow(120, TimeSpan.FromMinutes(1))),
    };
}
