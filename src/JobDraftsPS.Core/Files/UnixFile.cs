#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace JobDraftsPS.Core.Files;

/// <summary>What .NET does not tell of a file on Linux: whether it is a plain file, which one it is, and a lock on the file itself.</summary>
internal static class UnixFile
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFields = 0x7ff;
    private const int TypeMask = 0xF000;
    private const int PlainFile = 0x8000;
    private const int SetLock = 37;
    private const int Again = 11;
    private const int Denied = 13;
    private const int Exists = 17;

    /// <summary>True when the open file is a plain one and the path, no link, leads to it; null where that cannot be told.</summary>
    public static bool? IsPlainAt(SafeFileHandle file, string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var named = new byte[256];
            return Look(file) is not { } opened ? null
                : TypeOf(opened) == PlainFile
                    && LookAt(CurrentFolder, Name(path), NoFollow, BasicFields, named) == 0
                    && Identity(opened).SequenceEqual(Identity(named));
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>True when a plain file has the name; null where nothing has, or where that cannot be told.</summary>
    public static bool? IsPlain(string path)
    {
        try
        {
            var named = new byte[256];
            return OperatingSystem.IsLinux() && LookAt(CurrentFolder, Name(path), NoFollow, BasicFields, named) == 0 ? TypeOf(named) == PlainFile : null;
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Locks an open file by what it is, whatever name it was opened by. The lock ends when the file is closed.</summary>
    /// <returns>False when another has it; null where there is no such lock.</returns>
    public static bool? TryLock(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var range = new FileRange { Type = 1 };
            return Control(file, SetLock, ref range) == 0 ? true : Marshal.GetLastPInvokeError() is Again or Denied ? false : null;
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Gives a file a second name.</summary>
    /// <returns>False when something has that name; null where files have one name only.</returns>
    public static bool? TryLink(string path, string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            return Link(Name(path), Name(name)) == 0 ? true : Marshal.GetLastPInvokeError() == Exists ? false : null;
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>How many names an open file has; 1 where that cannot be told.</summary>
    public static int Names(SafeFileHandle file) => Look(file) is { } found ? MemoryMarshal.Read<int>(found.AsSpan(16)) : 1;

    /// <summary>True when an open file is this user's, also where that cannot be told. The administrator acts for others and takes theirs.</summary>
    public static bool IsOwn(SafeFileHandle file) =>
        Look(file) is not { } found || CurrentUser() is var user && (user == 0 || user == MemoryMarshal.Read<uint>(found.AsSpan(20)));

    private static byte[]? Look(SafeFileHandle file)
    {
        try
        {
            var found = new byte[256];
            return OperatingSystem.IsLinux() && Look(file, Name(string.Empty), EmptyPath, BasicFields, found) == 0 ? found : null;
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

    private static int TypeOf(byte[] found) => MemoryMarshal.Read<ushort>(found.AsSpan(28)) & TypeMask;

    /// <summary>The number of the file and that of its device.</summary>
    private static byte[] Identity(byte[] found) => [.. found.AsSpan(32, 8), .. found.AsSpan(136, 8)];

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Look(SafeFileHandle file, byte[] path, int flags, uint mask, byte[] found);

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LookAt(int folder, byte[] path, int flags, uint mask, byte[] found);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] path, byte[] name);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint CurrentUser();

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, ref FileRange range);

    /// <summary>From the beginning to the end of the file, however long it grows.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct FileRange
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}
#endif
