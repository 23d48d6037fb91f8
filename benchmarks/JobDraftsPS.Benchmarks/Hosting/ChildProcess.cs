using System.Diagnostics;
using System.Globalization;

namespace JobDraftsPS.Benchmarks.Hosting;

/// <summary>This program once more, as a process of its own. It ends when its input closes.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public static ChildProcess Start(string command, params (string Name, object Value)[] arguments) => Start(command, null, arguments);

    /// <param name="command">What it is to do.</param>
    /// <param name="trust">A file with certificates that it takes for good; null for the system's alone.</param>
    /// <param name="arguments">The particulars.</param>
    public static ChildProcess Start(string command, string? trust, params (string Name, object Value)[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        start.ArgumentList.Add(command);
        foreach (var (name, value) in arguments)
        {
            start.ArgumentList.Add("--" + name);
            start.ArgumentList.Add(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        }

        // Small generations, or the collector's own habits hide what the work itself holds.
        start.Environment["DOTNET_GCgen0size"] = "0x1000000";
        if (trust is not null)
        {
            start.Environment["SSL_CERT_FILE"] = trust;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>The next line that it prints.</summary>
    /// <exception cref="InvalidOperationException">It ended without one.</exception>
    public async Task<string> ReadLineAsync() => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A child process ended without an answer.");

    /// <summary>All that it still prints, once it has ended.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    /// <summary>Gives it a sign.</summary>
    public void Signal() => Tell(string.Empty);

    /// <summary>Gives it a line to read.</summary>
    public void Tell(string line) => process.StandardInput.WriteLine(line);

    /// <summary>Ends it as the system does when memory runs out: nothing in it gets a chance to act.</summary>
    /// <returns>False when it had ended before.</returns>
    public bool Kill()
    {
        process.Kill();
        process.WaitForExit();
        return process.ExitCode != 0;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                process.Kill();
            }
        }

        process.Dispose();
    }
}
