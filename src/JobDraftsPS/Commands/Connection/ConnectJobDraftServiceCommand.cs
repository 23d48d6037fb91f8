using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;
using JobDraftsPS.Binding;
using JobDraftsPS.Connections;
using JobDraftsPS.Core.Authorization;
using JobDraftsPS.Core.Connections;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Pacing;
using JobDraftsPS.Core.Tracing;
using JobDraftsPS.Pipeline;

namespace JobDraftsPS.Commands;

/// <summary>Connects this session to a service, or to all three of a sandbox. Nothing is sent to the API: Test-JobDraftConnection tries the token.</summary>
[Cmdlet(VerbsCommunications.Connect, "JobDraftService", DefaultParameterSetName = WithToken, HelpUri = HelpPages.At + "Connect-JobDraftService.md")]
[OutputType(typeof(JobDraftConnection))]
public sealed class ConnectJobDraftServiceCommand : CancellableCommand
{
    private const string WithToken = "Token";
    private const string WithCredential = "Credential";
    private const string WithSandbox = "Sandbox";
    private const string WithInfo = "ConnectionInfo";
    private const string WithRefreshToken = "RefreshToken";
    private const string WithCode = "AuthorizationCode";
    private const string WithBrowser = "Interactive";

    /// <summary>The service.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithToken)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithCredential)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithRefreshToken)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithCode)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithBrowser)]
    [Parameter(Position = 0, ParameterSetName = WithSandbox)]
    [Parameter(Position = 0, ParameterSetName = WithInfo)]
    [ServiceName]
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

    /// <summary>The id of the app that is registered with TEXTKING.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithRefreshToken)]
    [Parameter(Mandatory = true, ParameterSetName = WithCode)]
    [Parameter(Mandatory = true, ParameterSetName = WithBrowser)]
    [ValidateNotNullOrEmpty]
    public string ClientId { get; set; } = string.Empty;

    /// <summary>The secret of that app.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithRefreshToken)]
    [Parameter(Mandatory = true, ParameterSetName = WithCode)]
    [Parameter(Mandatory = true, ParameterSetName = WithBrowser)]
    [ValidateNotNull]
    public SecureString ClientSecret { get; set; } = null!;

    /// <summary>A refresh token that you hold; the first access token is got with the first call.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithRefreshToken)]
    [ValidateNotNull]
    public SecureString RefreshToken { get; set; } = null!;

    /// <summary>A code that the authorization page gave; it is exchanged at once.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithCode)]
    [ValidateNotNull]
    public SecureString AuthorizationCode { get; set; } = null!;

    /// <summary>Shows the authorization page's address, opens it, and waits for the code on this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithBrowser)]
    public SwitchParameter Interactive { get; set; }

    /// <summary>The address that the code comes back to, as registered; with -Interactive one of this machine, by default a free port of 127.0.0.1.</summary>
    [Parameter(Mandatory = true, ParameterSetName = WithCode)]
    [Parameter(ParameterSetName = WithBrowser)]
    [ValidateNotNull]
    public Uri? RedirectUri { get; set; }

    /// <summary>Only shows the authorization page's address, for a machine without a browser.</summary>
    [Parameter(ParameterSetName = WithBrowser)]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>Asks for an access token that never expires.</summary>
    [Parameter(ParameterSetName = WithCode)]
    [Parameter(ParameterSetName = WithBrowser)]
    public SwitchParameter OfflineAccess { get; set; }

    /// <summary>The base of TEXTKING's authorization endpoints, for instance a sandbox's OAuthUri; https, or http on this machine.</summary>
    [Parameter(ParameterSetName = WithRefreshToken)]
    [Parameter(ParameterSetName = WithCode)]
    [Parameter(ParameterSetName = WithBrowser)]
    [ValidateNotNull]
    public Uri? AuthorizationUri { get; set; }

    /// <summary>The address of the API with its path; https, or http on this machine.</summary>
    [Parameter(ParameterSetName = WithToken)]
    [Parameter(ParameterSetName = WithCredential)]
    [Parameter(ParameterSetName = WithRefreshToken)]
    [Parameter(ParameterSetName = WithCode)]
    [Parameter(ParameterSetName = WithBrowser)]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>How long a call may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>A proxy; without it the machine's own setting.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>A new file that every exchange is written to, secrets masked, as HAR 1.2: the network panel of any browser opens it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TracePath { get; set; }

    /// <summary>Writes the connection to the pipeline too.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        TraceFile? trace = null;
        try
        {
            // First of all: a sign-in that nobody can trace has been in vain.
            trace = TracePath is null ? null : TraceFile.Create(FilePath.Resolve(SessionState, TracePath));
            foreach (var connection in Options().Select(options => Traced(options, trace)).Select(Open).ToArray())
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
            trace?.Discard();
            Terminate(refused);
        }
    }

    private static ConnectionOptions Traced(ConnectionOptions options, TraceFile? trace)
    {
        options.Trace = trace;
        return options;
    }

    private IEnumerable<ConnectionOptions> Options() => ParameterSetName switch
    {
        WithSandbox => OfSandbox(Sandboxes.Find(Sandbox)),
        WithInfo => [OfInfo(new ConnectionInfoReader(ConnectionInfo))],
        WithRefreshToken or WithCode or WithBrowser => [OfOAuth()],
        WithCredential => [Of(Service!.Value, Plain(Credential.Password), "credential", BaseUri)],
        _ => [Of(Service!.Value, Token is null ? null : Plain(Token), "token", BaseUri)],
    };

    private JobDraftConnection Open(ConnectionOptions options)
    {
        var connection = ConnectionFactory.Create(options);
        return options.OAuth?.Code is null ? connection : Await(context => ConnectionFactory.SignInAsync(connection, context));
    }

    private ConnectionOptions OfOAuth()
    {
        var options = Of(Service!.Value, null, "OAuth", BaseUri);
        options.OAuth = new OAuthOptions(ClientId, Plain(ClientSecret))
        {
            AuthorizationUri = AuthorizationUri,
            OfflineAccess = OfflineAccess,
            RefreshToken = ParameterSetName == WithRefreshToken ? Plain(RefreshToken) : null,
            Code = ParameterSetName == WithCode ? Plain(AuthorizationCode) : null,
            RedirectUri = RedirectUri?.OriginalString,
        };
        if (ParameterSetName == WithBrowser)
        {
            SignIn(options.OAuth);
        }

        return options;
    }

    /// <summary>Has the user sign in, and takes the code that comes back.</summary>
    private void SignIn(OAuthOptions authorization)
    {
        using var signIn = new BrowserSignIn(ClientId, ConnectionFactory.AuthorizationAddress(authorization, Service!.Value), RedirectUri);
        WriteInformation(new HostInformationMessage { Message = $"Sign in to TEXTKING at {signIn.Address}" }, ["PSHOST"]);
        if (!NoBrowser)
        {
            Browser.Open(signIn.Address, WriteVerbose);
        }

        authorization.Code = Await(context => signIn.ReceiveAsync(context.Cancellation));
        authorization.RedirectUri = signIn.RedirectUri;
    }

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
