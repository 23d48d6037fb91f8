using System.Diagnostics;
using System.Net;
using RestSharp;

namespace JobDraftsPS.Core.Http;

/// <summary>
/// Sends requests to one service through one shared client. Knows the wire and nothing of any service; it maps what comes back once, here.
/// </summary>
internal sealed class Transport : IDisposable
{
    private const long MaxResponseBytes = 64L * 1024 * 1024;
    private static readonly string[] LoggedHeaders = ["Content-Type", "Content-Length", "Date", "Retry-After", "Server", "X-Request-Id", "Request-Id"];

    private readonly RestClient client;
    private readonly Redaction redaction;
    private readonly string? token;

    public Transport(Uri baseUri, string? token, TimeSpan timeout, IWebProxy? proxy = null, Func<HttpMessageHandler, HttpMessageHandler>? wrapHandler = null)
    {
        this.token = token;
        redaction = new Redaction(token);
        var options = new RestClientOptions(baseUri)
        {
            // A redirect would carry the token to another host and turn a PATCH into a GET.
            FollowRedirects = false,
            Timeout = timeout,
            Proxy = proxy,
            UserAgent = "JobDraftsPS/" + typeof(Transport).Assembly.GetName().Version?.ToString(3),
            ConfigureMessageHandler = handler => new BoundedBodyHandler(Wrap(Widen(handler), wrapHandler), MaxResponseBytes),
        };
        client = new RestClient(options) { AcceptedContentTypes = [ContentType.Json.Value] };
    }

    /// <summary>Sends one attempt. Never throws for what the network or the service does; only a cancelled call throws.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CallLog log, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        var response = await client.ExecuteAsync(ToRest(request), cancellationToken).ConfigureAwait(false);
        if (response.ResponseStatus == ResponseStatus.Aborted || cancellationToken.IsCancellationRequested && response.StatusCode == 0)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        var mapped = Map(response);
        Log(request, mapped, clock.ElapsedMilliseconds, log);
        return mapped;
    }

    public void Dispose() => client.Dispose();

    /// <summary>A new request for every attempt: one that is sent twice runs its hooks twice.</summary>
    private RestRequest ToRest(ApiRequest request)
    {
        var rest = new RestRequest(request.Path, MethodOf(request.Method));
        foreach (var pair in request.Query)
        {
            rest.AddQueryParameter(pair.Key, pair.Value);
        }

        if (token is not null && request.NeedsToken)
        {
            rest.AddHeader("Authorization", "Bearer " + token);
        }

        if (request.Language is { } language)
        {
            rest.AddHeader("Accept-Language", language);
        }

        if (request.IsWrite)
        {
            // Without content the platform sends a request again by itself when a kept connection turns out to be closed.
            rest.AddStringBody(request.Json ?? string.Empty, ContentType.Json);
        }

        return rest;
    }

    private ApiResponse Map(RestResponse response)
    {
        var headers = Headers(response);
        if (response.StatusCode != 0 && response.ResponseStatus != ResponseStatus.TimedOut)
        {
            return new ApiResponse(TransportFailure.None, null, (int)response.StatusCode, redaction.Clean(response.RawBytes ?? []), headers);
        }

        var failure = response.ResponseStatus == ResponseStatus.TimedOut
            ? TransportFailure.TimedOut
            : ConnectionFailure.Classify(response.ErrorException);
        return new ApiResponse(failure, redaction.Clean(ConnectionFailure.Text(response.ErrorException)), 0, null, headers);
    }

    private Dictionary<string, string> Headers(RestResponse response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in (response.Headers ?? []).Concat(response.ContentHeaders ?? []))
        {
            headers[header.Name] = redaction.Clean(header.Value);
        }

        return headers;
    }

    private void Log(ApiRequest request, ApiResponse response, long milliseconds, CallLog log)
    {
        if (!log.Shows(CallLogLevel.Verbose))
        {
            return;
        }

        var status = response.Failure == TransportFailure.None ? response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) : response.Failure.ToString();
        var id = response.RequestId is { } found ? ", request " + redaction.Clean(found) : string.Empty;
        log.Verbose($"{request.Method} {request.Template}: {status} in {milliseconds} ms{id}");
        if (!log.Shows(CallLogLevel.Debug))
        {
            return;
        }

        var shown = LoggedHeaders.Where(name => response.Header(name) is not null).Select(name => $"{name}: {redaction.Clean(response.Header(name)!)}");
        log.Debug($"{request.Method} {request.Template} answered with {string.Join("; ", shown)}");
    }

    private static Method MethodOf(string name) => name switch
    {
        "GET" => Method.Get,
        "POST" => Method.Post,
        "PUT" => Method.Put,
        "PATCH" => Method.Patch,
        "DELETE" => Method.Delete,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No service uses this method."),
    };

    private static HttpMessageHandler Wrap(HttpMessageHandler handler, Func<HttpMessageHandler, HttpMessageHandler>? wrap) => wrap is null ? handler : wrap(handler);

    private static HttpMessageHandler Widen(HttpMessageHandler handler)
    {
        // The old framework allows two connections a host; how many run side by side is decided elsewhere.
        if (handler is HttpClientHandler client)
        {
            client.MaxConnectionsPerServer = 1024;
        }

        return handler;
    }
}
