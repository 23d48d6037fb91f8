namespace JobDraftsPS;

/// <summary>Where a call failed; decides the error category.</summary>
public enum FailureKind : long
{
    /// <summary>The service answered with an error status.</summary>
    Status,

    /// <summary>The module refused before anything was sent.</summary>
    Local,

    /// <summary>A quota is used up for longer than the call may wait.</summary>
    Quota,

    /// <summary>No token could be got, or renewed, so the service was not asked or did not take the old one.</summary>
    Authorization,

    /// <summary>The service could not be reached, or the connection broke.</summary>
    Connection,

    /// <summary>No answer within the time-out.</summary>
    Timeout,

    /// <summary>The answer was not of the documented form.</summary>
    Unreadable,
}
