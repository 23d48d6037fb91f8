using System.Management.Automation;
using System.Management.Automation.Language;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Completion;

/// <summary>What the Tab key offers at the end of a line, as a console asks for it.</summary>
internal static class TabKey
{
    public static IReadOnlyList<CompletionResult> Matches(Session session, string line) => [.. Complete(session, line).CompletionMatches];

    /// <summary>The values as they would stand on the line.</summary>
    public static string[] Press(Session session, string line) => [.. Matches(session, line).Select(match => match.CompletionText)];

    /// <summary>The line with its first completion put in.</summary>
    public static string Filled(Session session, string line)
    {
        var found = Complete(session, line);
        Assert.NotEmpty(found.CompletionMatches);
        return line.Remove(found.ReplacementIndex, found.ReplacementLength).Insert(found.ReplacementIndex, found.CompletionMatches[0].CompletionText);
    }

    /// <summary>The last constant of a line as the engine would read it; fails where the line is no script.</summary>
    public static string LastValue(string line)
    {
        var script = Parser.ParseInput(line, out _, out var errors);
        Assert.Empty(errors);
        return script.FindAll(node => node is StringConstantExpressionAst, searchNestedScriptBlocks: true).Cast<StringConstantExpressionAst>().Last().Value;
    }

    /// <summary>Every parameter that has a completer of this module.</summary>
    public static IReadOnlyList<(CmdletInfo Cmdlet, ParameterMetadata Parameter, Type Completer)> Parameters(Session session) =>
    [
        .. from found in session.Run("Get-Command -Module JobDraftsPS -CommandType Cmdlet").Output
           let cmdlet = (CmdletInfo)found.BaseObject
           from parameter in cmdlet.Parameters.Values
           from attribute in parameter.Attributes.OfType<ArgumentCompleterAttribute>()
           select (cmdlet, parameter, attribute.Type),
    ];

    private static CommandCompletion Complete(Session session, string line)
    {
        var run = session.Run("[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)", ("line", line));
        Assert.Empty(run.AllErrors);
        return (CommandCompletion)Assert.Single(run.Output).BaseObject;
    }
}
