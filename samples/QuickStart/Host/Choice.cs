using System.Management.Automation.Host;

namespace JobDraftsPS.QuickStart.Host;

/// <summary>One answer of a question: <c>&amp;Yes</c> is shown as <c>[Y] Yes</c> and taken as <c>y</c> or <c>yes</c>.</summary>
internal sealed record Choice(string Label, string Key, string Help)
{
    public static Choice From(ChoiceDescription description)
    {
        var mark = description.Label.IndexOf('&', StringComparison.Ordinal);
        var label = description.Label.Replace("&", string.Empty, StringComparison.Ordinal);
        var key = mark >= 0 && mark < label.Length ? label[mark].ToString().ToUpperInvariant() : label;
        return new Choice(label, key, description.HelpMessage ?? string.Empty);
    }

    public bool IsMeantBy(string answer)
        => answer.Equals(Key, StringComparison.OrdinalIgnoreCase) || answer.Equals(Label, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"[{Key}] {Label}";
}
