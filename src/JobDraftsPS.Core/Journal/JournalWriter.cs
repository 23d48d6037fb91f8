using System.Text.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>
/// Appends lines from many workers. Lines that must be on disk before anything happens share one flush with whatever else waits, so
/// that a slow disk costs one wait for all.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    private static readonly byte[] NewLine = [(byte)'\n'];

    private readonly object gate = new();
    private readonly FileStream file;
    private readonly JournalChain chain;
    private List<(byte[] Line, bool Durable, TaskCompletionSource<bool> Written)> waiting = [];
    private bool isWriting;
    private Task writing = Task.CompletedTask;
    private Exception? failure;

    /// <param name="file">The file, at the place where the next line goes.</param>
    /// <param name="chain">The checksums of the lines before.</param>
    public JournalWriter(FileStream file, JournalChain chain)
    {
        this.file = file;
        this.chain = chain;
    }

    /// <summary>Appends a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="durable">True to end only when the line is on disk.</param>
    /// <exception cref="IOException">It could not be written, or an earlier line could not.</exception>
    public Task AppendAsync(JournalLine line, bool durable)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, JournalJson.Default.JournalLine);
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            ThrowIfFailed();
            waiting.Add((chain.Close(bytes), durable, written));
            if (!isWriting)
            {
                isWriting = true;
                writing = Task.Run(WriteWaiting);
            }
        }

        return written.Task;
    }

    /// <summary>Writes what waits and closes the file.</summary>
    public void Dispose()
    {
        Task last;
        lock (gate)
        {
            last = writing;
        }

        last.GetAwaiter().GetResult();
        try
        {
            file.Dispose();
        }
        catch (IOException)
        {
            // What could not be written before cannot be written now; its rows have been told.
        }
    }

    private void WriteWaiting()
    {
        while (true)
        {
            List<(byte[] Line, bool Durable, TaskCompletionSource<bool> Written)> batch;
            lock (gate)
            {
                batch = waiting;
                if (batch.Count == 0)
                {
                    isWriting = false;
                    return;
                }

                waiting = [];
            }

            WriteBatch(batch);
        }
    }

    private void WriteBatch(List<(byte[] Line, bool Durable, TaskCompletionSource<bool> Written)> batch)
    {
        try
        {
            ThrowIfFailed();
            foreach (var (line, _, _) in batch)
            {
                file.Write(line, 0, line.Length);
                file.Write(NewLine, 0, 1);
            }

            file.Flush(flushToDisk: batch.Any(entry => entry.Durable));
            batch.ForEach(entry => entry.Written.TrySetResult(true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            lock (gate)
            {
                failure ??= error;
            }

            batch.ForEach(entry => entry.Written.TrySetException(new IOException(error.Message, error)));
        }
    }

    /// <summary>A line after one that is not whole would make the journal unreadable, so the first failure is the last word.</summary>
    /// <exception cref="IOException">An earlier line could not be written.</exception>
    private void ThrowIfFailed()
    {
        if (Volatile.Read(ref failure) is { } earlier)
        {
            throw new IOException(earlier.Message, earlier);
        }
    }
}
