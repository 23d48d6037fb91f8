using System.Management.Automation.Language;

namespace JobDraftsPS.QuickStart.Tests;

/// <summary>
/// Pester needs a full PowerShell, which a machine with only the SDK lacks. So that its tests cannot go stale there, their bodies
/// run here too, as far as this engine has the commands that they call.
/// </summary>
public class PesterFileTests
{
    /// <summary>The bodies that need a full PowerShell, with the command that they need: whoever adds one says so here.</summary>
    private static readonly string[] NotRunHere =
    [
        "Connection.Tests.ps1: keeps its token to itself, also as JSON (ConvertTo-Json)",
        "Jobs.Tests.ps1: Start-ThreadJob writes a listing by -Connection (Start-ThreadJob)",
        "Jobs.Tests.ps1: a job of PowerShell is none of the services (Start-ThreadJob)",
        "Style.Tests.ps1: finds nothing to say about <Name><Missing> (Invoke-ScriptAnalyzer)",
    ];

    private static readonly string Folder = Path.Combine(Checkout.Around(AppContext.BaseDirectory).Root, "tests", "Pester");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.Tests.ps1").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_a_Pester_file_promises_holds_on_this_engine(string file)
    {
        var result = await ScriptRun.ToEnd(PesterWords.Script, [Path.Combine(Folder, file), typeof(OutStringCommand).Assembly.Location]);

        var lines = result.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.True(result is { ExitCode: 0, Error: "" }, result.Error + result.Output);
        var failed = lines.Where(line => line.StartsWith("FAILED: ", StringComparison.Ordinal)).ToArray();
        Assert.True(failed.Length == 0, string.Join('\n', failed));
        Assert.Contains(lines, line => Outcome(line) is "passed" or "not run");
        var lacking = lines.Where(line => Outcome(line) == "not run").Select(line => $"{file}: {line["not run: ".Length..]}").Distinct();
        Assert.Equal(NotRunHere.Where(name => name.StartsWith(file, StringComparison.Ordinal)), lacking);
        TestContext.Current.TestOutputHelper!.WriteLine(result.Output);
        var counts = lines.GroupBy(Outcome).Where(group => group.Key.Length > 0).Select(group => $"{group.Count()} {group.Key}");
        var told = lines.Where(line => line.StartsWith("Help: ", StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage($"Pester: {file}: {string.Join(", ", counts)}. {string.Join(' ', told)}");
    }

    [Fact]
    public void Every_cmdlet_is_called_in_some_body()
    {
        var called = Bodies().SelectMany(body => body.FindAll(part => part is CommandAst, searchNestedScriptBlocks: true))
            .Select(command => ((CommandAst)command).GetCommandName());
        var manifest = (HashtableAst)Parser.ParseFile(Checkout.Around(AppContext.BaseDirectory).Manifest, out _, out _).Find(part => part is HashtableAst, searchNestedScriptBlocks: false);
        var exported = manifest.KeyValuePairs.Single(pair => pair.Item1.ToString() == "CmdletsToExport").Item2.FindAll(part => part is StringConstantExpressionAst, searchNestedScriptBlocks: false);

        var names = exported.Select(name => ((StringConstantExpressionAst)name).Value).ToArray();

        Assert.NotEmpty(names);
        Assert.Empty(names.Except(called, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_body_asserts_something() => Assert.Empty(Bodies()
        .Where(body => body.Find(part => part is CommandAst command && command.GetCommandName() == "Should", searchNestedScriptBlocks: true) is null)
        .Select(body => $"{body.Extent.File}: {body.Extent.StartLineNumber}"));

    private static ScriptBlockExpressionAst[] Bodies() =>
    [
        .. Files.SelectMany(file => Parser.ParseFile(Path.Combine(Folder, file.Data), out _, out _)
            .FindAll(part => part is CommandAst command && command.GetCommandName() == "It", searchNestedScriptBlocks: true))
            .Select(it => ((CommandAst)it).CommandElements.OfType<ScriptBlockExpressionAst>().Last()),
    ];

    private static string Outcome(string line) =>
        new[] { "passed", "not run", "skipped" }.FirstOrDefault(outcome => line.StartsWith(outcome + ": ", StringComparison.Ordinal)) ?? string.Empty;
}
