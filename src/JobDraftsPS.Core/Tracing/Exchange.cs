namespace JobDraftsPS.Core.Tracing;

/// <summary>One request as it left and what came back.</summary>
internal sealed class Exchange(HttpRequestMessage request)
{
    public HttpRequestMessage Request { get; } = request;

    public DateTimeOffset Started { get; } = DateTimeOffset.UtcNow;

    /// <summary>From the first byte sent to the last one received, or to the failure.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>The request's body; null for none, and for a file.</summary>
    public byte[]? Sent { get; init; }

    /// <summary>The answer; null when there was none.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>The answer's body; null for none.</summary>
    public byte[]? Received { get; set; }

    /// <summary>True when the answer's body went into a file of its own.</summary>
    public bool IsKeptElsewhere { get; set; }

    /// <summary>Why there was no answer, in the platform's words.</summary>
    public string? Failure { get; set; }
}
