using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using JobDraftsPS.Benchmarks.Hosting;

namespace JobDraftsPS.Benchmarks.Clients;

/// <summary>A client as a process of its own: for what is measured of a whole process, and for what is to be killed.</summary>
internal static class ClientCommand
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var address = new Uri(arguments.Text("address"));
        switch (arguments.Text("kind"))
        {
            case "script":
                await ScriptClient.RunAsync(address, arguments.Text("script"), arguments.Text("folder"));
                return 0;
            case "edits":
                await EditWays.ServeAsync(address, arguments);
                return 0;
            case "memory":
                Console.WriteLine(PeakAfter(address, arguments.Number("rows", 1_000)));
                return 0;
            case "files":
                Console.WriteLine(FileClient.PeakAfter(address, arguments.Text("project"), arguments.Text("job"), arguments.Number("megabytes", 2), arguments.Text("folder"), PeakKilobytes));
                return 0;
            case "import":
                Console.WriteLine(ImportMilliseconds(arguments.Text("warm"), arguments.Text("manifest")).ToString(CultureInfo.InvariantCulture));
                return 0;
            default:
                throw new ArgumentException("--kind is script, edits, memory, files or import.");
        }
    }

    /// <summary>How long the first import of a module takes in this process, once the engine has imported another one.</summary>
    private static double ImportMilliseconds(string warm, string manifest)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Import(runspace, warm);
        var clock = Stopwatch.StartNew();
        Import(runspace, manifest);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Import(Runspace runspace, string manifest)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", "Stop");
        shell.Invoke();
    }

    /// <summary>The largest working set of this process, in kilobytes, after so many rows that the pipeline makes one by one.</summary>
    private static long PeakAfter(Uri address, int rows)
    {
        using (var session = new EngineSession())
        {
            session.ConnectOpenTrain(address);
            session.Run($$"""
                1..{{rows}} |
                    ForEach-Object { [pscustomobject]@{ jobId = "draft-$_"; jobTitle = "Street signs, part $_"; experienceLevel = 'EXPERT' } } |
                    Update-JobDraft -ThrottleLimit 8 |
                    Out-Null
                """);
        }

        return PeakKilobytes();
    }

    private static long PeakKilobytes()
    {
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
