using System.Text;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Files;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Tracing;

/// <summary>
/// A file in HAR 1.2 with every exchange of one or more connections. It is complete after each exchange: the end of the document is
/// written with every entry and overwritten by the next one, so a process that is killed leaves a file that opens.
/// </summary>
public sealed class TraceFile : IExchangeTrace
{
    private static readonly byte[] End = Encoding.UTF8.GetBytes("\n]}}\n");

    private readonly object gate = new();
    private readonly TraceSecrets secrets = new();
    private readonly Stream stream;
    private long end;
    private int entries;
    private int holders;
    private bool isClosed;
    private string? fault;

    internal TraceFile(Stream stream, string path)
    {
        this.stream = stream;
        Path = path;
        var version = typeof(TraceFile).Assembly.GetName().Version?.ToString(3);
        var head = Encoding.UTF8.GetBytes($"{{\"log\":{{\"version\":\"1.2\",\"creator\":{{\"name\":\"JobDraftsPS\",\"version\":\"{version}\"}},\"entries\":[");
        Append(head);
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Makes the file; it is its owner's alone.</summary>
    /// <exception cref="JobDraftsApiException">There is a file already, or it cannot be made there.</exception>
    public static TraceFile Create(string path)
    {
        try
        {
            // Others may read it while it grows.
            return new TraceFile(PrivateFile.Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), path);
        }
        catch (IOException) when (File.Exists(path) || Directory.Exists(path))
        {
            throw LocalErrors.Trace(path, "there is a file or folder of that name already, and it was left as it is.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw LocalErrors.Trace(path, error.Message);
        }
    }

    /// <summary>Closes the file of connections that were not made. It stays only if something was sent.</summary>
    public void Discard()
    {
        lock (gate)
        {
            Close();
            if (entries == 0)
            {
                File.Delete(Path);
            }
        }
    }

    HttpMessageHandler IExchangeTrace.Around(HttpMessageHandler inner, Credential credential)
    {
        secrets.Add(credential);
        return new TraceHandler(inner, this);
    }

    string? IExchangeTrace.TakeFault() => fault is null ? null : Interlocked.Exchange(ref fault, null);

    internal void Hold() => Interlocked.Increment(ref holders);

    /// <summary>Closes the file with the last client that writes to it.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            lock (gate)
            {
                Close();
            }
        }
    }

    /// <summary>Adds an exchange. Never throws: a call does not fail because it cannot be taken down.</summary>
    internal void Write(Exchange exchange)
    {
        try
        {
            var entry = HarEntry.Write(exchange, secrets);
            lock (gate)
            {
                if (!isClosed)
                {
                    Append(Encoding.UTF8.GetBytes(entries == 0 ? "\n" : ",\n"), entry);
                    entries++;
                }
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Stop(error.Message);
        }
    }

    /// <summary>Puts something before the end, in one write with the end.</summary>
    private void Append(params byte[][] parts)
    {
        var length = parts.Sum(part => part.Length);
        var text = new byte[length + End.Length];
        var at = 0;
        foreach (var part in parts.Append(End))
        {
            part.CopyTo(text, at);
            at += part.Length;
        }

        stream.Position = end;
        stream.Write(text, 0, text.Length);
        stream.Flush();
        end += length;
    }

    /// <summary>Leaves the file as it was before the entry that could not be written.</summary>
    private void Stop(string why)
    {
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            fault = $"The trace '{Path}' ends here, because it cannot be written: {why} The calls go on without it.";
            try
            {
                stream.SetLength(end);
                Append([]);
            }
            catch (Exception error) when (error is IOException or NotSupportedException or ObjectDisposedException)
            {
                // The disk does not take even the end of the document.
            }

            Close();
        }
    }

    private void Close()
    {
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written has been told.
        }
    }
}
