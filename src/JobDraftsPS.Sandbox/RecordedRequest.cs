namespace JobDraftsPS.Sandbox;

/// <summary>One request that the sandbox received, as it came, and what became of it.</summary>
public sealed class RecordedRequest
{
    internal RecordedRequest(
        string? service,
        string method,
        string target,
        IReadOnlyDictionary<string, string> headers,
        string body,
        long bodyLength,
        int? status,
        bool handled,
        DateTimeOffset arrivedAt)
    {
        Service = service;
        Method = method;
        Target = target;
        Headers = headers;
        Body = body;
        BodyLength = bodyLength;
        Status = status;
        Handled = handled;
        ArrivedAt = arrivedAt;
    }

    /// <summary><c>OpenTrain</c>, <c>TextKing</c>, <c>Sorce</c>, or null for a path that belongs to none.</summary>
    public string? Service { get; }

    /// <summary>The method as sent.</summary>
    public string Method { get; }

    /// <summary>The whole path with its query, percent-encoded as sent.</summary>
    public string Target { get; }

    /// <summary>The headers, Authorization included; names compare without case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body read as UTF-8, cut after its first 64 KiB.</summary>
    public string Body { get; }

    /// <summary>The length of the whole body in bytes.</summary>
    public long BodyLength { get; }

    /// <summary>The status answered; null when the connection was dropped without an answer.</summary>
    public int? Status { get; }

    /// <summary>Whether the service saw the request; false when a fault met it first.</summary>
    public bool Handled { get; }

    /// <summary>When it had come in whole, by the sandbox's clock.</summary>
    public DateTimeOffset ArrivedAt { get; }
}
