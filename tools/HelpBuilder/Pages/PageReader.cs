using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>Reads a cmdlet's page. What is not in the form is refused with its line, so that nothing is lost unseen.</summary>
internal sealed class PageReader
{
    private const string CommonParameters = "CommonParameters";
    private const string DefaultMark = " (Default)";
    private static readonly string[] Order =
        ["SYNOPSIS", "SYNTAX", "ALIASES", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private readonly MarkdownPage page;
    private readonly Dictionary<string, MarkdownSection> sections;

    private PageReader(MarkdownPage page)
    {
        this.page = page;
        if (!page.Sections.Select(section => section.Title).SequenceEqual(Order))
        {
            throw new PageException(page.File, 1, $"The page has to have these sections in this order: {string.Join(", ", Order)}.");
        }

        sections = page.Sections.ToDictionary(section => section.Title, StringComparer.Ordinal);
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageException">It is not in the form.</exception>
    public static CommandPage Read(string file) => new PageReader(MarkdownPage.Read(file)).Read();

    private CommandPage Read()
    {
        var frontMatter = FrontMatter();
        var command = new CommandPage
        {
            Name = page.Title,
            HelpFile = frontMatter.GetValueOrDefault("external help file") ?? throw new PageException(page.File, 1, "The front matter has no 'external help file'."),
            FrontMatter = frontMatter,
            Synopsis = Text("SYNOPSIS") is [var only] ? only.Text : throw Wrong("SYNOPSIS", "The synopsis has to be one paragraph."),
            Syntax = [.. Parts("SYNTAX").Select(Syntax)],
            Aliases = [.. sections["ALIASES"].Blocks.OfType<ListBlock>().SelectMany(list => PlainText.Of(page.File, [list])).Select(item => item.Text[2..])],
            Description = Text("DESCRIPTION"),
            Examples = [.. Parts("EXAMPLES").Select(Example)],
            Parameters = [.. Parts("PARAMETERS").Where(part => part.Title != CommonParameters).Select(Parameter)],
            Inputs = [.. Parts("INPUTS").Select(Entry)],
            Outputs = [.. Parts("OUTPUTS").Select(Entry)],
            Notes = Text("NOTES"),
            Links = [.. sections["RELATED LINKS"].Blocks.SelectMany(MarkdownPage.Links)],
        };
        RequireAgreement(command);
        return command;
    }

    private Dictionary<string, string> FrontMatter()
    {
        try
        {
            return new Deserializer().Deserialize<Dictionary<string, string>?>(page.FrontMatter) ?? [];
        }
        catch (YamlException wrong)
        {
            throw new PageException(page.File, (int)wrong.Start.Line + 1, $"The front matter cannot be read: {wrong.Message}");
        }
    }

    private IReadOnlyList<Paragraph> Text(string section) => PlainText.Of(page.File, sections[section].Blocks);

    private IReadOnlyList<MarkdownSection> Parts(string section) => page.Cut(sections[section].Blocks, 3, sections[section].Line);

    private PageSyntax Syntax(MarkdownSection part)
    {
        var isDefault = part.Title.EndsWith(DefaultMark, StringComparison.Ordinal);
        return part.Blocks is [FencedCodeBlock code]
            ? new PageSyntax(isDefault ? part.Title[..^DefaultMark.Length] : part.Title, isDefault, PlainText.OfCode(code))
            : throw new PageException(page.File, part.Line, "A parameter set has one block of code, how it is written.");
    }

    private PageExample Example(MarkdownSection part) => part.Blocks is [FencedCodeBlock { Info: "powershell" } code, .. var remarks] && remarks.Count > 0
        ? new PageExample(part.Title, PlainText.OfCode(code), PlainText.Of(page.File, remarks))
        : throw new PageException(page.File, part.Line, "An example is one powershell block and then the text that explains it.");

    private PageParameter Parameter(MarkdownSection part)
    {
        if (!part.Title.StartsWith('-') || part.Blocks is not [.. var text, FencedCodeBlock { Info: "yaml" } block] || text.Count == 0)
        {
            throw new PageException(page.File, part.Line, "A parameter has a heading with a dash, a text, and a yaml block at the end.");
        }

        try
        {
            return ParameterBlock.Read(part.Title[1..], PlainText.OfCode(block), PlainText.Of(page.File, text));
        }
        catch (YamlException wrong)
        {
            throw new PageException(page.File, MarkdownPage.LineOf(block) + (int)wrong.Start.Line, $"The block of {part.Title} cannot be read: {wrong.InnerException?.Message ?? wrong.Message}");
        }
    }

    private PageEntry Entry(MarkdownSection part) => new(part.Title, PlainText.Of(page.File, part.Blocks));

    /// <summary>A set's parameters are said twice, in its syntax and in the parameters' blocks; both have to say the same.</summary>
    private void RequireAgreement(CommandPage command)
    {
        foreach (var syntax in command.Syntax)
        {
            var written = syntax.ParameterNames.Order(StringComparer.Ordinal);
            var described = command.Parameters.Where(parameter => parameter.In(syntax.SetName) is not null).Select(parameter => parameter.Name).Order(StringComparer.Ordinal);
            if (!written.SequenceEqual(described))
            {
                var different = string.Join(", ", written.Except(described).Concat(described.Except(written)));
                throw Wrong("SYNTAX", $"The syntax of the set '{syntax.SetName}' and the parameters' blocks disagree about: {different}.");
            }
        }
    }

    private PageException Wrong(string section, string message) => new(page.File, sections[section].Line, message);
}
