namespace JobDraftsPS.Core.Http.Transfers;

/// <summary>How far a transfer has come. A worker counts, the pipeline thread shows.</summary>
public sealed class TransferMeter
{
    private long moved;
    private long total = -1;

    /// <summary>Bytes that have been moved.</summary>
    public long Moved => Interlocked.Read(ref moved);

    /// <summary>Bytes in all; null while nobody knows.</summary>
    public long? Total => Interlocked.Read(ref total) is >= 0 and var known ? known : null;

    internal void Begin(long? length)
    {
        Interlocked.Exchange(ref moved, 0);
        Interlocked.Exchange(ref total, length ?? -1);
    }

    internal void Count(long bytes) => Interlocked.Add(ref moved, bytes);
}
