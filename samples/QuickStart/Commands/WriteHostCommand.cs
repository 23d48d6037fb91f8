using System.Collections;
using System.Management.Automation;

namespace JobDraftsPS.QuickStart.Commands;

/// <summary>
/// <c>Write-Host</c> for an engine without the utility module: text for the person at the console, not for the pipeline.
/// </summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    // The engine shows information records with this tag at once, whatever $InformationPreference says.
    private static readonly string[] HostTag = ["PSHOST"];

    /// <summary>What to write; the items of a list are joined by a space.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    public object? Object { get; set; }

    /// <summary>Colour of the text; the console's own when not given.</summary>
    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    /// <summary>Stays on the line.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => WriteInformation(
        new HostInformationMessage
        {
            Message = ToText(Object),
            ForegroundColor = ForegroundColor,
            NoNewLine = NoNewline,
        },
        HostTag);

    private static string ToText(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        PSObject { BaseObject: not PSCustomObject } wrapped => ToText(wrapped.BaseObject),
        IEnumerable items and not IDictionary => string.Join(' ', items.Cast<object?>().Select(ToText)),
        _ => value.ToString() ?? string.Empty,
    };
}
