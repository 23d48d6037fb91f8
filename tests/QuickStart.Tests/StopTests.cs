using System.Diagnostics;
using System.Globalization;

namespace JobDraftsPS.QuickStart.Tests;

public class StopTests
{
    [Theory]
    [InlineData("INT", 130, "while ($true) { }")]
    [InlineData("TERM", 143, "while ($true) { }")]
    [InlineData("TERM", 143, "[Threading.Thread]::Sleep(-1)")]
    public async Task A_signal_ends_the_script_and_the_process(string signal, int expected, string endless)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        Assert.SkipWhen(signal == "INT" && InterruptIsIgnored(), "Started as a background job, whose children ignore Ctrl+C.");
        await using var run = ScriptRun.Start($"Write-Host ready; {endless}");
        Assert.Equal("ready", await run.ReadLine());

        using var kill = Process.Start("kill", [$"-{signal}", run.ProcessId.ToString(CultureInfo.InvariantCulture)]);

        Assert.Equal(expected, (await run.End()).ExitCode);
    }

    // A signal that is ignored stays so in every child, by the rules of the system.
    private static bool InterruptIsIgnored()
    {
        const string Status = "/proc/self/status";
        const ulong Interrupt = 1ul << (2 - 1);
        var ignored = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))?[7..].Trim()
            : null;
        return ignored is not null && (ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
