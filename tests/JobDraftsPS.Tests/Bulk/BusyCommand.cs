using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>A later command in the pipeline that works on its first object until the test lets it go on, also while it is being stopped.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Busy")]
public sealed class BusyCommand : PSCmdlet
{
    [Parameter(Mandatory = true)]
    public BusySignals Signals { get; set; } = null!;

    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    public static void Join(Runspace runspace)
    {
        ArgumentNullException.ThrowIfNull(runspace);
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Assembly", typeof(BusyCommand).Assembly).Invoke();
    }

    protected override void ProcessRecord()
    {
        Signals.Begun.Set();
        Signals.GoOn.Wait();
    }

    protected override void StopProcessing() => Signals.Stopping.Set();
}
