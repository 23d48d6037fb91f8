using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Http.Transfers;

namespace JobDraftsPS.Core.Files;

/// <summary>
/// A file that comes into being whole or not at all: it grows beside its place under a name of its own, is the owner's alone, and is
/// moved there once it is complete.
/// </summary>
internal sealed class DownloadTarget : IBodySink, IDisposable
{
    // Outside Windows the platform looks whether the place is free and then replaces whatever is there by then.
    private static readonly object Placing = new();

    private readonly string folder;
    private readonly bool overwrite;
    private readonly Func<Func<string, string?>, string> nameOf;
    private string? part;
    private FileStream? stream;

    /// <param name="folder">Where it is kept; made when it is not there.</param>
    /// <param name="overwrite">Whether a file of the same name is replaced.</param>
    /// <param name="nameOf">Its name, by the headers of the answer.</param>
    public DownloadTarget(string folder, bool overwrite, Func<Func<string, string?>, string> nameOf)
    {
        this.folder = System.IO.Path.GetFullPath(folder);
        this.overwrite = overwrite;
        this.nameOf = nameOf;
    }

    /// <summary>The file's full path, once its name is known.</summary>
    public string? Path { get; private set; }

    /// <summary>Its size in bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>The headers that it came with.</summary>
    public string? ContentType { get; private set; }

    public DateTimeOffset? LastModified { get; private set; }

    public void Begin(Func<string, string?> header)
    {
        Forget();
        var name = nameOf(header);
        ContentType = header("Content-Type");
        LastModified = HttpDate.Read(header("Last-Modified"));
        Path = System.IO.Path.Combine(folder, name);
        Guard(() =>
        {
            PrivateFile.CreateDirectory(folder);
            RequireFree();
            part = System.IO.Path.Combine(folder, $".{Guid.NewGuid():N}.part");
            stream = PrivateFile.Open(part, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        });
    }

    public async Task WriteAsync(byte[] bytes, int count, CancellationToken cancellationToken)
    {
        try
        {
            await stream!.WriteAsync(bytes, 0, count, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LocalErrors.CannotSave(Path!, error.Message);
        }

        Length += count;
    }

    /// <summary>Puts the complete file in its place.</summary>
    /// <exception cref="JobDraftsApiException">It cannot be put there; nothing is left of it.</exception>
    public void Finish() => Guard(() =>
    {
        stream!.Dispose();
        stream = null;
        if (LastModified is { } changed)
        {
            File.SetLastWriteTimeUtc(part!, changed.UtcDateTime);
        }

        Move(part!, Path!);
        part = null;
    });

    public void Dispose() => Forget();

    private void Move(string from, string to)
    {
        if (!overwrite)
        {
            lock (Placing)
            {
                RequireFree();
                File.Move(from, to);
                return;
            }
        }

        PrivateFile.MoveOver(from, to);
    }

    private void RequireFree()
    {
        if (Directory.Exists(Path!))
        {
            throw LocalErrors.CannotSave(Path!, "there is a folder of that name");
        }

        if (!overwrite && File.Exists(Path!))
        {
            throw LocalErrors.FileExists(Path!);
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw LocalErrors.CannotSave(Path!, error.Message);
        }
    }

    private void Forget()
    {
        stream?.Dispose();
        stream = null;
        Length = 0;
        if (part is not null)
        {
            PrivateFile.TryDelete(part);
            part = null;
        }
    }
}
