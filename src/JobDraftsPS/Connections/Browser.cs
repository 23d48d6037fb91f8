using System.ComponentModel;
using System.Diagnostics;

namespace JobDraftsPS.Connections;

/// <summary>The user's own browser.</summary>
internal static class Browser
{
    /// <summary>Opens a page. Where there is no browser the user has its address all the same.</summary>
    public static void Open(Uri address, Action<string> tell)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception none) when (none is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            tell($"No browser could be opened: {none.Message}");
        }
    }
}
