using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;
using JobDraftsPS.Connections;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Connects this session to a service, or to all three of a sandbox. Nothing is sent to the service: Test-JobDraftConnection tries the token.</summary>
[Cmdlet(VerbsCommunications.Connect, "JobDraftService", DefaultParameterSetName = WithToken)]
[OutputType(typeof(JobDraftConnection))]
public sealed class ConnectJobDraftServiceCommand : CancellableCommand
{
    private const string WithToken = "Token";
    private const string WithCredential = "Credential";
    private const string WithSandbox = "Sandbox";
    private const string WithInfo = "ConnectionInfo";

    /// <summary>The service.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithToken)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithCredential)]
    [Parameter(Position = 0, ParameterSetName = WithSandbox)]
    [Parameter(Position = 0, ParameterSetName = WithInfo)]
    public JobService? Service { get; set; }

    /// <summary>The token; without it the environment's: OT_API_TOKEN, TEXTKING_ACCESS_TOKEN or SORCE_API_KEY.</summary>
    [Parameter(ParameterSetName = WithToken)]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    /// <summary>A credential whose password is the token.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithCredential)]
    [ValidateNotNull]
    [Credential]
    public PSCredential Credential { get; set; } = null!;

    /// <summary>A running sandbox, or the address of one in another process.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithSandbox)]
    [ValidateNotNull]
    public PSObject Sandbox { get; set; } = null!;

    /// <summary>What a runbook's connection asset gives: Service, Token, and perhaps BaseUri, TimeoutSec, Proxy.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithInfo)]
    [ValidateNotNull]
    public IDictionary ConnectionInfo { get; set; } = null!;

    /// <summary>The address of the API with its path; https, or http on this machine.</summary>
    [Parameter(ParameterSetName = WithToken)]
    [Parameter(ParameterSetName = WithCredential)]
    public Uri? BaseUri { get; set; }

    /// <summary>How long a call may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>A proxy; without it the machine's own setting.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>Writes the connection to the pipeline too.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        try
        {
            foreach (var connection in Options().Select(ConnectionFactory.Create).ToArray())
            {
                RunspaceConnections.Current.Set(connection);
                WriteVerbose($"Connected to {connection}; the token comes from {connection.TokenSource}.");
                if (PassThru)
                {
                    WriteObject(connection);
                }
            }
        }
        catch (JobDraftsApiException refused)
        {
            Terminate(refused);
        }
    }

    private IEnumerable<ConnectionOptions> Options() => ParameterSetName switch
    {
        WithSandbox => OfSandbox(Sandboxes.Find(Sandbox)),
        WithInfo => [OfInfo(new ConnectionInfoReader(ConnectionInfo))],
        WithCredential => [Of(Service!.Value, Plain(Credential.Password), "credential", BaseUri)],
        _ => [Of(Service!.Value, Token is null ? null : Plain(Token), "token", BaseUri)],
    };

    private IEnumerable<ConnectionOptions> OfSandbox(JobDraftSandbox sandbox) => new[]
    {
        Of(JobService.OpenTrain, sandbox.OpenTrainToken, "sandbox", sandbox.OpenTrainUri, sandbox),
        Of(JobService.TextKing, sandbox.TextKingToken, "sandbox", sandbox.TextKingUri, sandbox),
        Of(JobService.Sorce, sandbox.SorceToken, "sandbox", sandbox.SorceUri, sandbox),
    }.Where(options => Service is null || options.Service == Service);

    private ConnectionOptions OfInfo(ConnectionInfoReader info) => new(info.Service ?? Service ?? throw LocalErrors.BadValue(null, "The connection info names no service.", "Add Service to it, or give -Service."))
    {
        Token = info.Token ?? throw LocalErrors.BadValue(null, "The connection info has no Token.", "Add Token to it."),
        TokenSource = "connection info",
        BaseUri = info.BaseUri,
        Timeout = TimeSpan.FromSeconds(info.TimeoutSec ?? TimeoutSec),
        Proxy = ProxyOf(info.Proxy ?? Proxy),
    };

    private ConnectionOptions Of(JobService service, string? token, string source, Uri? baseUri, JobDraftSandbox? sandbox = null) => new(service)
    {
        Token = token,
        TokenSource = source,
        BaseUri = baseUri,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        Proxy = ProxyOf(Proxy),
        IsSandbox = sandbox is not null,
        Pacing = sandbox is null ? new PacingOptions() : Sandboxes.PacingOf(sandbox),
    };

    private static WebProxy? ProxyOf(Uri? proxy) => proxy is null ? null : new WebProxy(proxy);

    private static string Plain(SecureString secret) => new NetworkCredential(string.Empty, secret).Password;
}
