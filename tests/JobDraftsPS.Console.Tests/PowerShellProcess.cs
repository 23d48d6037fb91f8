using System.Diagnostics;

namespace JobDraftsPS.Console.Tests;

/// <summary>How the real PowerShell is started: plain output, nothing of the user's, and no call home.</summary>
internal static class PowerShellProcess
{
    private static readonly Lazy<string> State = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("console-state-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>A start of the console with these arguments.</summary>
    public static ProcessStartInfo Describe(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Checkout.PowerShell, .. arguments]);
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        // As for the tests' own processes: instrumented code does not pay off in a minute.
        start.Environment["DOTNET_TieredPGO"] = "0";
        // What the module remembers beyond a process lies with the tests and not with the user.
        start.Environment["JOBDRAFTS_STATE_PATH"] = State.Value;
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        return start;
    }

    /// <summary>Starts a program whose output and errors are read.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }

    /// <summary>What a program wrote until it ended; both streams are read at once, so that neither holds it up.</summary>
    public static async Task<ScriptResult> EndAsync(Process process, CancellationToken cancel)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new ScriptResult(process.ExitCode, await output, await error);
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<ScriptResult> RunAsync(ProcessStartInfo start, CancellationToken cancel)
    {
        using var process = Start(start);
        return await EndAsync(process, cancel);
    }
}
