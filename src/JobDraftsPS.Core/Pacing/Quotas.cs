namespace JobDraftsPS.Core.Pacing;

/// <summary>The quotas that services document.</summary>
internal static class Quotas
{
    public const string SorceRequests = "sorce-requests";
    public const string OpenTrainPublish = "opentrain-publish";
    public const string OpenTrainReads = "opentrain-reads";

    /// <summary>Reads without a token that one address may make within a minute.</summary>
    public const int OpenTrainReadLimit = 120;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Every answered request counts, except those that were refused for their number or their key.</summary>
    public static QuotaUse SorceRequest { get; } = new(SorceRequests, perCall: false, response => response.Status is not (429 or 401));

    /// <summary>Only a draft that really went live counts.</summary>
    public static QuotaUse OpenTrainPublication { get; } = new(OpenTrainPublish, perCall: true, response =>
        response.IsSuccess && !(response.JsonObject is { } body && body.TryGetProperty("alreadyPublished", out var repeated) && repeated.ValueKind == System.Text.Json.JsonValueKind.True));

    /// <summary>Every answered read counts, except those that were refused for their number.</summary>
    public static QuotaUse OpenTrainRead { get; } = new(OpenTrainReads, perCall: false, response => response.Status != 429);

    /// <summary>The rules of a connection by quota name.</summary>
    public static IReadOnlyDictionary<string, QuotaRule> RulesOf(JobService service, PacingOptions options) => service switch
    {
        JobService.Sorce => new Dictionary<string, QuotaRule> { [SorceRequests] = new(options.RateLimit, options.RateWindow) },
        JobService.OpenTrain => new Dictionary<string, QuotaRule> { [OpenTrainPublish] = new(options.PublishQuota, () => Day), [OpenTrainReads] = new(() => OpenTrainReadLimit, () => Minute) },
        _ => new Dictionary<string, QuotaRule>(0),
    };
}
