using System.Net;
using JobDraftsPS.Core.Authorization;
using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Connections;

/// <summary>Makes connections. Nothing is sent when one is made.</summary>
public static class ConnectionFactory
{
    /// <summary>Makes a connection from what was given and, for the rest, from the environment.</summary>
    /// <exception cref="JobDraftsApiException">There is no token, or the address is not allowed; nothing was sent.</exception>
    public static JobDraftConnection Create(ConnectionOptions options)
    {
        var defaults = ServiceRegistry.Of(options.Service).Defaults;
        if (options.OAuth is { } authorization)
        {
            return Build(options, Address(options, defaults), OAuth(authorization, options), "OAuth");
        }

        if (options.Token is { Length: 0 })
        {
            // Whoever gives one means that one, and not another account's.
            throw LocalErrors.BadValue(options.Service, $"The token given for {options.Service} is empty.", "Give the token, or leave it out to have it from the environment.");
        }

        var (token, source) = options.Token is { } given ? (given, options.TokenSource) : FromEnvironment(defaults.TokenVariables);
        if (token is null)
        {
            throw LocalErrors.NoToken(options.Service, defaults.TokenVariables);
        }

        RequireHeaderSafe(options.Service, token);
        return Build(options, Address(options, defaults), new Credential(token), source!);
    }

    /// <summary>Gets the first token of a connection by OAuth now, because a code is good for minutes only.</summary>
    /// <exception cref="JobDraftsApiException">It was not granted; the connection is closed.</exception>
    public static async Task<JobDraftConnection> SignInAsync(JobDraftConnection connection, CallContext context)
    {
        try
        {
            await ServiceSession.Of(connection).SignInAsync(context).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            Close(connection);
            throw;
        }
    }

    /// <summary>Makes a connection for the reads that anyone may make: it has no token, and its address is the environment's or the service's own.</summary>
    /// <exception cref="JobDraftsApiException">The address is not allowed; nothing was sent.</exception>
    public static JobDraftConnection CreateOpen(JobService service)
    {
        var options = new ConnectionOptions(service);
        return Build(options, Address(options, ServiceRegistry.Of(service).Defaults), new Credential(null), "none");
    }

    /// <summary>True when a connection made from the environment would be made the same way now.</summary>
    public static bool IsCurrent(JobDraftConnection connection)
    {
        var session = ServiceSession.Of(connection);
        var options = new ConnectionOptions(connection.Service);
        var defaults = ServiceRegistry.Of(connection.Service).Defaults;
        return (session.HasToken(null) || session.HasToken(FromEnvironment(defaults.TokenVariables).Value)) && session.BaseUri == Address(options, defaults);
    }

    /// <summary>Ends a connection: its client is closed, and a later call through it is refused.</summary>
    public static void Close(JobDraftConnection connection) => connection.Session.Dispose();

    /// <summary>The base of the authorization endpoints, checked: codes and secrets go over https, or stay on this machine.</summary>
    /// <exception cref="JobDraftsApiException">The service has none, or the address is not allowed; nothing was sent.</exception>
    public static Uri AuthorizationAddress(OAuthOptions authorization, JobService service)
    {
        var address = ServiceRegistry.Of(service).Defaults.AuthorizationUri is { } usual
            ? authorization.AuthorizationUri ?? usual
            : throw LocalErrors.BadValue(service, $"{service} has no OAuth; its token is made on its web site.", $"Run Connect-JobDraftService -Service {service} -Token (Read-Host -AsSecureString).");
        return Checked(address, usual);
    }

    /// <summary>True when the environment holds a token for the service.</summary>
    public static bool EnvironmentHasToken(JobService service) => FromEnvironment(ServiceRegistry.Of(service).Defaults.TokenVariables).Value is not null;

    private static JobDraftConnection Build(ConnectionOptions options, Uri address, Credential credential, string source)
    {
        var service = ServiceRegistry.Of(options.Service);
        var settings = new SessionSettings(options.Service, address)
        {
            Quotas = service.Quotas,
            Timeout = options.Timeout,
            Proxy = options.Proxy,
            Pacing = options.Pacing,
            Time = options.Time,
            WrapHandler = options.WrapHandler,
            Trace = options.Trace,
            ReadPushBack = service is IPushBackReader reader ? reader.PushBackOf : PushBack.FromHeader,
        };
        var session = new ServiceSession(settings, credential);
        return new JobDraftConnection(options.Service, address, options.Timeout, source, options.IsSandbox, session) { TracePath = options.Trace?.Path };
    }

    private static OAuthCredential OAuth(OAuthOptions authorization, ConnectionOptions options)
    {
        var address = AuthorizationAddress(authorization, options.Service);
        foreach (var secret in new[] { authorization.ClientSecret, authorization.RefreshToken, authorization.Code })
        {
            if (secret is { Length: 0 })
            {
                throw LocalErrors.BadValue(options.Service, "A client secret, refresh token or authorization code is empty.");
            }
        }

        return new OAuthCredential(authorization, new OAuthEndpoint(authorization, address, options.Pacing.Now, options.Timeout, options.Proxy, options.WrapHandler, options.Trace), options.Pacing.Now);
    }

    private static (string? Value, string? Name) FromEnvironment(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value)
            {
                return (value, name);
            }
        }

        return (null, null);
    }

    private static Uri Address(ConnectionOptions options, ServiceDefaults defaults)
    {
        var address = options.BaseUri;
        if (address is null && FromEnvironment(defaults.BaseUriVariables) is { Value: { } text, Name: { } name })
        {
            address = Uri.TryCreate(text, UriKind.Absolute, out var found) ? found : throw LocalErrors.BadBaseUri(text, $"the environment variable {name} does not hold an absolute address");
        }

        address ??= defaults.BaseUri;
        Checked(address, defaults.BaseUri);
        return defaults.AddsPath && address.AbsolutePath == "/" ? new Uri(address, defaults.BaseUri.AbsolutePath) : address;
    }

    private static Uri Checked(Uri address, Uri usual)
    {
        if (!address.IsAbsoluteUri)
        {
            throw LocalErrors.BadBaseUri(address.ToString(), "the address must be absolute, for instance " + usual);
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            // Shown without these parts: a password may stand in any of them.
            throw LocalErrors.BadBaseUri(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), "the address must have no user name, query or fragment");
        }

        RequireSecure(address);
        return address;
    }

    /// <summary>A token goes over https, or stays on this machine.</summary>
    private static void RequireSecure(Uri address)
    {
        var loopback = address.IsLoopback || IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip);
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && loopback))
        {
            throw LocalErrors.BadBaseUri(address.ToString(), "https is needed; plain http is taken only for a loopback address");
        }
    }

    private static void RequireHeaderSafe(JobService service, string token)
    {
        if (token.Any(letter => letter is <= ' ' or > '~'))
        {
            throw LocalErrors.BadToken(service);
        }
    }
}
