namespace JobDraftsPS.Core.Authorization;

/// <summary>How a connection gets its tokens by OAuth 2.</summary>
public sealed class OAuthOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="clientId">The app's id, as registered at the service.</param>
    /// <param name="clientSecret">The app's secret.</param>
    public OAuthOptions(string clientId, string clientSecret)
    {
        ClientId = clientId;
        ClientSecret = clientSecret;
    }

    /// <summary>The app's id.</summary>
    public string ClientId { get; }

    /// <summary>The app's secret.</summary>
    public string ClientSecret { get; }

    /// <summary>The base of the authorization endpoints; null for the service's own.</summary>
    public Uri? AuthorizationUri { get; set; }

    /// <summary>A refresh token that the user holds; null with a code.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>A code that came back from the authorization page; null with a refresh token.</summary>
    public string? Code { get; set; }

    /// <summary>The address that the code came back to, exactly as it was sent.</summary>
    public string? RedirectUri { get; set; }

    /// <summary>Asks for an access token that never expires.</summary>
    public bool OfflineAccess { get; set; }
}
