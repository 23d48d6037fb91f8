using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Connections;

namespace JobDraftsPS.Commands;

/// <summary>Shows the connections of this session, without their secrets.</summary>
[Cmdlet(VerbsCommon.Get, "JobDraftConnection", HelpUri = HelpPages.At + "Get-JobDraftConnection.md")]
[OutputType(typeof(JobDraftConnection))]
public sealed class GetJobDraftConnectionCommand : PSCmdlet
{
    /// <summary>Only the connection to this service.</summary>
    [Parameter(Position = 0)]
    [ServiceName]
    public JobService? Service { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing() =>
        WriteObject(RunspaceConnections.Current.Defaults.Where(connection => Service is null || connection.Service == Service), enumerateCollection: true);
}
