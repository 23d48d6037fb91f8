namespace JobDraftsPS.Sandbox;

/// <summary>What a sandbox is and does at one moment.</summary>
public sealed class SandboxState
{
    internal SandboxState()
    {
    }

    /// <summary>Names the sandbox among all that ever ran.</summary>
    public string InstanceId { get; internal set; } = string.Empty;

    /// <summary>OpenTrain's API base.</summary>
    public Uri OpenTrainUri { get; internal set; } = null!;

    /// <summary>TEXTKING's API base.</summary>
    public Uri TextKingUri { get; internal set; } = null!;

    /// <summary>Sorce's API base.</summary>
    public Uri SorceUri { get; internal set; } = null!;

    /// <summary>The base of TEXTKING's OAuth endpoints.</summary>
    public Uri OAuthUri { get; internal set; } = null!;

    /// <summary>The control panel.</summary>
    public Uri ControlUri { get; internal set; } = null!;

    /// <summary>A token with all that OpenTrain's job calls need; it opens nothing real.</summary>
    public string OpenTrainToken { get; internal set; } = string.Empty;

    /// <summary>An access token of TEXTKING's sandbox; it opens nothing real.</summary>
    public string TextKingToken { get; internal set; } = string.Empty;

    /// <summary>A key of Sorce's sandbox; it opens nothing real.</summary>
    public string SorceToken { get; internal set; } = string.Empty;

    /// <summary>The app that is registered for TEXTKING's OAuth; it opens nothing real.</summary>
    public string OAuthClientId { get; internal set; } = string.Empty;

    /// <summary>The secret of <see cref="OAuthClientId"/>; it opens nothing real.</summary>
    public string OAuthClientSecret { get; internal set; } = string.Empty;

    /// <summary>The sandbox's present moment, UTC.</summary>
    public DateTimeOffset Clock { get; internal set; }

    /// <summary>How far the clock was moved ahead of the machine's.</summary>
    public TimeSpan ClockAhead { get; internal set; }

    /// <summary>Requests that one token may make within <see cref="RateWindow"/>.</summary>
    public int RateLimit { get; internal set; }

    /// <summary>The length of the rate limit's window.</summary>
    public TimeSpan RateWindow { get; internal set; }

    /// <summary>OpenTrain publishes that a claimed account may make in 24 hours.</summary>
    public int PublishQuota { get; internal set; }

    /// <summary>Bytes of the largest upload that is taken.</summary>
    public long UploadLimit { get; internal set; }

    /// <summary>How long after its upload TEXTKING knows a document's words.</summary>
    public TimeSpan WordCountDelay { get; internal set; }

    /// <summary>The word that OpenTrain's moderation refuses; empty for none.</summary>
    public string ModerationWord { get; internal set; } = string.Empty;

    /// <summary>How OpenTrain's create answer fills <c>validation.missingFields</c>.</summary>
    public MissingFieldForm MissingFieldForm { get; internal set; }

    /// <summary>The wait between handling a request and answering it.</summary>
    public TimeSpan Latency { get; internal set; }

    /// <summary>The share of requests that fail by chance.</summary>
    public double FaultRate { get; internal set; }

    /// <summary>How many requests the waiting faults will still meet.</summary>
    public int PendingFaults { get; internal set; }

    /// <summary>Whether the account behind the Sorce key has accepted the terms.</summary>
    public bool TermsAccepted { get; internal set; }

    /// <summary>Whether the account behind the Sorce key has a card on file.</summary>
    public bool CardOnFile { get; internal set; }

    /// <summary>All requests so far, the control panel's own left out.</summary>
    public long TotalRequests { get; internal set; }

    /// <summary>Requests so far that were answered 429.</summary>
    public long RateLimitedRequests { get; internal set; }

    /// <summary>Requests so far by service, method and status.</summary>
    public IReadOnlyList<RequestCount> Requests { get; internal set; } = [];
}
