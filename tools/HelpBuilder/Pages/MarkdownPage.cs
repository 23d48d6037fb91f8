using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>A Markdown file cut at its headings.</summary>
internal sealed class MarkdownPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    private MarkdownPage(string file, MarkdownDocument document)
    {
        File = file;
        var blocks = document.ToArray();
        if (blocks.Length == 0 || blocks[0] is not HeadingBlock { Level: 1 } title)
        {
            throw new PageException(file, 1, "The page has to begin with one heading of the first level.");
        }

        Title = PlainText.Of(title.Inline);
        Sections = Cut(blocks.Skip(1), 2, LineOf(title));
    }

    /// <summary>The file's path.</summary>
    public string File { get; }

    /// <summary>The first heading.</summary>
    public string Title { get; }

    /// <summary>The sections of the second level.</summary>
    public IReadOnlyList<MarkdownSection> Sections { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="PageException">It has no title, or text stands above the first section.</exception>
    public static MarkdownPage Read(string file)
    {
        var text = System.IO.File.ReadAllText(file).ReplaceLineEndings("\n");
        var unfinished = text.IndexOf("{{", StringComparison.Ordinal);
        return unfinished < 0
            ? new MarkdownPage(file, Markdown.Parse(text, Pipeline))
            : throw new PageException(file, text.AsSpan(0, unfinished).Count('\n') + 1, "A text in double braces is still to be written.");
    }

    /// <summary>Cuts the blocks of a section at the headings of a level.</summary>
    /// <exception cref="PageException">Something stands above the first of them.</exception>
    public IReadOnlyList<MarkdownSection> Cut(IEnumerable<Block> blocks, int level, int line)
    {
        var sections = new List<MarkdownSection>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading && heading.Level <= level)
            {
                sections.Add(new MarkdownSection(PlainText.Of(heading.Inline), LineOf(heading), []));
            }
            else if (sections.Count > 0)
            {
                sections[^1].Blocks.Add(block);
            }
            else
            {
                throw new PageException(File, LineOf(block), $"Only headings of level {level} may stand below line {line}.");
            }
        }

        return sections;
    }

    /// <summary>Line of a block from 1.</summary>
    public static int LineOf(MarkdownObject block) => block.Line + 1;

    /// <summary>The links of a block in their order.</summary>
    public static IEnumerable<PageLink> Links(Block block) =>
        block.Descendants<LinkInline>().Select(link => new PageLink(PlainText.Of(link), link.Url ?? string.Empty));
}
