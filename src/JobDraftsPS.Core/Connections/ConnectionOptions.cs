using System.Net;

namespace JobDraftsPS.Core.Connections;

/// <summary>What a connection is made from.</summary>
public sealed class ConnectionOptions
{
    /// <summary>Creates options.</summary>
    public ConnectionOptions(JobService service) => Service = service;

    /// <summary>The service.</summary>
    public JobService Service { get; }

    /// <summary>The token in plain text; null to take it from the environment.</summary>
    public string? Token { get; init; }

    /// <summary>Where <see cref="Token"/> came from, to be shown.</summary>
    public string TokenSource { get; init; } = "given";

    /// <summary>The API base; null for the environment's or the service's own.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>How long a call may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>A proxy; null for the machine's own setting.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>True for a rehearsal sandbox.</summary>
    public bool IsSandbox { get; init; }
}
