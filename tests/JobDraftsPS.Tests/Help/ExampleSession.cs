using System.Management.Automation;
using JobDraftsPS.Tests.Support;
using Microsoft.VisualBasic.FileIO;

namespace JobDraftsPS.Tests.Help;

/// <summary>
/// A session as an example of the help takes it for granted: <c>$sandbox</c> runs, the session is connected to it, and the sheets
/// lie in the current folder. Import-Csv, which the bare engine lacks, is stood in for.
/// </summary>
internal sealed class ExampleSession : IDisposable
{
    private const string StandIns = """
        function Import-Csv { param([Parameter(Mandatory)][string] $Path) , $rowsOf.Invoke("$pwd", $Path) | ForEach-Object { $_ } }
        """;

    private static readonly string[] Variables =
        ["OT_API_TOKEN", "OPENTRAIN_API_TOKEN", "OT_API_BASE_URL", "OPENTRAIN_API_BASE_URL", "TEXTKING_ACCESS_TOKEN", "SORCE_API_KEY"];

    private readonly Dictionary<string, string?> environment = Variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-help-");
    private readonly Session session = new();

    public ExampleSession()
    {
        Array.ForEach(Variables, name => Environment.SetEnvironmentVariable(name, null));
        Copy(new DirectoryInfo(Path.Combine(Repository.Root, "docs", "samples")), folder);
        session.Runspace.SessionStateProxy.Path.SetLocation(folder.FullName);
        Ready = session.Run(
            StandIns + "\n$sandbox = Start-JobDraftSandbox\nConnect-JobDraftService -Sandbox $sandbox",
            ("rowsOf", (Func<string, string, object[]>)Rows));
    }

    /// <summary>How the preparations went.</summary>
    public RunResult Ready { get; }

    /// <summary>Types an example.</summary>
    public RunResult Type(string code) => session.Run(code);

    /// <summary>Stops what the example left running and puts the environment back.</summary>
    public void Dispose()
    {
        session.Run("Get-JobDraftSandbox | Stop-JobDraftSandbox");
        session.Dispose();
        folder.Delete(recursive: true);
        foreach (var (name, value) in environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static void Copy(DirectoryInfo source, DirectoryInfo target)
    {
        foreach (var file in source.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target.FullName, file.Name));
        }

        foreach (var below in source.EnumerateDirectories())
        {
            Copy(below, target.CreateSubdirectory(below.Name));
        }
    }

    /// <summary>The rows of a sheet as Import-Csv gives them: all cells are texts.</summary>
    private static object[] Rows(string folder, string path)
    {
        using var parser = new TextFieldParser(Path.Combine(folder, path)) { Delimiters = [","] };
        var header = parser.ReadFields()!;
        var rows = new List<object>();
        while (parser.ReadFields() is { } cells)
        {
            var row = new PSObject();
            foreach (var (name, cell) in header.Zip(cells))
            {
                row.Properties.Add(new PSNoteProperty(name, cell));
            }

            rows.Add(row);
        }

        return [.. rows];
    }
}
