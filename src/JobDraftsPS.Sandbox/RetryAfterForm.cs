namespace JobDraftsPS.Sandbox;

/// <summary>How an injected 429 says when to come again.</summary>
public enum RetryAfterForm
{
    /// <summary>A <c>Retry-After</c> header with a number of seconds.</summary>
    Seconds,

    /// <summary>A <c>Retry-After</c> header with an HTTP date, by the sandbox's clock.</summary>
    HttpDate,

    /// <summary><c>retryAfterSeconds</c> in the body, no header.</summary>
    Body,

    /// <summary>Not at all.</summary>
    None,
}
