using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using JobDraftsPS.HelpBuilder.Pages;

namespace JobDraftsPS.Tests.Help;

/// <summary>An example of a page, or a piece of code of an about topic.</summary>
/// <param name="Page">The page's name.</param>
/// <param name="Title">The example's title.</param>
/// <param name="Code">What one types.</param>
internal sealed record HelpExample(string Page, string Title, string Code)
{
    /// <summary>All examples of the help.</summary>
    public static IReadOnlyList<HelpExample> All { get; } = [.. OfPages(), .. OfTopics()];

    /// <summary>Those whose commands the bare engine has, Import-Csv being stood in for. The others ask a person, and Pester executes them.</summary>
    public static IReadOnlyList<HelpExample> Here { get; } = [.. All.Where(example => example.Commands.All(Known.Contains))];

    /// <summary>The names of the commands that it calls.</summary>
    public IEnumerable<string> Commands => Parser.ParseInput(Code, out _, out _)
        .FindAll(part => part is CommandAst, searchNestedScriptBlocks: true)
        .Select(command => ((CommandAst)command).GetCommandName() ?? string.Empty);

    private static HashSet<string> Known => new(
        [.. InitialSessionState.CreateDefault2().Commands.Select(command => command.Name), .. HelpSurface.Cmdlets.Select(cmdlet => cmdlet.Name), "Import-Csv"],
        StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<HelpExample> OfPages() =>
        HelpSurface.Pages.SelectMany(page => page.Examples.Select(example => new HelpExample(page.Name, example.Title, example.Code)));

    private static IEnumerable<HelpExample> OfTopics() =>
        from file in Directory.EnumerateFiles(HelpSurface.Folder, "about_*.md").Order(StringComparer.Ordinal)
        from section in MarkdownPage.Read(file).Sections
        from code in PlainText.Of(file, section.Blocks).Where(paragraph => paragraph.IsCode).Select((paragraph, index) => (paragraph.Text, Number: index + 1))
        select new HelpExample(Path.GetFileNameWithoutExtension(file), $"{section.Title}, {code.Number}", code.Text);
}
