using System.Diagnostics;
using System.Globalization;

namespace JobDraftsPS.Console.Tests;

/// <summary>The real PowerShell running one script in a process of its own, with all three streams redirected.</summary>
internal sealed class ScriptRun : IAsyncDisposable
{
    private static readonly string QuickStart = Path.Combine(Checkout.Root, "samples", "QuickStart", "start.ps1");

    private readonly DirectoryInfo? folder;
    private readonly Process process;

    private ScriptRun(string script, string[] arguments, (string Name, string Content)[] files)
    {
        folder = Directory.CreateTempSubdirectory("console-");
        foreach (var (name, content) in files)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), content);
        }

        var path = Path.Combine(folder.FullName, "script.ps1");
        File.WriteAllText(path, script);
        process = Run(QuickStart, [path, .. arguments]);
    }

    private ScriptRun(string file, string[] arguments) => process = Run(file, arguments);

    public int ProcessId => process.Id;

    /// <summary>Runs a script to its end, as the quick start's program runs one: with the module imported.</summary>
    public static async Task<ScriptResult> ToEnd(string script, string[]? arguments = null, params (string Name, string Content)[] files)
    {
        await using var run = new ScriptRun(script, arguments ?? [], files);
        return await run.End();
    }

    /// <summary>Starts a script that goes on until it is stopped.</summary>
    public static ScriptRun Start(string script) => new(script, [], []);

    /// <summary>Starts the quick start, as <c>dotnet run</c> without arguments does.</summary>
    public static ScriptRun StartSample() => new(QuickStart, []);

    /// <summary>Starts another sample of the checkout.</summary>
    /// <param name="path">Its path below the checkout's samples.</param>
    /// <param name="arguments">What follows it on the command line.</param>
    public static ScriptRun StartSample(string path, params string[] arguments) => new(Path.Combine(Checkout.Root, "samples", path), arguments);

    /// <summary>Starts the same sample against a sandbox that takes its time.</summary>
    public static ScriptRun StartSlowSample(TimeSpan latency) => new(QuickStart, [Path.Combine(Checkout.Root, "samples", "QuickStart", "bulk-edit.ps1"), "-LatencyMs", latency.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)]);

    public async Task<string?> ReadLine() => await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    public Task<ScriptResult> End() => PowerShellProcess.EndAsync(process, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        folder?.Delete(recursive: true);
    }

    private static Process Run(string file, string[] arguments)
    {
        var start = PowerShellProcess.Describe(["-NoProfile", "-NonInteractive", "-File", file, .. arguments]);
        start.RedirectStandardInput = true;
        // The quick start's own start leaves colours out of a file; of the other scripts they are kept out here.
        if (file != QuickStart)
        {
            start.Environment["NO_COLOR"] = "1";
        }

        // Scripts use the checkout that they lie in, whichever module the other suites are to test.
        start.Environment.Remove("JOBDRAFTS_MODULE_PATH");
        return PowerShellProcess.Start(start);
    }
}
