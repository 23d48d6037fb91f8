namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>A parameter as its block describes it.</summary>
internal sealed class PageParameter
{
    /// <summary>How the block names the set of a parameter that is in all sets alike.</summary>
    public const string AllSets = "(All)";

    /// <summary>The name without the dash.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it is for.</summary>
    public IReadOnlyList<Paragraph> Text { get; init; } = [];

    /// <summary>The full name of its .NET type.</summary>
    public string Type { get; init; } = string.Empty;

    /// <summary>Its value when it is not given; empty for none.</summary>
    public string DefaultValue { get; init; } = string.Empty;

    /// <summary>Whether wildcards are taken.</summary>
    public bool SupportsWildcards { get; init; }

    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What it is in each of its sets.</summary>
    public IReadOnlyList<PageParameterSet> ParameterSets { get; init; } = [];

    /// <summary>Whether it is hidden from completion.</summary>
    public bool DontShow { get; init; }

    /// <summary>The only values that are taken; empty where any is.</summary>
    public IReadOnlyList<string> AcceptedValues { get; init; } = [];

    /// <summary>The text at a prompt for it.</summary>
    public string HelpMessage { get; init; } = string.Empty;

    /// <summary>What it is in one set; null where it is not in it.</summary>
    public PageParameterSet? In(string set) =>
        ParameterSets.FirstOrDefault(entry => entry.Name == AllSets || string.Equals(entry.Name, set, StringComparison.Ordinal));
}
