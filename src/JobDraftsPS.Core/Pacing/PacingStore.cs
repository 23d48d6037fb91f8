using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using JobDraftsPS.Core.Files;

namespace JobDraftsPS.Core.Pacing;

/// <summary>
/// Keeps a credential's pacing state: in memory, and in a file that all processes of the user share. Each change is made alone,
/// under a lock that the operating system lets go when a process dies.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A pacer lives as long as the process.")]
internal sealed class PacingStore
{
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(3);

    /// <summary>A change takes a millisecond; who has the file for this long is no process that only paces.</summary>
    private static readonly TimeSpan LongestLock = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly string? path;
    private readonly TimeProvider time;
    private PacingState memory = new();
    private long lastLook;
    private DateTime lastWrite;
    private bool isBroken;

    /// <param name="path">The file; null keeps the state in this process only.</param>
    /// <param name="time">The clock that looks at the file go by.</param>
    public PacingStore(string? path, TimeProvider time)
    {
        this.path = path;
        Problem = path is null ? "there is no folder to keep it in" : null;
        this.time = time;
    }

    /// <summary>Why the state is not shared with other processes; null while it is.</summary>
    public string? Problem { get; private set; }

    /// <summary>True when another process has written the file since this one last looked; looks at most once in the time given.</summary>
    public bool HasChanged(TimeSpan atMostEvery)
    {
        var now = time.GetTimestamp();
        var before = Interlocked.Read(ref lastLook);
        if (path is null
            || (before != 0 && time.GetElapsedTime(before, now) < atMostEvery)
            || Interlocked.CompareExchange(ref lastLook, now, before) != before)
        {
            return false;
        }

        var written = File.GetLastWriteTimeUtc(path);
        return File.Exists(path) && written != lastWrite;
    }

    /// <summary>Reads the state, lets it be changed, and writes it back, as one step among all processes.</summary>
    public async Task<T> UpdateAsync<T>(Func<PacingState, T> change, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var file = await OpenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                memory = (file is null ? null : PacingFiles.Read(file)) ?? memory;
                var result = change(memory);
                Write(file);
                return result;
            }
            finally
            {
                Close(file);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<FileStream?> OpenAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (path is not null && !isBroken)
        {
            try
            {
                return PrivateFile.OpenExclusive(path);
            }
            catch (IOException) when (File.Exists(path) && time.GetElapsedTime(began) < LongestLock)
            {
                // Another process has it for the moment.
                await Delays.For(time, LockRetry, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                Problem ??= error.Message;

                // Without a place to remember, this process still keeps its own pace.
                return null;
            }
        }

        return null;
    }

    private void Write(FileStream? file)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            file.Position = 0;
            JsonSerializer.Serialize(file, memory, PacingJson.Default.PacingState);
            file.SetLength(file.Position);
            file.Flush();
            lastWrite = File.GetLastWriteTimeUtc(path!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The disk is full: from now on this process keeps its own pace only.
            Problem ??= error.Message;
            isBroken = true;
        }
    }

    private static void Close(FileStream? file)
    {
        try
        {
            file?.Dispose();
        }
        catch (IOException)
        {
            // What could not be written before cannot be written now.
        }
    }
}
