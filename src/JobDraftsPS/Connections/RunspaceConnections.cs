using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Connections;

/// <summary>The default connections of one runspace. Several runbook jobs share a process, so nothing of this is process-wide.</summary>
internal sealed class RunspaceConnections
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceConnections> ByRunspace = new();

    private readonly Dictionary<JobService, JobDraftConnection> defaults = [];
    private readonly Dictionary<JobService, JobDraftConnection> fromEnvironment = [];
    private readonly Dictionary<JobService, JobDraftConnection> withoutToken = [];

    /// <summary>The connections of the runspace that this thread works for.</summary>
    public static RunspaceConnections Current => ByRunspace.GetValue(Runspace.DefaultRunspace, _ => new RunspaceConnections());

    /// <summary>The default connections, in the order of the services.</summary>
    public IReadOnlyList<JobDraftConnection> Defaults => defaults.OrderBy(pair => pair.Key).Select(pair => pair.Value).ToArray();

    /// <summary>Makes a connection the default of its service.</summary>
    public void Set(JobDraftConnection connection) => defaults[connection.Service] = connection;

    /// <summary>Takes a connection out of the defaults, if it is one.</summary>
    public void Remove(JobDraftConnection connection)
    {
        if (defaults.TryGetValue(connection.Service, out var found) && ReferenceEquals(found, connection))
        {
            defaults.Remove(connection.Service);
        }
    }

    /// <summary>True when a call to the service would find a connection.</summary>
    public bool Has(JobService service, JobDraftConnection[]? given) => given is not null
        ? given.Any(connection => connection.Service == service)
        : defaults.ContainsKey(service) || ConnectionFactory.EnvironmentHasToken(service);

    /// <summary>The connection that a call would find, as far as it is made already: nothing is read from the environment. Null where none is.</summary>
    public JobDraftConnection? Known(JobService service, IEnumerable<JobDraftConnection> given) =>
        given.FirstOrDefault(connection => connection.Service == service)
        ?? (defaults.TryGetValue(service, out var connected) || fromEnvironment.TryGetValue(service, out connected) ? connected : null);

    /// <summary>The connection given, else the default, else one from the environment.</summary>
    /// <exception cref="JobDraftsApiException">There is none.</exception>
    public JobDraftConnection Resolve(JobService service, JobDraftConnection[]? given)
    {
        if (given is not null)
        {
            return given.FirstOrDefault(connection => connection.Service == service)
                ?? throw LocalErrors.WrongConnection(service, given.Select(connection => connection.Service.ToString()));
        }

        if (defaults.TryGetValue(service, out var connected))
        {
            return connected;
        }

        if (!ConnectionFactory.EnvironmentHasToken(service))
        {
            throw LocalErrors.NoConnection(service, ServiceRegistry.Of(service).Defaults.TokenVariables);
        }

        return FromEnvironment(fromEnvironment, service, () => ConnectionFactory.Create(new ConnectionOptions(service)));
    }

    /// <summary>The connection given, else the default, else one without a token: for reads that anyone may make.</summary>
    /// <exception cref="JobDraftsApiException">The connection given is to another service, or the environment's address is not allowed.</exception>
    public JobDraftConnection ResolveOpen(JobService service, JobDraftConnection[]? given) => given is not null || defaults.ContainsKey(service)
        ? Resolve(service, given)
        : FromEnvironment(withoutToken, service, () => ConnectionFactory.CreateOpen(service));

    /// <summary>One connection for as long as the environment says the same, so that its client is shared.</summary>
    private static JobDraftConnection FromEnvironment(Dictionary<JobService, JobDraftConnection> made, JobService service, Func<JobDraftConnection> make)
    {
        if (!made.TryGetValue(service, out var connection) || !ConnectionFactory.IsCurrent(connection))
        {
            connection = make();
            made[service] = connection;
        }

        return connection;
    }
}
