namespace JobDraftsPS.Core.Http;

/// <summary>The stream that a line is meant for.</summary>
public enum CallLogLevel
{
    /// <summary>Allow-listed headers.</summary>
    Debug,

    /// <summary>Method, path template, status, time, request id.</summary>
    Verbose,

    /// <summary>Something that the user should look at.</summary>
    Warning,
}
