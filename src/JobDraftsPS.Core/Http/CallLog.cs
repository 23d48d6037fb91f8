using System.Collections.Concurrent;

namespace JobDraftsPS.Core.Http;

/// <summary>
/// What the calls of one row have to say. Workers write into it, the pipeline thread reads: only that thread may write to a stream.
/// </summary>
public sealed class CallLog
{
    private readonly ConcurrentQueue<CallLogEntry> entries = new();
    private readonly CallLogLevel least;

    /// <summary>Creates a log.</summary>
    /// <param name="least">The least weighty lines that anybody will see: those below are not even put into words.</param>
    public CallLog(CallLogLevel least = CallLogLevel.Debug) => this.least = least;

    /// <summary>Takes the oldest entry out.</summary>
    public bool TryTake(out CallLogEntry entry) => entries.TryDequeue(out entry!);

    /// <summary>Adds a line for the verbose stream.</summary>
    public void Verbose(string text)
    {
        if (Shows(CallLogLevel.Verbose))
        {
            entries.Enqueue(new CallLogEntry(CallLogLevel.Verbose, text));
        }
    }

    /// <summary>True when lines of the level will be seen.</summary>
    internal bool Shows(CallLogLevel level) => level >= least;

    /// <summary>Adds a line for the debug stream.</summary>
    internal void Debug(string text)
    {
        if (Shows(CallLogLevel.Debug))
        {
            entries.Enqueue(new CallLogEntry(CallLogLevel.Debug, text));
        }
    }

    /// <summary>Adds a line for the warning stream.</summary>
    internal void Warning(string text) => entries.Enqueue(new CallLogEntry(CallLogLevel.Warning, text));
}
