using System.ComponentModel;
using System.Diagnostics;

namespace JobDraftsPS.Tests.Wire;

/// <summary>The curl of this machine.</summary>
internal static class Curl
{
    /// <summary>Runs curl; null where the machine has none.</summary>
    public static async Task<(int Status, string Answer)?> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("curl") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--silent", "--show-error", "--noproxy", "*", "--max-time", "20", "--write-out", "\n%{http_code}" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var end = output.LastIndexOf('\n');
            return (int.Parse(output[(end + 1)..], System.Globalization.CultureInfo.InvariantCulture), output[..end]);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
