using Markdig.Syntax;

namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>Reads a cmdlet's page. What is not in the form is refused with its line, so that nothing is lost unseen.</summary>
internal sealed class PageReader
{
    private const string Parameters = "PARAMETERS";
    private static readonly string[] Order = ["SYNOPSIS", "DESCRIPTION", "EXAMPLES", Parameters, "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private readonly MarkdownPage page;
    private readonly Dictionary<string, MarkdownSection> sections;

    private PageReader(MarkdownPage page)
    {
        this.page = page;
        var titles = page.Sections.Select(section => section.Title).ToArray();
        if (!titles.SequenceEqual(Order) && !titles.SequenceEqual(Order.Except([Parameters])))
        {
            throw new PageException(page.File, 1, $"The page has to have these sections in this order, {Parameters} only where it describes some: {string.Join(", ", Order)}.");
        }

        sections = page.Sections.ToDictionary(section => section.Title, StringComparer.Ordinal);
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageException">It is not in the form.</exception>
    public static CommandPage Read(string file) => new PageReader(MarkdownPage.Read(file)).Read();

    /// <summary>Reads the page of the parameters that mean the same for all cmdlets that have them.</summary>
    /// <exception cref="PageException">It is not in the form.</exception>
    public static IReadOnlyList<PageParameter> ReadShared(string file)
    {
        var page = MarkdownPage.Read(file);
        return page.Sections is [{ Title: Parameters } only]
            ? ReadParameters(page, only)
            : throw new PageException(file, 1, $"The page has to have one section, {Parameters}.");
    }

    private CommandPage Read() => new()
    {
        File = page.File,
        Name = page.Title,
        Synopsis = Text("SYNOPSIS") is [var only] ? only.Text : throw new PageException(page.File, sections["SYNOPSIS"].Line, "The synopsis has to be one paragraph."),
        Description = Text("DESCRIPTION"),
        Examples = [.. Parts("EXAMPLES").Select(Example)],
        Parameters = sections.TryGetValue(Parameters, out var described) ? ReadParameters(page, described) : [],
        Inputs = [.. Parts("INPUTS").Select(Entry)],
        Outputs = [.. Parts("OUTPUTS").Select(Entry)],
        Notes = Text("NOTES"),
        Links = [.. sections["RELATED LINKS"].Blocks.SelectMany(MarkdownPage.Links)],
    };

    private IReadOnlyList<Paragraph> Text(string section) => PlainText.Of(page.File, sections[section].Blocks);

    private IReadOnlyList<MarkdownSection> Parts(string section) => page.Cut(sections[section].Blocks, 3, sections[section].Line);

    private PageExample Example(MarkdownSection part) => part.Blocks is [FencedCodeBlock { Info: "powershell" } code, .. var remarks] && remarks.Count > 0
        ? new PageExample(part.Title, PlainText.OfCode(code), PlainText.Of(page.File, remarks))
        : throw new PageException(page.File, part.Line, "An example is one powershell block and then the text that explains it.");

    private static IReadOnlyList<PageParameter> ReadParameters(MarkdownPage page, MarkdownSection section) =>
    [
        .. page.Cut(section.Blocks, 3, section.Line).Select(part => part.Title.StartsWith('-') && part.Blocks.Count > 0
            ? new PageParameter(part.Title[1..], part.Line, PlainText.Of(page.File, part.Blocks))
            : throw new PageException(page.File, part.Line, "A parameter has a heading with a dash, and a text.")),
    ];

    private PageEntry Entry(MarkdownSection part) => new(part.Title, PlainText.Of(page.File, part.Blocks));
}
