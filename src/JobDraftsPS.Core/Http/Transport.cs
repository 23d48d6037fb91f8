using System.Diagnostics;
using System.Net;
using System.Text;
using JobDraftsPS.Core.Http.Transfers;
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
    private readonly Credential credential;
    private readonly TimeSpan timeout;
    private readonly IExchangeTrace? trace;
    private readonly Func<HttpResponseMessage, RestRequest, RestResponse> readAnswer;

    public Transport(Uri baseUri, string? token, TimeSpan timeout, IWebProxy? proxy = null, Func<HttpMessageHandler, HttpMessageHandler>? wrapHandler = null, IExchangeTrace? trace = null)
        : this(baseUri, new Credential(token), timeout, proxy, wrapHandler, trace)
    {
    }

    public Transport(Uri baseUri, Credential credential, TimeSpan timeout, IWebProxy? proxy = null, Func<HttpMessageHandler, HttpMessageHandler>? wrapHandler = null, IExchangeTrace? trace = null)
    {
        this.credential = credential;
        this.trace = trace;
        this.timeout = timeout;
        readAnswer = (message, sent) => Answer.Of(sent, message, credential.Redaction);
        // Without the slash the client would add it anew for every request.
        var options = new RestClientOptions(new Uri(baseUri.AbsoluteUri.TrimEnd('/') + "/"))
        {
            // A redirect would carry the token to another host and turn a PATCH into a GET.
            FollowRedirects = false,
            Timeout = timeout,
            Proxy = proxy,
            UserAgent = "JobDraftsPS/" + typeof(Transport).Assembly.GetName().Version?.ToString(3),
            ConfigureMessageHandler = handler => Traced(new BoundedBodyHandler(Wrap(Widen(handler), wrapHandler), MaxResponseBytes)),
        };
        client = new RestClient(options) { AcceptedContentTypes = [ContentType.Json.Value] };
    }

    /// <summary>Sends one attempt. Never throws for what the network or the service does; only a cancelled call throws.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="JobDraftsApiException">A file that travels with the call cannot be read or kept here.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CallLog log, CancellationToken cancellationToken, TransferMeter? meter = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        var mapped = request.IsTransfer
            ? await MoveAsync(request, meter ?? new TransferMeter(), cancellationToken).ConfigureAwait(false)
            : Map(await client.ExecuteAsync(ToRest(request), cancellationToken).ConfigureAwait(false), cancellationToken);
        Log(request, mapped, clock.ElapsedMilliseconds, log);
        if (trace?.TakeFault() is { } fault)
        {
            log.Warning(fault);
        }

        return mapped;
    }

    public void Dispose() => client.Dispose();

    /// <summary>A new request for every attempt: one that is sent twice runs its hooks twice.</summary>
    private RestRequest ToRest(ApiRequest request)
    {
        var rest = new RestRequest(request.Path, MethodOf(request.Method))
        {
            // The body is read, and bounded, before the answer comes out of the handlers.
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
            AdvancedResponseWriter = readAnswer,
        };
        foreach (var pair in request.Query)
        {
            rest.AddQueryParameter(pair.Key, pair.Value);
        }

        if (request.NeedsToken && credential.Token is { } token)
        {
            rest.AddHeader("Authorization", "Bearer " + token);
        }

        if (request.Language is { } language)
        {
            rest.AddHeader("Accept-Language", language);
        }

        if (request.Sink is not null)
        {
            // A file has the type that it has.
            rest.AddHeader("Accept", "*/*");
        }

        if ((request.Form ?? request.Json) is { } body)
        {
            // As bytes, because the client adds a charset to the type of a text, which the documented requests do not have.
            rest.AddBody(Encoding.UTF8.GetBytes(body), request.Form is null ? ContentType.Json : ContentType.FormUrlEncoded);
        }

        return rest;
    }

    /// <summary>An attempt that a file travels with.</summary>
    private async Task<ApiResponse> MoveAsync(ApiRequest request, TransferMeter meter, CancellationToken cancellationToken)
    {
        using var transfer = new Transfer(request, meter, timeout, cancellationToken);
        using var source = request.Body?.Open();
        var rest = ToRest(request);
        rest.Timeout = TimeSpan.FromMilliseconds(int.MaxValue);
        rest.Interceptors = [new AttachTransfer(transfer, source)];
        var response = await client.ExecuteAsync(rest, transfer.Token).ConfigureAwait(false);
        for (var cause = response.ErrorException; cause is not null; cause = cause.InnerException)
        {
            if (cause is JobDraftsApiException local)
            {
                throw local;
            }
        }

        return transfer.StoodStill && response is not Answer
            ? new ApiResponse(TransportFailure.TimedOut, "nothing moved any more")
            : Map(response, cancellationToken);
    }

    private ApiResponse Map(RestResponse response, CancellationToken cancellationToken)
    {
        if (response is Answer answer)
        {
            return answer.Mapped;
        }

        if (response.ResponseStatus == ResponseStatus.Aborted || cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        var failure = response.ResponseStatus == ResponseStatus.TimedOut
            ? TransportFailure.TimedOut
            : ConnectionFailure.Classify(response.ErrorException);
        return new ApiResponse(failure, credential.Redaction.Clean(ConnectionFailure.Text(response.ErrorException)));
    }

    private void Log(ApiRequest request, ApiResponse response, long milliseconds, CallLog log)
    {
        if (!log.Shows(CallLogLevel.Verbose))
        {
            return;
        }

        var redaction = credential.Redaction;
        var status = response.Failure == TransportFailure.None ? response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) : response.Failure.ToString();
        var id = response.RequestId is { } found ? ", request " + redaction.Clean(found) : string.Empty;
        log.Verbose($"{request.Method} {request.Path}: {status} in {milliseconds} ms{id}");
        if (!log.Shows(CallLogLevel.Debug))
        {
            return;
        }

        var shown = LoggedHeaders.Where(name => response.Header(name) is not null).Select(name => $"{name}: {redaction.Clean(response.Header(name)!)}");
        log.Debug($"{request.Method} {request.Path} answered with {string.Join("; ", shown)}");
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

    private HttpMessageHandler Traced(HttpMessageHandler handler) => trace is null ? handler : trace.Around(handler, credential);

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
