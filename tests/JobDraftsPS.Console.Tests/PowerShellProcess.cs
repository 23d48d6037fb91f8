using System.Diagnostics;

namespace JobDraftsPS.Console.Tests;

/// <summary>How the real PowerShell is started: plain output, nothing of the user's, and no call home.</summary>
internal static class PowerShellProcess
{
    /// <summary>A start of the console with these arguments.</summary>
    public static ProcessStartInfo Describe(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Checkout.PowerShell, .. arguments]);
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        return start;
    }
}
