using System.Management.Automation;
using JobDraftsPS.Tests.Formatting;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.QuickStart.Tests;

/// <summary>Out-String for an engine without the utility module: the engine's own formatting, in a console of the width.</summary>
[Cmdlet(VerbsData.Out, "String")]
public sealed class OutStringCommand : Cmdlet
{
    private readonly List<object> records = [];
    private string? control;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public int Width { get; set; } = 120;

    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is FormattedAs view)
        {
            control = view.Control;
            records.Add(view.Record);
        }
        else if (InputObject is not null)
        {
            records.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var host = new RecordingHost(Width);
        FormatFile.Show(host, control, [.. records]);
        WriteObject(host.ShownInColour);
    }
}
