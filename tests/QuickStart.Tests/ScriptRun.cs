using System.Diagnostics;
using System.Globalization;

namespace JobDraftsPS.QuickStart.Tests;

/// <summary>The built program running one script in a process of its own, with all three streams redirected.</summary>
internal sealed class ScriptRun : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;
    private readonly Process _process;

    private ScriptRun(string script, string[] arguments, (string Name, string Content)[] files)
    {
        _folder = Directory.CreateTempSubdirectory("quickstart-");
        foreach (var (name, content) in files)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), content);
        }

        var path = Path.Combine(_folder.FullName, "script.ps1");
        File.WriteAllText(path, script);
        _process = Run([path, .. arguments]);
    }

    private ScriptRun(string[] arguments) => _process = Run(arguments);

    public int ProcessId => _process.Id;

    /// <summary>Runs a script to its end.</summary>
    public static async Task<ScriptResult> ToEnd(string script, string[]? arguments = null, params (string Name, string Content)[] files)
    {
        await using var run = new ScriptRun(script, arguments ?? [], files);
        return await run.End();
    }

    /// <summary>Starts a script that goes on until it is stopped.</summary>
    public static ScriptRun Start(string script) => new(script, [], []);

    /// <summary>Starts the sample that the program brings, as <c>dotnet run</c> without arguments does.</summary>
    public static ScriptRun StartSample() => new([]);

    /// <summary>Starts another sample of the checkout.</summary>
    /// <param name="path">Its path below the checkout's samples.</param>
    /// <param name="arguments">What follows it on the command line.</param>
    public static ScriptRun StartSample(string path, params string[] arguments) => new([Path.Combine(Checkout.Around(AppContext.BaseDirectory).Root, "samples", path), .. arguments]);

    /// <summary>Starts the same sample against a sandbox that takes its time.</summary>
    public static ScriptRun StartSlowSample(TimeSpan latency) => new([Checkout.Around(AppContext.BaseDirectory).SampleScript, "-LatencyMs", latency.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)]);

    public async Task<string?> ReadLine() => await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    public async Task<ScriptResult> End()
    {
        var cancel = TestContext.Current.CancellationToken;
        var output = _process.StandardOutput.ReadToEndAsync(cancel);
        var error = _process.StandardError.ReadToEndAsync(cancel);
        await _process.WaitForExitAsync(cancel);
        return new ScriptResult(_process.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder?.Delete(recursive: true);
    }

    private static Process Run(string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "QuickStart.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Colours would be had if the streams were a terminal; so only the redirection can keep them out.
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        // The program uses the checkout that it was built in, whichever module the other suites are to test.
        start.Environment.Remove("JOBDRAFTS_MODULE_PATH");
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
