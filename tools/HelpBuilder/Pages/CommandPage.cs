namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>What a page says about a cmdlet.</summary>
internal sealed class CommandPage
{
    /// <summary>The cmdlet's name.</summary>
    public required string Name { get; init; }

    /// <summary>The help file that the page goes into.</summary>
    public required string HelpFile { get; init; }

    /// <summary>The front matter as it stands.</summary>
    public required IReadOnlyDictionary<string, string> FrontMatter { get; init; }

    /// <summary>One sentence.</summary>
    public required string Synopsis { get; init; }

    /// <summary>The parameter sets.</summary>
    public required IReadOnlyList<PageSyntax> Syntax { get; init; }

    /// <summary>Other names of the cmdlet.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The description.</summary>
    public required IReadOnlyList<Paragraph> Description { get; init; }

    /// <summary>The examples in their order.</summary>
    public required IReadOnlyList<PageExample> Examples { get; init; }

    /// <summary>The parameters, without the common ones.</summary>
    public required IReadOnlyList<PageParameter> Parameters { get; init; }

    /// <summary>What can be piped in.</summary>
    public required IReadOnlyList<PageEntry> Inputs { get; init; }

    /// <summary>What comes out.</summary>
    public required IReadOnlyList<PageEntry> Outputs { get; init; }

    /// <summary>The notes.</summary>
    public required IReadOnlyList<Paragraph> Notes { get; init; }

    /// <summary>Related topics.</summary>
    public required IReadOnlyList<PageLink> Links { get; init; }
}
