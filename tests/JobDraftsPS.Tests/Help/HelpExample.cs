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

    private static IEnumerable<HelpExample> OfPages() =>
        HelpSurface.Pages.SelectMany(page => page.Examples.Select(example => new HelpExample(page.Name, example.Title, example.Code)));

    private static IEnumerable<HelpExample> OfTopics() =>
        from file in Directory.EnumerateFiles(HelpSurface.Folder, "about_*.md").Order(StringComparer.Ordinal)
        from section in MarkdownPage.Read(file).Sections
        from code in PlainText.Of(file, section.Blocks).Where(paragraph => paragraph.IsCode).Select((paragraph, index) => (paragraph.Text, Number: index + 1))
        select new HelpExample(Path.GetFileNameWithoutExtension(file), $"{section.Title}, {code.Number}", code.Text);
}
