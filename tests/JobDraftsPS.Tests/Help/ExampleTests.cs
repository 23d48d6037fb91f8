using System.Collections;
using System.Management.Automation.Language;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Help;

/// <summary>What the help shows works when it is typed.</summary>
[Collection(ExampleCollection.Name)]
public sealed class ExampleTests(ExampleCount count, ITestOutputHelper output)
{
    public static TheoryData<string, string> Examples => [.. HelpExample.Here.Select(example => (example.Page, example.Title))];

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
            HelpExample.All.Count(example => example.Page == cmdlet.Name && example.Commands.Contains(cmdlet.Name, StringComparer.OrdinalIgnoreCase)) >= 2,
            $"{cmdlet.Name} has fewer than two examples that use it."));

    [Fact]
    public void Every_example_that_is_not_executed_here_is_executed_by_Pester()
    {
        using var session = new Session(import: false);

        var found = session.Run(
            ". $reader; Get-HelpExample -Folder $pages",
            ("reader", Path.Combine(Repository.Root, "tests", "Pester", "HelpExample.ps1")),
            ("pages", HelpSurface.Folder));

        Assert.Empty(found.AllErrors);
        var byPester = found.Output.Select(example => (Hashtable)example.BaseObject).Select(example => ((string)example["Page"]!, (string)example["Code"]!)).ToHashSet();
        var left = HelpExample.All.Except(HelpExample.Here).ToArray();
        Assert.NotEmpty(left);
        Assert.Equal(HelpExample.All.Count, HelpExample.Here.Count + left.Count(example => byPester.Contains((example.Page, example.Code))));
        Assert.Equal(HelpExample.All.Count, found.Output.Count);
    }
}
