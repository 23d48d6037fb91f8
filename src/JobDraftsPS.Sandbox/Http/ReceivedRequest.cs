namespace JobDraftsPS.Sandbox.Http;

/// <summary>One whole request as read from the wire, before it is given to a service.</summary>
internal sealed class ReceivedRequest
{
    private readonly Lazy<IReadOnlyList<KeyValuePair<string, string>>> query;

    public ReceivedRequest(
        string method, string target, IReadOnlyDictionary<string, string> headers, SandboxBody body, string origin, bool keepAlive)
    {
        Method = method;
        Target = target;
        Headers = headers;
        Content = body;
        Origin = origin;
        KeepAlive = keepAlive;
        var mark = target.IndexOf('?');
        Path = mark < 0 ? target : target.Substring(0, mark);
        query = new(() => QueryString.Parse(mark < 0 ? string.Empty : target.Substring(mark + 1)));
    }

    /// <summary>The method as sent; methods are case-sensitive and the usual ones are upper case.</summary>
    public string Method { get; }

    /// <summary>Path and query as sent, beginning with a slash.</summary>
    public string Target { get; }

    /// <summary>The path of <see cref="Target"/>, still percent-encoded.</summary>
    public string Path { get; }

    /// <summary>The query's pairs, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => query.Value;

    public IReadOnlyDictionary<string, string> Headers { get; }

    public SandboxBody Content { get; }

    /// <summary>The whole body in memory.</summary>
    public byte[] Body => Content.ToArray();

    /// <summary>Scheme, host and port that the client used.</summary>
    public string Origin { get; }

    /// <summary>Whether the client wants the connection to go on after the answer.</summary>
    public bool KeepAlive { get; }
}
