namespace JobDraftsPS.Core.Services;

/// <summary>Where a service lives and which environment variables hold its token and address.</summary>
public sealed class ServiceDefaults
{
    /// <summary>Creates the defaults of a service whose tokens are got by hand.</summary>
    /// <param name="baseUri">The API base with its path.</param>
    /// <param name="tokenVariables">Environment variables that may hold the token; the first that is set counts.</param>
    /// <param name="baseUriVariables">Environment variables that may hold another base address.</param>
    public ServiceDefaults(string baseUri, IReadOnlyList<string> tokenVariables, IReadOnlyList<string>? baseUriVariables = null)
    {
        BaseUri = new Uri(baseUri);
        TokenVariables = tokenVariables;
        BaseUriVariables = baseUriVariables ?? [];
    }

    /// <summary>The API base with its path.</summary>
    public Uri BaseUri { get; }

    /// <summary>Environment variables that may hold the token; the first that is set counts.</summary>
    public IReadOnlyList<string> TokenVariables { get; }

    /// <summary>Environment variables that may hold another base address.</summary>
    public IReadOnlyList<string> BaseUriVariables { get; }

    /// <summary>The base of the authorization endpoints, on a host of their own; null where tokens are got by hand.</summary>
    public Uri? AuthorizationUri { get; set; }

    /// <summary>True where an address that names only the host means the API under the usual path.</summary>
    public bool AddsPath { get; set; }
}
