using System.Management.Automation.Language;

namespace JobDraftsPS.Tests.Help;

/// <summary>What the help shows works when it is typed.</summary>
[Collection(ExampleCollection.Name)]
public sealed class ExampleTests(ExampleCount count, ITestOutputHelper output)
{
    public static TheoryData<string, string> Examples => [.. HelpExample.All.Select(example => (example.Page, example.Title))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_runs_without_an_error(string page, string title)
    {
        var example = HelpExample.All.Single(candidate => candidate.Page == page && candidate.Title == title);
        Parser.ParseInput(example.Code, out _, out var mistakes);
        Assert.Empty(mistakes.Select(mistake => mistake.Message));

        using var session = new ExampleSession();
        Assert.Empty(session.Ready.AllErrors);
        var result = session.Type(example.Code);

        Assert.Empty(result.AllErrors.Select(error => $"{error.FullyQualifiedErrorId}: {error}"));
        Assert.Empty(result.Warnings);
        count.Add();
        output.WriteLine(example.Code);
        result.Output.ToList().ForEach(item => output.WriteLine($"=> {item}"));
    }

    [Fact]
    public void Every_cmdlet_is_used_in_at_least_two_examples_of_its_page() => Assert.All(
        HelpSurface.Cmdlets,
        cmdlet => Assert.True(
            HelpExample.All.Count(example => example.Page == cmdlet.Name && Calls(example.Code, cmdlet.Name)) >= 2,
            $"{cmdlet.Name} has fewer than two examples that use it."));

    private static bool Calls(string code, string cmdlet) => Parser.ParseInput(code, out _, out _)
        .FindAll(part => part is CommandAst command && string.Equals(command.GetCommandName(), cmdlet, StringComparison.OrdinalIgnoreCase), searchNestedScriptBlocks: true)
        .Any();
}
