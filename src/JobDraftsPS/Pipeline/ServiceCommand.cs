using System.Management.Automation;
using JobDraftsPS.Connections;

namespace JobDraftsPS.Pipeline;

/// <summary>A cmdlet that talks to a service.</summary>
public abstract class ServiceCommand : CancellableCommand
{
    /// <summary>The connection to use; without it the one of this session, then the environment's. May hold one a service.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public JobDraftConnection[]? Connection { get; set; }

    /// <summary>Finds the connection, or ends the command with the one error that says how to get one.</summary>
    protected override void BeginProcessing()
    {
        try
        {
            Connect();
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused);
        }
    }

    /// <summary>Finds what the command talks through, where it is known before the first row which service that is.</summary>
    /// <exception cref="JobDraftsApiException">There is none, or the command line is wrong.</exception>
    private protected virtual void Connect()
    {
    }

    /// <summary>The connection to a service.</summary>
    /// <exception cref="JobDraftsApiException">There is none; nothing was sent.</exception>
    private protected JobDraftConnection Resolve(JobService service) => RunspaceConnections.Current.Resolve(service, Connection);

    /// <summary>The connection for reads that need no token: the one of this session where there is one, else one that has none.</summary>
    /// <exception cref="JobDraftsApiException">The address is not allowed, or the connection given is to another service; nothing was sent.</exception>
    private protected JobDraftConnection ResolveOpen(JobService service) => RunspaceConnections.Current.ResolveOpen(service, Connection);
}
