using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace JobDraftsPS.Tests.Support;

/// <summary>
/// One script on the bare engine in a process of its own, without the module: what a load context holds belongs to the whole
/// process, so a test about the first load needs one where nothing has been loaded.
/// </summary>
internal static class EngineProcess
{
    public const string ScriptSwitch = "--engine-script";

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The script; what it leaves in the pipeline comes back as text, a line an object.</param>
    /// <param name="environment">The whole environment of the process; its parent's when null.</param>
    public static async Task<EngineResult> RunAsync(string script, IReadOnlyDictionary<string, string>? environment = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "script.ps1");
        await File.WriteAllTextAsync(path, script, cancellation);

        using var process = Process.Start(StartInfo(path, environment)) ?? throw new InvalidOperationException("The engine did not start.");
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new EngineResult(process.ExitCode, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs a script until it has written some lines to the console, and kills it: nothing in it gets a chance to act.</summary>
    /// <param name="script">The script; it writes its lines by <c>[Console]::WriteLine</c>, since what it leaves in the pipeline comes at its end.</param>
    /// <param name="lines">After so many lines.</param>
    public static async Task KillAfterAsync(string script, int lines)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "script.ps1");
        await File.WriteAllTextAsync(path, script, cancellation);
        using var process = Process.Start(StartInfo(path, null)) ?? throw new InvalidOperationException("The engine did not start.");
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancellation);
            for (var line = 0; line < lines; line++)
            {
                Assert.True(await process.StandardOutput.ReadLineAsync(cancellation) is not null, "The script ended by itself.");
            }

            process.Kill();
            await process.WaitForExitAsync(cancellation);
            Assert.Equal(string.Empty, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The other side: runs the script and says what came of it.</summary>
    internal static int RunScript(string path)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(File.ReadAllText(path));
        shell.Streams.Error.DataAdded += (_, added) => Console.Error.WriteLine(shell.Streams.Error[added.Index]);
        try
        {
            foreach (var line in shell.Invoke())
            {
                Console.Out.WriteLine(line);
            }

            return 0;
        }
        catch (RuntimeException error)
        {
            Console.Error.WriteLine(error.ErrorRecord);
            return 1;
        }
    }

    private static ProcessStartInfo StartInfo(string script, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { typeof(EngineProcess).Assembly.Location, ScriptSwitch, script },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        return start;
    }
}
