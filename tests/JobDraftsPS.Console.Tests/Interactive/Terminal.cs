using System.Diagnostics;

namespace JobDraftsPS.Console.Tests.Interactive;

/// <summary>A real terminal with the quick start's prompt in it: keys go in, the screen is read. By tmux; skipped where it is missing.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly string server = $"jobdrafts-{Guid.NewGuid():N}";

    private Terminal()
    {
    }

    /// <summary>Opens a prompt that is connected to a sandbox.</summary>
    public static async Task<Terminal> OpenAsync(int width = 100, int height = 40)
    {
        Assert.SkipUnless(IsThere(), "tmux is not installed, and a prompt needs a terminal.");
        var terminal = new Terminal();
        var start = PowerShellProcess.Describe(["-NoLogo", "-NoProfile", "-NoExit", "-File", Path.Combine(Checkout.Root, "samples", "QuickStart", "prompt.ps1"), "-Module", Checkout.Manifest]);
        string[] settings = [.. new[] { "JOBDRAFTS_STATE_PATH", "POWERSHELL_TELEMETRY_OPTOUT", "POWERSHELL_UPDATECHECK", "TERM" }.Select(name => $"{name}={start.Environment[name]}")];
        await terminal.TmuxAsync(["new-session", "-d", "-x", $"{width}", "-y", $"{height}", "env", .. settings, "dotnet", .. start.ArgumentList]);
        await terminal.SeesAsync("PS ");
        return terminal;
    }

    /// <summary>Types a line and presses Enter.</summary>
    public async Task TypeAsync(string line)
    {
        await TmuxAsync(["send-keys", "-l", line]);
        await PressAsync("Enter");
    }

    /// <summary>Types without Enter.</summary>
    public Task WriteAsync(string text) => TmuxAsync(["send-keys", "-l", text]);

    /// <summary>Presses keys by tmux's names, for instance Tab or C-c.</summary>
    public Task PressAsync(params string[] keys) => TmuxAsync(["send-keys", .. keys]);

    /// <summary>Closes the menu, gives up the line that is being written, and clears the screen.</summary>
    public async Task StartOverAsync()
    {
        await PressAsync("C-c", "C-e", "C-u");
        await TypeAsync("clear; 'clean'");
        await SeesAsync("clean\nPS ");
    }

    /// <summary>Waits until the screen shows a text, and gives the screen.</summary>
    public async Task<string> SeesAsync(string text)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            var screen = await TmuxAsync(["capture-pane", "-p", "-J"]);
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            Assert.True(waiting.Elapsed < Patience, $"The screen never showed '{text}':\n{screen}");
            await Task.Delay(Look, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await TmuxAsync(["kill-server"]);

    private static bool IsThere() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "tmux")));

    private async Task<string> TmuxAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("tmux", ["-L", server, "-f", "/dev/null", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("tmux did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
