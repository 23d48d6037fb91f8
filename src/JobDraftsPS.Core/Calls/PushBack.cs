using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Calls;

/// <summary>What a service says with a 429.</summary>
/// <param name="Wait">How long it asks to wait; null when it does not say.</param>
/// <param name="Limit">The number of requests that it allows; null when it does not say.</param>
internal readonly record struct PushBack(TimeSpan? Wait, int? Limit)
{
    /// <summary>What the header says; no limit stands there.</summary>
    public static PushBack FromHeader(ApiResponse response) => new(RetryAfter.FromHeader(response), null);
}
