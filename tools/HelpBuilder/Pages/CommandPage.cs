namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>What a page says about a cmdlet: its prose. What the cmdlet itself decides is read from the module.</summary>
internal sealed class CommandPage
{
    /// <summary>The page's file.</summary>
    public required string File { get; init; }

    /// <summary>The cmdlet's name.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence.</summary>
    public required string Synopsis { get; init; }

    /// <summary>The description.</summary>
    public required IReadOnlyList<Paragraph> Description { get; init; }

    /// <summary>The examples in their order.</summary>
    public required IReadOnlyList<PageExample> Examples { get; init; }

    /// <summary>What it says of parameters; the others are described for all cmdlets together.</summary>
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
