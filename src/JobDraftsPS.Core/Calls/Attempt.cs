using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Calls;

/// <summary>What one attempt brought.</summary>
/// <param name="Response">The answer, or the reason why there is none.</param>
/// <param name="Value">What was read out of a good answer.</param>
/// <param name="CanRepeat">True when another attempt may follow.</param>
/// <param name="Wait">How long to wait before it; zero where the pacer makes it wait.</param>
/// <param name="Why">Why another attempt follows.</param>
internal sealed record Attempt(ApiResponse Response, object? Value, bool CanRepeat, TimeSpan Wait, string? Why);
