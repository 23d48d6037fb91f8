namespace JobDraftsPS.Sandbox.Http;

/// <summary>How an answer's bytes go out; all but <see cref="Whole"/> are faults that a client has to survive.</summary>
internal enum WireManner
{
    /// <summary>As it should be.</summary>
    Whole,

    /// <summary>Not at all: the connection closes before the first byte.</summary>
    Drop,

    /// <summary>The head promises the whole body, half of it follows, then the connection closes.</summary>
    HalfBody,

    /// <summary>The body comes a byte at a time, with a pause before each.</summary>
    SlowBody,
}
