namespace JobDraftsPS.Sandbox.Http;

/// <summary>A request that is refused before any service sees it; the connection closes after the answer.</summary>
internal sealed class HttpRefusal(int status, string message) : Exception(message)
{
    /// <summary>The HTTP status to answer.</summary>
    public int Status { get; } = status;
}
