using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Connections;
using JobDraftsPS.Core.Connections;

namespace JobDraftsPS.Commands;

/// <summary>Ends connections: those given, that of one service, or all of this session. No other connection is touched.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "JobDraftService", DefaultParameterSetName = ByService, HelpUri = HelpPages.At + "Disconnect-JobDraftService.md")]
[OutputType(typeof(void))]
public sealed class DisconnectJobDraftServiceCommand : PSCmdlet
{
    private const string ByService = "Service";
    private const string ByConnection = "Connection";

    /// <summary>The service to disconnect from; all when left out.</summary>
    [Parameter(Position = 0, ParameterSetName = ByService)]
    [ServiceName]
    public JobService? Service { get; set; }

    /// <summary>The connections to end.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByConnection)]
    [ValidateNotNullOrEmpty]
    public JobDraftConnection[] Connection { get; set; } = [];

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        var connections = RunspaceConnections.Current;
        var ended = ParameterSetName == ByConnection
            ? Connection
            : connections.Defaults.Where(connection => Service is null || connection.Service == Service);
        foreach (var connection in ended)
        {
            connections.Remove(connection);
            ConnectionFactory.Close(connection);
            WriteVerbose($"Disconnected from {connection}.");
        }
    }
}
