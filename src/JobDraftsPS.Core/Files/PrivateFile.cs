namespace JobDraftsPS.Core.Files;

/// <summary>Files that only their owner can read.</summary>
internal static class PrivateFile
{
    /// <summary>Opens or makes a plain file that nobody else has open, and that only its owner can read.</summary>
    /// <exception cref="IOException">Another process has it, or it cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">There is a link, a pipe or a device in its place, or it is somebody else's.</exception>
    public static FileStream OpenExclusive(string path)
    {
        // Before it is opened too: to open a device or a pipe may already do something.
        RequireNoLink(path);
        RequirePlain(path);
        var file = Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            RequirePlain(file, path);
            RequirePrivate(file);
            return file;
        }
        catch (Exception)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file whole or not at all: under a new name beside it, moved over it once it is complete and on disk.</summary>
    /// <param name="path">The file. A link of that name is replaced, and what it leads to is left alone.</param>
    /// <param name="replace">False to refuse a file that is there already.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It cannot be written, or is there already; nothing is left of it.</exception>
    public static void Write(string path, bool replace, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full) || (!replace && File.Exists(full)))
        {
            throw new IOException($"there is a {(Directory.Exists(full) ? "folder" : "file")} of that name");
        }

        RequirePlain(full);
        var beside = Path.Combine(Path.GetDirectoryName(full)!, $".{Guid.NewGuid():N}.new");
        try
        {
            using (var file = Open(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            if (replace)
            {
                MoveOver(beside, full);
            }
            else
            {
                MoveToFree(beside, full);
            }
        }
        catch (Exception)
        {
            TryDelete(beside);
            throw;
        }
    }

    /// <summary>Moves a file over whatever has the name.</summary>
    public static void MoveOver(string from, string to)
    {
#if NET8_0_OR_GREATER
        File.Move(from, to, overwrite: true);
#else
        if (File.Exists(to))
        {
            File.Replace(from, to, null);
        }
        else
        {
            File.Move(from, to);
        }
#endif
    }

    /// <summary>Moves a file to a name that nothing has.</summary>
    /// <exception cref="IOException">Something has the name.</exception>
    private static void MoveToFree(string from, string to)
    {
#if NET8_0_OR_GREATER
        // Elsewhere than on Windows the platform's own move looks whether the name is free, and replaces whatever has it by then.
        if (UnixFile.TryLink(from, to) is { } isMade)
        {
            if (!isMade)
            {
                throw new IOException("there is a file of that name");
            }

            TryDelete(from);
            return;
        }
#endif
        File.Move(from, to);
    }

    /// <summary>Deletes a file of ours; one that somebody holds stays.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nothing more can be done for a file that somebody holds.
        }
    }

    /// <summary>Takes every right on an open file from all but its owner.</summary>
    /// <exception cref="UnauthorizedAccessException">Others have rights, and it is not this user's file.</exception>
    public static void RequirePrivate(FileStream file)
    {
#if NET8_0_OR_GREATER
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & ~(Owner | UnixFileMode.UserExecute)) != 0)
        {
            try
            {
                File.SetUnixFileMode(file.SafeFileHandle, Owner);
            }
            catch (UnauthorizedAccessException error)
            {
                throw new UnauthorizedAccessException("it is another user's, and others may read or change it", error);
            }
        }
#endif
    }

    /// <summary>Opens a file; one that is made anew is the owner's alone.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
#if NET8_0_OR_GREATER
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#else
        // Only Windows runs this build; there a user's own folders are the user's already.
        return new FileStream(path, mode, access, share);
#endif
    }

    /// <summary>True when there is a link at the path, wherever it leads.</summary>
    public static bool IsLink(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <exception cref="UnauthorizedAccessException">There is a link.</exception>
    private static void RequireNoLink(string path)
    {
        if (IsLink(path))
        {
            throw new UnauthorizedAccessException("it is a link");
        }
    }

    /// <exception cref="UnauthorizedAccessException">It is a pipe or a device, or a link has taken the name.</exception>
    private static void RequirePlain(FileStream file, string path)
    {
#if NET8_0_OR_GREATER
        if (UnixFile.IsPlainAt(file.SafeFileHandle, path) is false)
        {
            throw new UnauthorizedAccessException("it is no plain file");
        }

        if (UnixFile.Names(file.SafeFileHandle) > 1)
        {
            throw new UnauthorizedAccessException("it has another name too, so it may be another program's");
        }

        if (!UnixFile.IsOwn(file.SafeFileHandle))
        {
            throw new UnauthorizedAccessException("it is another user's");
        }
#endif
        if (!file.CanSeek)
        {
            throw new UnauthorizedAccessException("it is no plain file");
        }
    }

    /// <exception cref="UnauthorizedAccessException">It is a device or a pipe.</exception>
    private static void RequirePlain(string path)
    {
#if NET8_0_OR_GREATER
        if (UnixFile.IsPlain(path) is false && !IsLink(path))
        {
            throw new UnauthorizedAccessException("it is no plain file");
        }
#endif
    }

    /// <summary>Makes a folder, and each missing one above it, for the owner alone.</summary>
    public static void CreateDirectory(string path)
    {
#if NET8_0_OR_GREATER
        if (!OperatingSystem.IsWindows())
        {
            // The platform gives its mode to the last folder only.
            var missing = new Stack<string>();
            for (var folder = Path.GetFullPath(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            {
                missing.Push(folder);
            }

            foreach (var folder in missing)
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return;
        }
#endif
        Directory.CreateDirectory(path);
    }
}
