using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>Markdown as a console shows it: the words without the marks.</summary>
internal static class PlainText
{
    /// <summary>The paragraphs of some blocks.</summary>
    /// <exception cref="PageException">A block has a form that a console cannot show.</exception>
    public static IReadOnlyList<Paragraph> Of(string file, IEnumerable<Block> blocks) => [.. blocks.SelectMany(block => Of(file, block))];

    /// <summary>The words of a heading, a paragraph or a link.</summary>
    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline link => link.Url,
                ContainerInline container => Of(container),
                _ => string.Empty,
            });
        }

        return text.ToString();
    }

    /// <summary>The lines of a code block.</summary>
    public static string OfCode(LeafBlock code) => code.Lines.ToString().ReplaceLineEndings("\n").TrimEnd();

    private static IEnumerable<Paragraph> Of(string file, Block block) => block switch
    {
        ParagraphBlock paragraph => [new Paragraph(Of(paragraph.Inline))],
        CodeBlock code => [new Paragraph(OfCode(code), IsCode: true)],
        ListBlock list => list.OfType<ListItemBlock>().Select(item => new Paragraph("- " + Item(file, item))),
        _ => throw new PageException(file, MarkdownPage.LineOf(block), $"Help has paragraphs, lists and code only, not a {block.GetType().Name}."),
    };

    private static string Item(string file, ListItemBlock item) => item is [ParagraphBlock only]
        ? Of(only.Inline)
        : throw new PageException(file, MarkdownPage.LineOf(item), "An item of a list has to be one paragraph.");
}
