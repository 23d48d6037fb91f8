namespace JobDraftsPS.Sandbox;

/// <summary>How many requests of one kind came in.</summary>
public sealed class RequestCount
{
    internal RequestCount(string? service, string method, int? status, long count)
    {
        Service = service;
        Method = method;
        Status = status;
        Count = count;
    }

    /// <summary>The service's name, or null for a path that belongs to none.</summary>
    public string? Service { get; }

    /// <summary>The method.</summary>
    public string Method { get; }

    /// <summary>The status answered; null for connections dropped without an answer.</summary>
    public int? Status { get; }

    /// <summary>The number of such requests.</summary>
    public long Count { get; }
}
