namespace JobDraftsPS.Sandbox.Http;

/// <summary>One request as it arrived: the path is already split from the query and both are percent-decoded.</summary>
public sealed class SandboxRequest
{
    /// <summary>Creates a request.</summary>
    public SandboxRequest(
        string method,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> query,
        IReadOnlyDictionary<string, string> headers,
        byte[] body,
        string origin)
        : this(method, path, query, headers, new SandboxBody(body), origin)
    {
    }

    /// <summary>Creates a request whose body may be large.</summary>
    public SandboxRequest(
        string method,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> query,
        IReadOnlyDictionary<string, string> headers,
        SandboxBody body,
        string origin)
    {
        Method = method;
        Path = path;
        Query = query;
        Headers = headers;
        Content = body;
        Origin = origin;
        Segments = path.TrimStart('/').Split(['/']).Select(Uri.UnescapeDataString).ToArray();
    }

    /// <summary>The method, upper case.</summary>
    public string Method { get; }

    /// <summary>The path below the service's base, still percent-encoded, beginning with a slash.</summary>
    public string Path { get; }

    /// <summary>The segments of <see cref="Path"/>, percent-decoded one by one, so that an escaped slash stays inside its segment.
    /// An empty one stays: <c>/jobs/</c> is an id that somebody forgot, and not the list of jobs.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>The query's pairs in the order sent, decoded ('+' is a blank).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>The headers; names compare without case, repeated headers are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body, empty when there is none.</summary>
    public SandboxBody Content { get; }

    /// <summary>The whole body in memory.</summary>
    public byte[] Body => Content.ToArray();

    /// <summary>The scheme, host and port that the client used, without a final slash; links are built from it.</summary>
    public string Origin { get; }

    /// <summary>The first value of a query name, or null.</summary>
    public string? QueryValue(string name)
    {
        foreach (var pair in Query)
        {
            if (pair.Key == name)
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
