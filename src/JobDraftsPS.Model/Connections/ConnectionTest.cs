namespace JobDraftsPS;

/// <summary>What a test of a connection found.</summary>
public sealed class ConnectionTest
{
    /// <summary>The service.</summary>
    public JobService Service { get; internal init; }

    /// <summary>The address that was asked.</summary>
    public Uri? BaseUri { get; internal init; }

    /// <summary>True when the service took the token.</summary>
    public bool Succeeded { get; internal init; }

    /// <summary>Who the token belongs to, as far as the service tells.</summary>
    public string? Account { get; internal init; }

    /// <summary>The token's name at the service; null where it has none.</summary>
    public string? TokenLabel { get; internal init; }

    /// <summary>What the token may do; empty where the service does not say.</summary>
    public RecordList<string> Scopes { get; internal init; } = RecordList<string>.Empty;

    /// <summary>Scopes that this module needs and the token lacks.</summary>
    public RecordList<string> MissingScopes { get; internal set; } = RecordList<string>.Empty;

    /// <summary>Features of the account that this module needs and that are off.</summary>
    public RecordList<string> MissingFeatures { get; internal set; } = RecordList<string>.Empty;

    /// <summary>What was found, in a sentence.</summary>
    public string? Message { get; internal set; }
}
