namespace JobDraftsPS;

/// <summary>A connection to one service. The secret is never a property of it.</summary>
public sealed class JobDraftConnection
{
    internal JobDraftConnection(JobService service, Uri baseUri, TimeSpan timeout, string source, bool isSandbox, IDisposable session)
    {
        Service = service;
        BaseUri = baseUri;
        TimeoutSec = timeout.TotalSeconds;
        TokenSource = source;
        IsSandbox = isSandbox;
        Session = session;
    }

    /// <summary>The service.</summary>
    public JobService Service { get; }

    /// <summary>The address of the service's API, with its path.</summary>
    public Uri BaseUri { get; }

    /// <summary>How long a call may take, in seconds.</summary>
    public double TimeoutSec { get; }

    /// <summary>Where the token came from, for instance the name of an environment variable; never the token.</summary>
    public string TokenSource { get; }

    /// <summary>True when the connection goes to a rehearsal sandbox.</summary>
    public bool IsSandbox { get; }

    /// <summary>The file that every exchange is written to; null without -TracePath.</summary>
    public string? TracePath { get; internal init; }

    internal IDisposable Session { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Service} at {BaseUri}";
}
