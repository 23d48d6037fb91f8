using System.Management.Automation;
using JobDraftsPS.Connections;

namespace JobDraftsPS.Commands;

/// <summary>Shows the sandboxes that run in this process, as they are now.</summary>
[Cmdlet(VerbsCommon.Get, "JobDraftSandbox", HelpUri = HelpPages.At + "Get-JobDraftSandbox.md")]
[OutputType(typeof(JobDraftSandbox))]
public sealed class GetJobDraftSandboxCommand : PSCmdlet
{
    /// <inheritdoc />
    protected override void EndProcessing() => WriteObject(Sandboxes.All, enumerateCollection: true);
}
