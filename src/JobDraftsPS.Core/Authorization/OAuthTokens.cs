namespace JobDraftsPS.Core.Authorization;

/// <summary>The tokens of one moment.</summary>
/// <param name="Access">What calls show; null before the first one was got.</param>
/// <param name="Refresh">What the next access token is got with; null where there is none.</param>
/// <param name="RenewAt">When the access token should be renewed before the service refuses it; null when its end is not known.</param>
/// <param name="WasTaken">Whether the service has taken the access token for a call.</param>
internal sealed record OAuthTokens(string? Access, string? Refresh, DateTimeOffset? RenewAt, bool WasTaken);
