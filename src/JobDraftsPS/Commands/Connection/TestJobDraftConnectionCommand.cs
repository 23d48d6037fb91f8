using System.Management.Automation;
using JobDraftsPS.Binding;
using JobDraftsPS.Connections;
using JobDraftsPS.Core.Services;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Tries connections: who the token is and what it may do. Changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "JobDraftConnection", HelpUri = HelpPages.At + "Test-JobDraftConnection.md")]
[OutputType(typeof(ConnectionTest))]
public sealed class TestJobDraftConnectionCommand : ServiceCommand
{
    /// <summary>The service; all connected ones when left out.</summary>
    [Parameter(Position = 0)]
    [ServiceName]
    public JobService? Service { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        try
        {
            foreach (var connection in Connections())
            {
                WriteObject(Test(connection));
            }
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused);
        }
    }

    private IEnumerable<JobDraftConnection> Connections()
    {
        if (Service is { } service)
        {
            return [Resolve(service)];
        }

        if (Connection is not null)
        {
            return Connection;
        }

        var known = ServiceRegistry.All.Select(candidate => candidate.Id).Where(candidate => RunspaceConnections.Current.Has(candidate, null)).ToArray();
        return known.Length > 0 ? known.Select(Resolve) : [Resolve(ServiceRegistry.All[0].Id)];
    }

    /// <summary>A refused token is what this command is there to find out, so it is a result and no error.</summary>
    private ConnectionTest Test(JobDraftConnection connection)
    {
        try
        {
            return Await(context => ServiceRegistry.Of(connection.Service).TestAsync(connection, context));
        }
        catch (JobDraftsApiException refused)
        {
            return new ConnectionTest
            {
                Service = connection.Service,
                BaseUri = connection.BaseUri,
                Message = refused.RecommendedAction is { } action ? $"{refused.Message} {action}" : refused.Message,
            };
        }
    }
}
