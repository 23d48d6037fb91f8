using Markdig.Syntax;

namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>A heading and what stands below it.</summary>
internal sealed record MarkdownSection(string Title, int Line, List<Block> Blocks);
