using System.Diagnostics;
using System.Globalization;

namespace JobDraftsPS.Console.Tests;

public class StopTests
{
    [Theory]
    [InlineData("INT", 130, "while ($true) { }")]
    [InlineData("TERM", 143, "while ($true) { }")]
    [InlineData("TERM", 143, "[Threading.Thread]::Sleep(-1)")]
    public async Task A_signal_ends_the_script_and_the_process(string signal, int expected, string endless)
    {
        SkipWhereImpossible(signal);
        await using var run = ScriptRun.Start($"Write-Host ready; {endless}");
        Assert.Equal("ready", await run.ReadLine());

        Send(signal, run);

        Assert.Equal(expected, (await run.End()).ExitCode);
    }

    [Fact]
    public async Task Ctrl_C_in_the_middle_of_the_sample_ends_it_with_requests_under_way()
    {
        SkipWhereImpossible("INT");
        // The whole sample would take half a minute at this pace: the first line comes after one answer, and many more are due.
        await using var run = ScriptRun.StartSlowSample(TimeSpan.FromSeconds(2));
        Assert.StartsWith("This account may set", await run.ReadLine(), StringComparison.Ordinal);

        var watch = Stopwatch.StartNew();
        Send("INT", run);
        var result = await run.End();

        Assert.Equal(130, result.ExitCode);
        Assert.DoesNotContain("Published", result.Output, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static void SkipWhereImpossible(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        Assert.SkipWhen(signal == "INT" && InterruptIsIgnored(), "Started as a background job, whose children ignore Ctrl+C.");
    }

    private static void Send(string signal, ScriptRun run)
    {
        using var kill = Process.Start("kill", [$"-{signal}", run.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
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
