using System.Net;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Calls;

/// <summary>What a session is made from, besides its credential.</summary>
internal sealed class SessionSettings(JobService service, Uri baseUri)
{
    public JobService Service { get; } = service;

    public Uri BaseUri { get; } = baseUri;

    public TimeSpan Timeout { get; init; }

    public IWebProxy? Proxy { get; init; }

    public PacingOptions Pacing { get; init; } = new();

    /// <summary>By the quota's name, the numbers that the service documents.</summary>
    public IReadOnlyDictionary<string, QuotaRule> Quotas { get; init; } = new Dictionary<string, QuotaRule>(0);

    /// <summary>The clock that waits go by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Stands between the client and the network, or in its place; null for the network itself.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler>? WrapHandler { get; init; }

    /// <summary>Takes down every exchange; null for none.</summary>
    public IExchangeTrace? Trace { get; init; }

    /// <summary>Reads what a 429 of the service says.</summary>
    public Func<ApiResponse, PushBack> ReadPushBack { get; init; } = PushBack.FromHeader;
}
