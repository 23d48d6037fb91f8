namespace JobDraftsPS.Core.Http;

/// <summary>
/// What the calls of one row have to say. Workers write into it, the pipeline thread reads: only that thread may write to a stream.
/// </summary>
public sealed class CallLog
{
    private readonly Queue<CallLogEntry> entries = new();

    /// <summary>Creates a log.</summary>
    /// <param name="least">The least weighty lines that anybody will see: those below are not even put into words.</param>
    public CallLog(CallLogLevel least = CallLogLevel.Debug) => Least = least;

    /// <summary>The least weighty lines that anybody will see.</summary>
    internal CallLogLevel Least { get; }

    /// <summary>Takes the oldest entry out.</summary>
    public bool TryTake(out CallLogEntry entry)
    {
        lock (entries)
        {
            var found = entries.Count > 0;
            entry = found ? entries.Dequeue() : null!;
            return found;
        }
    }

    /// <summary>Adds a line for the verbose stream.</summary>
    public void Verbose(string text) => Add(CallLogLevel.Verbose, text);

    /// <summary>True when lines of the level will be seen.</summary>
    internal bool Shows(CallLogLevel level) => level >= Least;

    /// <summary>Adds a line for the debug stream.</summary>
    internal void Debug(string text) => Add(CallLogLevel.Debug, text);

    /// <summary>Adds a line for the warning stream.</summary>
    internal void Warning(string text) => Add(CallLogLevel.Warning, text);

    /// <summary>Adds a line for the stream of its level.</summary>
    internal void Add(CallLogLevel level, string text)
    {
        if (Shows(level))
        {
            lock (entries)
            {
                entries.Enqueue(new CallLogEntry(level, OneLine.Of(text)));
            }
        }
    }
}
