using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using JobDraftsPS.HelpBuilder.Pages;

namespace JobDraftsPS.Tests.Help;

/// <summary>The parts of a page that the cmdlet itself decides.</summary>
internal sealed class ExpectedPage(CmdletInfo cmdlet)
{
    private const int Width = 100;

    /// <summary>The front matter.</summary>
    public IReadOnlyList<string> FrontMatter { get; } =
    [
        "document type: cmdlet",
        "external help file: JobDraftsPS.dll-Help.xml",
        "HelpUri: ''",
        "Locale: en-US",
        "Module Name: JobDraftsPS",
        "PlatyPS schema version: 2024-05-01",
        $"title: {cmdlet.Name}",
    ];

    /// <summary>The parameter sets, the default one first.</summary>
    public IReadOnlyList<PageSyntax> Syntax { get; } =
    [
        .. cmdlet.ParameterSets
            .OrderByDescending(set => set.IsDefault)
            .ThenBy(set => set.Name, StringComparer.Ordinal)
            .Select(set => new PageSyntax(set.Name, set.IsDefault && set.Name != ParameterAttribute.AllParameterSets, Wrap($"{cmdlet.Name} {set}"))),
    ];

    /// <summary>The cmdlet's other names.</summary>
    public IReadOnlyList<string> Aliases { get; } = cmdlet.ImplementingType.GetCustomAttribute<AliasAttribute>() is { } alias ? [.. alias.AliasNames] : [];

    /// <summary>The parameters without the common ones, by name.</summary>
    public IReadOnlyList<PageParameter> Parameters { get; } = [.. ReadParameters(cmdlet)];

    /// <summary>A whole page that waits for its words.</summary>
    public string Skeleton()
    {
        var text = new StringBuilder("---\n").AppendJoin('\n', FrontMatter).Append("\n---\n\n# ").Append(cmdlet.Name);
        text.Append("\n\n## SYNOPSIS\n\n{{ One sentence. }}\n\n## SYNTAX\n");
        foreach (var syntax in Syntax)
        {
            text.Append("\n### ").Append(Heading(syntax)).Append("\n\n```\n").Append(syntax.Text).Append("\n```\n");
        }

        text.Append("\n## ALIASES\n\n").Append(AliasText());
        text.Append("\n\n## DESCRIPTION\n\n{{ What it does, what it leaves alone, what it refuses. }}\n\n## EXAMPLES\n");
        foreach (var number in new[] { 1, 2 })
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### Example {number}: {{{{ title }}}}\n\n```powershell\n{{{{ code }}}}\n```\n\n{{{{ What it does. }}}}\n");
        }

        text.Append("\n## PARAMETERS\n");
        foreach (var parameter in Parameters)
        {
            text.Append('\n').Append(Section(parameter)).Append('\n');
        }

        text.Append("\n### CommonParameters\n\n").Append(CommonParameters);
        text.Append("\n\n## INPUTS\n\n### {{ type }}\n\n{{ What is piped in. }}\n\n## OUTPUTS\n\n### {{ type }}\n\n{{ What comes out. }}\n");
        return text.Append("\n## NOTES\n\n{{ Notes, or nothing. }}\n\n## RELATED LINKS\n\n- [about_JobDraftsPS](about_JobDraftsPS.md)\n").ToString();
    }

    /// <summary>The section of a parameter that waits for its words.</summary>
    public static string Section(PageParameter parameter) =>
        $"### -{parameter.Name}\n\n{{{{ What it is for. }}}}\n\n```yaml\n{ParameterBlock.Write(parameter)}\n```";

    /// <summary>The heading of a parameter set.</summary>
    public static string Heading(PageSyntax syntax) => syntax.IsDefault ? $"{syntax.SetName} (Default)" : syntax.SetName;

    private const string CommonParameters = """
        This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,
        -InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,
        -ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see
        [about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).
        """;

    private string AliasText() => Aliases.Count == 0
        ? "This cmdlet has no aliases."
        : "This cmdlet has the following aliases:\n\n" + string.Join('\n', Aliases.Select(alias => "- " + alias));

    private static IEnumerable<PageParameter> ReadParameters(CmdletInfo cmdlet)
    {
        var untouched = Activator.CreateInstance(cmdlet.ImplementingType)!;
        var common = Cmdlet.CommonParameters;
        return cmdlet.Parameters.Values
            .Where(parameter => !common.Contains(parameter.Name))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => Read(parameter, cmdlet, untouched));
    }

    private static PageParameter Read(ParameterMetadata parameter, CmdletInfo cmdlet, object untouched) => new()
    {
        Name = parameter.Name,
        Type = parameter.ParameterType.ToString(),
        DefaultValue = DefaultOf(parameter, untouched),
        SupportsWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
        Aliases = [.. parameter.Aliases],
        ParameterSets = [.. parameter.ParameterSets.OrderBy(set => set.Key, StringComparer.Ordinal).Select(set => Read(set.Key, set.Value))],
        DontShow = parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow),
        AcceptedValues = [.. AcceptedBy(parameter)],
        HelpMessage = parameter.Attributes.OfType<ParameterAttribute>().Select(attribute => attribute.HelpMessage).FirstOrDefault(message => message is not null) ?? string.Empty,
    };

    private static PageParameterSet Read(string name, ParameterSetMetadata set) => new()
    {
        Name = name == ParameterAttribute.AllParameterSets ? PageParameter.AllSets : name,
        Position = set.Position == int.MinValue ? "Named" : $"{set.Position}",
        IsRequired = set.IsMandatory,
        ValueFromPipeline = set.ValueFromPipeline,
        ValueFromPipelineByPropertyName = set.ValueFromPipelineByPropertyName,
        ValueFromRemainingArguments = set.ValueFromRemainingArguments,
    };

    /// <summary>What the property of an untouched cmdlet holds; -WhatIf and -Confirm belong to the engine and have none.</summary>
    private static string DefaultOf(ParameterMetadata parameter, object untouched) =>
        untouched.GetType().GetProperty(parameter.Name)?.GetValue(untouched) switch
        {
            null when parameter.SwitchParameter => "False",
            null or Array { Length: 0 } => string.Empty,
            var value => FormattableString.Invariant($"{value}"),
        };

    private static IEnumerable<string> AcceptedBy(ParameterMetadata parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)
            .Concat(type.IsEnum ? Enum.GetNames(type) : []);
    }

    private static string Wrap(string syntax)
    {
        var lines = new List<string> { string.Empty };
        // A parameter and its value stay on one line.
        foreach (var word in Regex.Split(syntax, @" (?=\[?\[?-|\[<)"))
        {
            var line = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (line.Length > Width)
            {
                lines.Add(" " + word);
            }
            else
            {
                lines[^1] = line;
            }
        }

        return string.Join('\n', lines);
    }
}
