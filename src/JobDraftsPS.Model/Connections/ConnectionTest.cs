namespace JobDraftsPS;

/// <summary>What a test of a connection found.</summary>
public sealed class ConnectionTest
{
    /// <summary>The service.</summary>
    public JobService Service { get; init; }

    /// <summary>The address that was asked.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>True when the service took the token.</summary>
    public bool Succeeded { get; init; }

    /// <summary>Who the token belongs to, as far as the service tells.</summary>
    public string? Account { get; init; }

    /// <summary>The token's name at the service; null where it has none.</summary>
    public string? TokenLabel { get; init; }

    /// <summary>What the token may do; empty where the service does not say.</summary>
    public string[] Scopes { get; init; } = [];

    /// <summary>Scopes that this module needs and the token lacks.</summary>
    public string[] MissingScopes { get; set; } = [];

    /// <summary>Features of the account that this module needs and that are off.</summary>
    public string[] MissingFeatures { get; set; } = [];

    /// <summary>What was found, in a sentence.</summary>
    public string? Message { get; set; }
}
