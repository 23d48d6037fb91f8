namespace JobDraftsPS;

/// <summary>A running sandbox of the three services. Its tokens are plain text: they open nothing real.</summary>
public sealed class JobDraftSandbox
{
    /// <summary>API base of the sandbox's OpenTrain.</summary>
    public Uri OpenTrainUri { get; init; } = null!;

    /// <summary>API base of the sandbox's TEXTKING.</summary>
    public Uri TextKingUri { get; init; } = null!;

    /// <summary>API base of the sandbox's Sorce.</summary>
    public Uri SorceUri { get; init; } = null!;

    /// <summary>Base of the sandbox's OAuth 2 endpoints for TEXTKING.</summary>
    public Uri OAuthUri { get; init; } = null!;

    /// <summary>The app that is registered at <see cref="OAuthUri"/>.</summary>
    public string OAuthClientId { get; init; } = string.Empty;

    /// <summary>The secret of <see cref="OAuthClientId"/>.</summary>
    public string OAuthClientSecret { get; init; } = string.Empty;

    /// <summary>Address of the control panel.</summary>
    public Uri ControlUri { get; init; } = null!;

    /// <summary>Token for <see cref="OpenTrainUri"/>.</summary>
    public string OpenTrainToken { get; init; } = string.Empty;

    /// <summary>Token for <see cref="TextKingUri"/>.</summary>
    public string TextKingToken { get; init; } = string.Empty;

    /// <summary>Key for <see cref="SorceUri"/>.</summary>
    public string SorceToken { get; init; } = string.Empty;

    /// <summary>Names the sandbox among all that ever ran.</summary>
    public string InstanceId { get; init; } = string.Empty;

    /// <summary>The sandbox's own time.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>How far that is ahead of the machine's time.</summary>
    public TimeSpan ClockAhead { get; init; }

    /// <summary>Sorce requests allowed per <see cref="RateWindow"/>.</summary>
    public int RateLimit { get; init; }

    /// <summary>Length of Sorce's sliding window.</summary>
    public TimeSpan RateWindow { get; init; }

    /// <summary>Bytes of the largest document that TEXTKING takes.</summary>
    public long UploadLimit { get; init; }

    /// <summary>How long after its upload TEXTKING knows a document's words.</summary>
    public TimeSpan WordCountDelay { get; init; }

    /// <summary>OpenTrain publications allowed per day.</summary>
    public int PublishQuota { get; init; }

    /// <summary>Requests answered so far.</summary>
    public long RequestCount { get; init; }

    /// <inheritdoc />
    public override string ToString() => ControlUri is null ? string.Empty : ControlUri.GetLeftPart(UriPartial.Authority);
}
