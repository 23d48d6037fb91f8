using System.Net;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.Connections;

/// <summary>Makes connections. Nothing is sent when one is made.</summary>
public static class ConnectionFactory
{
    private const string OpenTrainPath = "/api/public/v1";

    /// <summary>Makes a connection from what was given and, for the rest, from the environment.</summary>
    /// <exception cref="JobDraftsApiException">There is no token, or the address is not allowed; nothing was sent.</exception>
    public static JobDraftConnection Create(ConnectionOptions options)
    {
        var defaults = ServiceDefaults.Of(options.Service);
        var (token, source) = options.Token is { Length: > 0 } given ? (given, options.TokenSource) : FromEnvironment(defaults.TokenVariables);
        if (token is null)
        {
            throw LocalErrors.NoToken(options.Service, defaults.TokenVariables);
        }

        RequireHeaderSafe(options.Service, token);
        return Build(options, Address(options, defaults), token, source!);
    }

    /// <summary>Makes a connection for the reads that anyone may make: it has no token, and its address is the environment's or the service's own.</summary>
    /// <exception cref="JobDraftsApiException">The address is not allowed; nothing was sent.</exception>
    public static JobDraftConnection CreateOpen(JobService service)
    {
        var options = new ConnectionOptions(service);
        return Build(options, Address(options, ServiceDefaults.Of(service)), null, "none");
    }

    /// <summary>True when a connection made from the environment would be made the same way now.</summary>
    public static bool IsCurrent(JobDraftConnection connection)
    {
        var session = ServiceSession.Of(connection);
        var options = new ConnectionOptions(connection.Service);
        var defaults = ServiceDefaults.Of(connection.Service);
        return (session.HasToken(null) || session.HasToken(FromEnvironment(defaults.TokenVariables).Value)) && session.BaseUri == Address(options, defaults);
    }

    /// <summary>Ends a connection: its client is closed, and a later call through it is refused.</summary>
    public static void Close(JobDraftConnection connection) => connection.Session.Dispose();

    /// <summary>True when the environment holds a token for the service.</summary>
    public static bool EnvironmentHasToken(JobService service) => FromEnvironment(ServiceDefaults.Of(service).TokenVariables).Value is not null;

    private static JobDraftConnection Build(ConnectionOptions options, Uri address, string? token, string source)
    {
        var session = new ServiceSession(options, address, token);
        return new JobDraftConnection(options.Service, address, options.Timeout, source, options.IsSandbox, session);
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
        if (!address.IsAbsoluteUri)
        {
            throw LocalErrors.BadBaseUri(address.ToString(), "the address must be absolute, for instance " + defaults.BaseUri);
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            // Shown without these parts: a password may stand in any of them.
            throw LocalErrors.BadBaseUri(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), "the address must have no user name, query or fragment");
        }

        RequireSecure(address);
        return options.Service == JobService.OpenTrain && address.AbsolutePath == "/" ? new Uri(address, OpenTrainPath) : address;
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
