namespace JobDraftsPS.Sandbox;

/// <summary>One thing that goes wrong on purpose: which requests it meets, and what happens to them.</summary>
public sealed class SandboxFault
{
    /// <summary>The service that is met: <c>OpenTrain</c>, <c>TextKing</c> or <c>Sorce</c>, in any case; null for all.</summary>
    public string? Service { get; set; }

    /// <summary>The method that is met, in any case; null for all.</summary>
    public string? Method { get; set; }

    /// <summary>Text that the path with its query holds; null for all.</summary>
    public string? PathContains { get; set; }

    /// <summary>What happens.</summary>
    public SandboxFaultKind Kind { get; set; }

    /// <summary>
    /// The HTTP status. Without one: 500 for <see cref="SandboxFaultKind.Status"/>, 502 for <see cref="SandboxFaultKind.HtmlStatus"/>,
    /// 302 for <see cref="SandboxFaultKind.Redirect"/>; the kinds that spoil a handled answer keep that answer's own.
    /// </summary>
    public int? Status { get; set; }

    /// <summary>Seconds that a 429 (or another status of <see cref="SandboxFaultKind.Status"/>) asks to wait; 1 for a 429 without it.</summary>
    public int? RetryAfterSeconds { get; set; }

    /// <summary>How the wait is told.</summary>
    public RetryAfterForm RetryAfterForm { get; set; }

    /// <summary>Where a redirect points; without it a loopback port where nobody listens.</summary>
    public Uri? RedirectTo { get; set; }

    /// <summary>How many requests are met; at least 1.</summary>
    public int Count { get; set; } = 1;

    /// <summary>How many matching requests pass unharmed first.</summary>
    public int Skip { get; set; }
}
