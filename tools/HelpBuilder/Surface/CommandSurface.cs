using System.Management.Automation;
using System.Reflection;

namespace JobDraftsPS.HelpBuilder.Surface;

/// <summary>The parts of a cmdlet's help that the cmdlet itself decides.</summary>
/// <param name="Name">The cmdlet's name.</param>
/// <param name="HelpFile">The help file that the engine looks into.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Syntax">The parameter sets, the default one first, each with its parameters in the order of a command line.</param>
/// <param name="Parameters">The parameters without the common ones, by name.</param>
internal sealed record CommandSurface(string Name, string HelpFile, IReadOnlyList<string> Aliases, IReadOnlyList<SetSurface> Syntax, IReadOnlyList<ParameterSurface> Parameters)
{
    /// <summary>Reads a cmdlet.</summary>
    public static CommandSurface Of(CmdletInfo cmdlet)
    {
        var untouched = Activator.CreateInstance(cmdlet.ImplementingType)!;
        return new CommandSurface(
            cmdlet.Name,
            Path.GetFileName(cmdlet.HelpFile),
            cmdlet.ImplementingType.GetCustomAttribute<AliasAttribute>() is { } alias ? [.. alias.AliasNames] : [],
            [.. cmdlet.ParameterSets.OrderByDescending(set => set.IsDefault).ThenBy(set => set.Name, StringComparer.Ordinal).Select(SetSurface.Of)],
            [
                .. cmdlet.Parameters.Values
                    .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
                    .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
                    .Select(parameter => ParameterSurface.Of(parameter, untouched)),
            ]);
    }
}
