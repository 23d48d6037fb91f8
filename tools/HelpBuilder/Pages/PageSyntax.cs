using System.Text.RegularExpressions;

namespace JobDraftsPS.HelpBuilder.Pages;

/// <summary>One parameter set and how it is written on a command line.</summary>
internal sealed partial record PageSyntax(string SetName, bool IsDefault, string Text)
{
    /// <summary>The parameters in the order of the command line.</summary>
    public IReadOnlyList<string> ParameterNames => [.. Parameter().Matches(Text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<=[\s\[])-([A-Za-z]\w*)")]
    private static partial Regex Parameter();
}
