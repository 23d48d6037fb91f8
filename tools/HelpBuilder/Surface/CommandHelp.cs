using JobDraftsPS.HelpBuilder.Pages;

namespace JobDraftsPS.HelpBuilder.Surface;

/// <summary>A cmdlet as it is and what its page says: all of its help.</summary>
internal sealed class CommandHelp
{
    private readonly Dictionary<string, PageParameter> texts;

    /// <summary>Puts a cmdlet and its page together.</summary>
    /// <param name="surface">The cmdlet.</param>
    /// <param name="page">Its page.</param>
    /// <param name="shared">The texts of parameters that the page does not describe itself.</param>
    /// <exception cref="PageException">A parameter has no text, or the page describes one that the cmdlet does not have.</exception>
    public CommandHelp(CommandSurface surface, CommandPage page, IReadOnlyList<PageParameter> shared)
    {
        Surface = surface;
        Page = page;
        texts = shared.Concat(page.Parameters).GroupBy(text => text.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        if (page.Parameters.FirstOrDefault(text => surface.Parameters.All(parameter => parameter.Name != text.Name)) is { } unknown)
        {
            throw new PageException(page.File, unknown.Line, $"{surface.Name} has no parameter -{unknown.Name}.");
        }

        if (surface.Parameters.FirstOrDefault(parameter => !texts.ContainsKey(parameter.Name)) is { } untold)
        {
            throw new PageException(page.File, 1, $"Nothing describes -{untold.Name} of {surface.Name}: add '### -{untold.Name}' below PARAMETERS, or to {HelpFolder.SharedPage} where it means the same everywhere.");
        }
    }

    /// <summary>The cmdlet.</summary>
    public CommandSurface Surface { get; }

    /// <summary>Its page.</summary>
    public CommandPage Page { get; }

    /// <summary>What a parameter is for.</summary>
    public IReadOnlyList<Paragraph> TextOf(ParameterSurface parameter) => texts[parameter.Name].Text;
}
