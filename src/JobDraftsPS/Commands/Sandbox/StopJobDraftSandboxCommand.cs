using System.Management.Automation;
using JobDraftsPS.Connections;

namespace JobDraftsPS.Commands;

/// <summary>Stops sandboxes of this process: those given, or all. What they held is gone.</summary>
[Cmdlet(VerbsLifecycle.Stop, "JobDraftSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, HelpUri = HelpPages.At + "Stop-JobDraftSandbox.md")]
[OutputType(typeof(void))]
public sealed class StopJobDraftSandboxCommand : PSCmdlet
{
    /// <summary>The sandboxes to stop; all of this process when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public JobDraftSandbox[]? Sandbox { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        foreach (var sandbox in Sandbox ?? Sandboxes.All.ToArray())
        {
            if (ShouldProcess(sandbox.ToString(), "Stop the sandbox") && !Sandboxes.Stop(sandbox))
            {
                WriteWarning($"The sandbox at {sandbox} does not run in this process (any more); nothing was stopped.");
            }
        }
    }
}
