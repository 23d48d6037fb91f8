using System.Management.Automation;

namespace JobDraftsPS.QuickStart.Tests;

/// <summary>Format-List for an engine without the utility module; <see cref="OutStringCommand"/> does the work.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : Cmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    protected override void ProcessRecord() => WriteObject(new FormattedAs(InputObject, "ListControl"));
}
