namespace JobDraftsPS.Core.Http;

/// <summary>Why there is no answer.</summary>
internal enum TransportFailure
{
    /// <summary>There is an answer.</summary>
    None,

    /// <summary>No connection was made: nothing can have arrived.</summary>
    NeverLeft,

    /// <summary>The connection broke after it was made: the request may have arrived.</summary>
    Lost,

    /// <summary>What answered does not speak HTTP/1.1.</summary>
    OtherProtocol,

    /// <summary>No answer within the time-out.</summary>
    TimedOut,

    /// <summary>The answer was larger than this module reads.</summary>
    TooLarge,
}
