namespace JobDraftsPS;

/// <summary>A running sandbox of the three services. Its tokens are plain text: they open nothing real.</summary>
public sealed class JobDraftSandbox
{
    /// <summary>API base of the sandbox's OpenTrain.</summary>
    public Uri OpenTrainUri { get; internal init; } = null!;

    /// <summary>API base of the sandbox's TEXTKING.</summary>
    public Uri TextKingUri { get; internal init; } = null!;

    /// <summary>API base of the sandbox's Sorce.</summary>
    public Uri SorceUri { get; internal init; } = null!;

    /// <summary>Base of the sandbox's OAuth 2 endpoints for TEXTKING.</summary>
    public Uri OAuthUri { get; internal init; } = null!;

    /// <summary>The app that is registered at <see cref="OAuthUri"/>.</summary>
    public string OAuthClientId { get; internal init; } = string.Empty;

    /// <summary>The secret of <see cref="OAuthClientId"/>.</summary>
    public string OAuthClientSecret { get; internal init; } = string.Empty;

    /// <summary>Address of the control panel.</summary>
    public Uri ControlUri { get; internal init; } = null!;

    /// <summary>Token for <see cref="OpenTrainUri"/>.</summary>
    public string OpenTrainToken { get; internal init; } = string.Empty;

    /// <summary>Token for <see cref="TextKingUri"/>.</summary>
    public string TextKingToken { get; internal init; } = string.Empty;

    /// <summary>Key for <see cref="SorceUri"/>.</summary>
    public string SorceToken { get; internal init; } = string.Empty;

    /// <summary>Names the sandbox among all that ever ran.</summary>
    public string InstanceId { get; internal init; } = string.Empty;

    /// <summary>The sandbox's own time.</summary>
    public DateTimeOffset Now { get; internal init; }

    /// <summary>How far that is ahead of the machine's time.</summary>
    public TimeSpan ClockAhead { get; internal init; }

    /// <summary>Sorce requests allowed per <see cref="RateWindow"/>.</summary>
    public int RateLimit { get; internal init; }

    /// <summary>Length of Sorce's sliding window.</summary>
    public TimeSpan RateWindow { get; internal init; }

    /// <summary>Bytes of the largest document that TEXTKING takes.</summary>
    public long UploadLimit { get; internal init; }

    /// <summary>How long after its upload TEXTKING knows a document's words.</summary>
    public TimeSpan WordCountDelay { get; internal init; }

    /// <summary>OpenTrain publications allowed per day.</summary>
    public int PublishQuota { get; internal init; }

    /// <summary>Requests answered so far.</summary>
    public long RequestCount { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => ControlUri is null ? string.Empty : ControlUri.GetLeftPart(UriPartial.Authority);
}
