namespace JobDraftsPS.Sandbox;

/// <summary>What goes wrong with a request.</summary>
public enum SandboxFaultKind
{
    /// <summary>Not handled; answered with the fault's status and an error in the service's own shape.</summary>
    Status,

    /// <summary>Not handled; answered with the fault's status and an HTML page, as a proxy does.</summary>
    HtmlStatus,

    /// <summary>Handled, but the answer's body is missing.</summary>
    EmptyBody,

    /// <summary>Handled, but the JSON ends in the middle while the length is right.</summary>
    TruncatedJson,

    /// <summary>Handled, but the body is plain words that call themselves JSON.</summary>
    NotJson,

    /// <summary>Not handled; answered 200 with an error as the body.</summary>
    ErrorInOk,

    /// <summary>Not handled; the connection closes before a byte is answered.</summary>
    DropBeforeHandling,

    /// <summary>Handled; the connection closes before a byte is answered, so that the client cannot know.</summary>
    DropAfterHandling,

    /// <summary>Handled; half of the body comes, then the connection closes.</summary>
    HalfBody,

    /// <summary>Handled; the body comes a byte at a time, 50 ms apart.</summary>
    SlowBody,

    /// <summary>Not handled; answered with a redirect (302, or the fault's status) to another loopback port.</summary>
    Redirect,

    /// <summary>Not handled; answered 429, see <see cref="RetryAfterForm"/>.</summary>
    RateLimited,
}
