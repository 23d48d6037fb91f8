using System.Globalization;
using System.Xml.Linq;

namespace JobDraftsPS.Console.Tests.Pester;

/// <summary>One run of all Pester files in the real PowerShell, read from the result file that Pester writes.</summary>
internal sealed class PesterRun
{
    private static readonly Lazy<Task<PesterRun>> Shared = new(RunAsync);

    private PesterRun(int exitCode, string output, IReadOnlyList<PesterOutcome> outcomes)
    {
        ExitCode = exitCode;
        Output = output;
        Outcomes = outcomes;
    }

    /// <summary>0 when every file was read, every test passed and every clean-up went well.</summary>
    public int ExitCode { get; }

    /// <summary>What the run printed.</summary>
    public string Output { get; }

    /// <summary>Each <c>It</c>, in the order of the files.</summary>
    public IReadOnlyList<PesterOutcome> Outcomes { get; }

    /// <summary>The run of this process: the tests share it.</summary>
    public static Task<PesterRun> Once() => Shared.Value;

    private static async Task<PesterRun> RunAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"pester-{Guid.NewGuid():N}.xml");
        var start = PowerShellProcess.Describe(["-NoProfile", "-NonInteractive", "-File", Path.Combine(Checkout.Root, "tests", "Pester", "Run.ps1"), "-Pester", Checkout.Pester, "-ResultPath", file]);
        try
        {
            // All tests share the run, so none of them ends it.
            var (exitCode, output, error) = await PowerShellProcess.RunAsync(start, CancellationToken.None);
            return new PesterRun(exitCode, output + error, File.Exists(file) ? Read(file) : []);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<PesterOutcome> Read(string file) =>
    [
        .. XDocument.Load(file).Descendants("test-suite").Where(suite => (string?)suite.Attribute("type") == "Assembly")
            .SelectMany(assembly => assembly.Descendants("test-case").Select(test => Outcome(Path.GetFileName((string?)assembly.Attribute("name")) ?? string.Empty, test))),
    ];

    private static PesterOutcome Outcome(string file, XElement test)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{file}: {(string?)test.Attribute("fullname") ?? (string?)test.Attribute("name")}");
        var why = test.Element("failure") is { } failure
            ? $"{(string?)failure.Element("message")}\n{(string?)failure.Element("stack-trace")}"
            : (string?)test.Element("reason")?.Element("message");
        return new PesterOutcome(name, (string?)test.Attribute("result") ?? string.Empty, why);
    }
}
