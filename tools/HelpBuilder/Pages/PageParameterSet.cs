namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>What a parameter is in one set.</summary>
internal sealed class PageParameterSet
{
    /// <summary>The set's name, or <see cref="PageParameter.AllSets"/>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Its place from 0, or <c>Named</c>.</summary>
    public string Position { get; init; } = string.Empty;

    /// <summary>Whether it has to be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether whole objects are piped to it.</summary>
    public bool ValueFromPipeline { get; init; }

    /// <summary>Whether it takes a property of that name of piped objects.</summary>
    public bool ValueFromPipelineByPropertyName { get; init; }

    /// <summary>Whether it takes what is left of the command line.</summary>
    public bool ValueFromRemainingArguments { get; init; }
}
