using System.Collections.Concurrent;

namespace JobDraftsPS.Core.Http;

/// <summary>
/// What the calls of one row have to say. Workers write into it, the pipeline thread reads: only that thread may write to a stream.
/// </summary>
public sealed class CallLog
{
    private readonly ConcurrentQueue<CallLogEntry> entries = new();

    /// <summary>Takes the oldest entry out.</summary>
    public bool TryTake(out CallLogEntry entry) => entries.TryDequeue(out entry!);

    /// <summary>Adds a line for the verbose stream.</summary>
    public void Verbose(string text) => entries.Enqueue(new CallLogEntry(CallLogLevel.Verbose, text));

    /// <summary>Adds a line for the debug stream.</summary>
    internal void Debug(string text) => entries.Enqueue(new CallLogEntry(CallLogLevel.Debug, text));

    /// <summary>Adds a line for the warning stream.</summary>
    internal void Warning(string text) => entries.Enqueue(new CallLogEntry(CallLogLevel.Warning, text));
}
