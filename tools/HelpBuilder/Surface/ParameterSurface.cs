using System.Management.Automation;

namespace JobDraftsPS.HelpBuilder.Surface;

/// <summary>A parameter as the engine binds it.</summary>
/// <param name="Name">The name without the dash.</param>
/// <param name="Type">Its .NET type; a nullable one stands for what it holds.</param>
/// <param name="DefaultValue">Its value when it is not given; empty for none.</param>
/// <param name="SupportsWildcards">Whether wildcards are taken.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="AcceptedValues">The only values that are taken; empty where any is.</param>
/// <param name="Sets">What it is in each of its sets.</param>
internal sealed record ParameterSurface(
    string Name,
    Type Type,
    string DefaultValue,
    bool SupportsWildcards,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> AcceptedValues,
    IReadOnlyDictionary<string, ParameterSetMetadata> Sets)
{
    /// <summary>Reads a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="untouched">A cmdlet that nobody has bound anything to.</param>
    public static ParameterSurface Of(ParameterMetadata parameter, object untouched)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return new ParameterSurface(
            parameter.Name,
            type,
            DefaultOf(parameter, untouched),
            parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            [.. parameter.Aliases],
            [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues).Concat(type.IsEnum ? Enum.GetNames(type) : [])],
            parameter.ParameterSets);
    }

    /// <summary>What it is in one set; null where it is not in it.</summary>
    public ParameterSetMetadata? In(string set) =>
        Sets.TryGetValue(set, out var own) || Sets.TryGetValue(ParameterAttribute.AllParameterSets, out own) ? own : null;

    /// <summary>What the property of an untouched cmdlet holds; -WhatIf and -Confirm belong to the engine and have none.</summary>
    private static string DefaultOf(ParameterMetadata parameter, object untouched) =>
        untouched.GetType().GetProperty(parameter.Name)?.GetValue(untouched) switch
        {
            null when parameter.SwitchParameter => "False",
            null or Array { Length: 0 } => string.Empty,
            var value => FormattableString.Invariant($"{value}"),
        };
}
