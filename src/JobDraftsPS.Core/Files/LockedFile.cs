namespace JobDraftsPS.Core.Files;

/// <summary>
/// A file that one run at a time writes, under whatever names it has, while anyone may read it. On Linux and Windows the file itself is
/// locked; elsewhere a file with <c>.lock</c> behind its name, which is never deleted.
/// </summary>
internal sealed class LockedFile : IDisposable
{
    private const int MostTries = 100;
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly string path;
    private readonly bool isNew;
    private readonly FileStream? beside;

    private LockedFile(string path, FileStream stream, bool isNew, FileStream? beside)
    {
        this.path = path;
        this.isNew = isNew;
        this.beside = beside;
        Stream = stream;
    }

    /// <summary>The file, for reading and writing.</summary>
    public FileStream Stream { get; }

    /// <summary>True once something was written: a new file that stays empty leaves no trace.</summary>
    public bool IsKept { get; set; }

    /// <summary>Opens or makes the file; null when another run has it.</summary>
    /// <exception cref="InvalidDataException">It is no plain file, or a link to nothing that is kept.</exception>
    public static LockedFile? TryOpen(string path)
    {
        for (var tries = 0; ; tries++)
        {
            (FileStream Stream, bool IsNew)? opened;
            try
            {
                opened = Open(path, tries);
            }
            catch (IOException error) when (error.HResult == SharingViolation)
            {
                return null;
            }

            if (opened is null)
            {
                // Another run has made it meanwhile.
                continue;
            }

            var (stream, isNew) = opened.Value;
            FileStream? beside = null;
            try
            {
                if (!TryLock(stream, path, out beside))
                {
                    stream.Dispose();
                    return null;
                }

                // A run that made the file and wrote nothing may have deleted it since it was opened here.
                if (IsAt(stream, path))
                {
                    return new LockedFile(path, stream, isNew, beside);
                }

                if (tries >= MostTries)
                {
                    throw new IOException("it is replaced again and again");
                }
            }
            catch (Exception)
            {
                beside?.Dispose();
                stream.Dispose();
                throw;
            }

            beside?.Dispose();
            stream.Dispose();
        }
    }

    /// <summary>False when another file has taken the name since it was opened, or none has it.</summary>
    public bool IsStillThere() => IsAt(Stream, path);

    public void Dispose()
    {
        if (isNew && !IsKept)
        {
            // While it is held: after that it may be another run's.
            PrivateFile.TryDelete(path);
        }

        Stream.Dispose();
        beside?.Dispose();
    }

    private static (FileStream Stream, bool IsNew)? Open(string path, int tries)
    {
        const FileShare Share = FileShare.Read | FileShare.Delete;
        try
        {
            var stream = PrivateFile.Open(path, FileMode.Open, FileAccess.ReadWrite, Path.DirectorySeparatorChar == '\\' ? Share : FileShare.ReadWrite);
            if (stream.CanSeek && (stream.Length > 0 || !PrivateFile.IsLink(path)))
            {
                return (stream, false);
            }

            var isFile = stream.CanSeek;
            stream.Dispose();
            throw new InvalidDataException(isFile ? "it is a link to an empty file" : "it is no plain file");
        }
        catch (FileNotFoundException) when (!PrivateFile.IsLink(path))
        {
            try
            {
                return (PrivateFile.Open(path, FileMode.CreateNew, FileAccess.ReadWrite, Path.DirectorySeparatorChar == '\\' ? Share : FileShare.ReadWrite), true);
            }
            catch (IOException error) when (tries < MostTries && error is not DirectoryNotFoundException)
            {
                return null;
            }
        }
        catch (FileNotFoundException)
        {
            throw new InvalidDataException("it is a link that leads nowhere");
        }
    }

    private static bool TryLock(FileStream stream, string path, out FileStream? beside)
    {
        beside = null;
#if NET8_0_OR_GREATER
        if (OperatingSystem.IsWindows() || UnixFile.TryLock(stream.SafeFileHandle) is true)
        {
            return true;
        }

        if (OperatingSystem.IsLinux() && UnixFile.TryLock(stream.SafeFileHandle) is false)
        {
            return false;
        }

        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            beside = PrivateFile.OpenExclusive(target + ".lock");
        }
        catch (IOException)
        {
            return false;
        }
#endif
        return true;
    }

    private static bool IsAt(FileStream stream, string path)
    {
#if NET8_0_OR_GREATER
        try
        {
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            return UnixFile.IsPlainAt(stream.SafeFileHandle, target) ?? File.Exists(target);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
#else
        return true;
#endif
    }
}
