using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Surface;

/// <summary>All scripts of the repository must also run in Windows PowerShell 5.1, which is not here to say so.</summary>
public sealed class ScriptTests(CmdletCatalog catalog) : IClassFixture<CmdletCatalog>
{
    private static readonly string[] Skipped = ["bin", "obj", "lib", "artifacts", ".git"];

    public static TheoryData<string> Files => [.. Find(Repository.Root).Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_script_has_no_mistake_in_its_syntax(string file)
    {
        Parse(file, out _, out var errors);

        Assert.Empty(errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_script_uses_only_what_the_old_engine_reads(string file)
    {
        var script = Parse(file, out var tokens, out _);

        Assert.Empty(script.FindAll(node => node is TernaryExpressionAst or PipelineChainAst, searchNestedScriptBlocks: true).Select(node => node.Extent.Text));
        Assert.Empty(tokens
            .Where(token => token.Kind is TokenKind.QuestionQuestion or TokenKind.QuestionQuestionEquals or TokenKind.QuestionDot or TokenKind.QuestionLBracket)
            .Select(token => token.Text));

        // Without a byte order mark it takes a script for the machine's own code page.
        Assert.DoesNotContain(File.ReadAllText(Path.Combine(Repository.Root, file)), character => !char.IsAscii(character));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_script_spells_its_commands_and_our_parameters_out(string file)
    {
        var aliases = InitialSessionState.CreateDefault2().Commands.OfType<SessionStateAliasEntry>().Select(alias => alias.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var calls = Parse(file, out _, out _).FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().ToArray();

        Assert.Contains("where", aliases);
        Assert.Empty(calls.Where(call => call.GetCommandName() is { } name && aliases.Contains(name)).Select(call => call.Extent.Text));
        Assert.Empty(
            from call in calls
            let cmdlet = catalog.Cmdlets.FirstOrDefault(cmdlet => string.Equals(cmdlet.Name, call.GetCommandName(), StringComparison.OrdinalIgnoreCase))
            where cmdlet is not null
            from parameter in call.CommandElements.OfType<CommandParameterAst>()
            where !cmdlet.Parameters.ContainsKey(parameter.ParameterName)
            select $"{call.Extent.StartLineNumber}: {cmdlet.Name} -{parameter.ParameterName}");
    }

    [Fact]
    public void The_scripts_that_users_meet_are_among_them()
    {
        Assert.Superset(
            new HashSet<string> { "JobDraftsPS.psd1", "build.ps1", Path.Combine("samples", "QuickStart", "bulk-edit.ps1"), Path.Combine("samples", "weekly-budgets.ps1"), Path.Combine("samples", "runbooks", "azure-automation.ps1"), Path.Combine("tests", "Pester", "OpenTrain.Tests.ps1") },
            Files.Select(row => row.Data).ToHashSet());
    }

    private static ScriptBlockAst Parse(string file, out Token[] tokens, out ParseError[] errors) =>
        Parser.ParseFile(Path.Combine(Repository.Root, file), out tokens, out errors);

    private static IEnumerable<string> Find(string folder) =>
        new[] { "*.ps1", "*.psd1", "*.psm1" }.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern))
            .Concat(Directory.EnumerateDirectories(folder).Where(child => !Skipped.Contains(Path.GetFileName(child))).SelectMany(Find));
}
