namespace JobDraftsPS.Sandbox.Http;

/// <summary>What the server reads at most before it refuses a request.</summary>
internal sealed record HttpLimits
{
    /// <summary>Bytes of the request line; above it the answer is 414.</summary>
    public int RequestLine { get; init; } = 16 * 1024;

    /// <summary>Bytes of all header lines together, trailers included; above it the answer is 431.</summary>
    public int Headers { get; init; } = 64 * 1024;

    /// <summary>Bytes of a body; above it the answer is 413. Well above any upload limit that a service has of its own.</summary>
    public long Body { get; init; } = 128L * 1024 * 1024;

    /// <summary>The largest upload that a service takes at the moment; a body of that size is read, whatever <see cref="Body"/> says.</summary>
    public Func<long> LargestUpload { get; init; } = () => 0;
}
