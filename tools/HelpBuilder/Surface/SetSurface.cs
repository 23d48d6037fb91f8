using System.Management.Automation;

namespace JobDraftsPS.HelpBuilder.Surface;

/// <summary>A parameter set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsDefault">True for the one that counts where the parameters leave it open.</param>
/// <param name="Parameters">The names of its parameters, without the common ones, in the order of a command line.</param>
internal sealed record SetSurface(string Name, bool IsDefault, IReadOnlyList<string> Parameters)
{
    /// <summary>Reads a set.</summary>
    public static SetSurface Of(CommandParameterSetInfo set) => new(
        set.Name,
        set.IsDefault && set.Name != ParameterAttribute.AllParameterSets,
        [
            .. set.Parameters
                .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
                .OrderBy(parameter => parameter.Position == int.MinValue ? int.MaxValue : parameter.Position)
                .ThenByDescending(parameter => parameter.IsMandatory)
                .Select(parameter => parameter.Name),
        ]);
}
