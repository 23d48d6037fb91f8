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
        var share = Path.DirectorySeparatorChar == '\\' ? FileShare.Read | FileShare.Delete : FileShare.ReadWrite;
        try
        {
            RequirePlain(path);
            var stream = PrivateFile.Open(path, FileMode.Open, FileAccess.ReadWrite, share);
            if (stream.Length > 0 || !PrivateFile.IsLink(path))
            {
                return (stream, false);
            }

            stream.Dispose();
            throw new InvalidDataException("it is a link to an empty file");
        }
        catch (FileNotFoundException) when (!PrivateFile.IsLink(path))
        {
            try
            {
                return (PrivateFile.Open(path, FileMode.CreateNew, FileAccess.ReadWrite, share), true);
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

    /// <summary>Looked at before it is opened: to open a device or a pipe may already do something.</summary>
    /// <exception cref="InvalidDataException">It is one.</exception>
    private static void RequirePlain(string path)
    {
#if NET8_0_OR_GREATER
        if (UnixFile.IsPlain(Target(path)) is false)
        {
            throw new InvalidDataException("it is no plain file");
        }
#endif
    }

    private static bool TryLock(FileStream stream, string path, out FileStream? beside)
    {
        beside = null;
#if NET8_0_OR_GREATER
        if (OperatingSystem.IsWindows())
        {
            // It was opened so that nobody else can write it.
            return true;
        }

        if (UnixFile.TryLock(stream.SafeFileHandle) is { } isOurs)
        {
            return isOurs;
        }

        try
        {
            beside = PrivateFile.OpenExclusive(Target(path) + ".lock");
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
            var target = Target(path);
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

#if NET8_0_OR_GREATER
    private static string Target(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
#endif
}
