using System.Net;
using JobDraftsPS.Core.Authorization;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Tracing;

namespace JobDraftsPS.Core.Connections;

/// <summary>What a connection is made from.</summary>
/// <remarks>Plain setters: an init-only one has another signature on each target framework, and the cmdlets are built against one of them.</remarks>
public sealed class ConnectionOptions
{
    /// <summary>Creates options.</summary>
    public ConnectionOptions(JobService service) => Service = service;

    /// <summary>The service.</summary>
    public JobService Service { get; }

    /// <summary>The token in plain text; null to take it from the environment.</summary>
    public string? Token { get; set; }

    /// <summary>Where <see cref="Token"/> came from, to be shown.</summary>
    public string TokenSource { get; set; } = "given";

    /// <summary>How tokens are got by OAuth 2; null with a token of its own.</summary>
    public OAuthOptions? OAuth { get; set; }

    /// <summary>The API base; null for the environment's or the service's own.</summary>
    public Uri? BaseUri { get; set; }

    /// <summary>How long a call may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>A proxy; null for the machine's own setting.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>The numbers that the connection is paced by.</summary>
    public PacingOptions Pacing { get; set; } = new();

    /// <summary>True for a rehearsal sandbox.</summary>
    public bool IsSandbox { get; set; }

    /// <summary>Takes down every exchange of the connection; null for none. Several connections may share one.</summary>
    public TraceFile? Trace { get; set; }

    /// <summary>The clock that waits go by; a test gives one of its own.</summary>
    internal TimeProvider Time { get; set; } = DefaultTime;

    /// <summary>The clock of connections that are given none of their own; a test that comes through the cmdlets sets it.</summary>
    internal static TimeProvider DefaultTime { get; set; } = TimeProvider.System;

    /// <summary>Stands between the client and the network, or in its place; null for the network itself.</summary>
    internal Func<HttpMessageHandler, HttpMessageHandler>? WrapHandler { get; set; }
}
