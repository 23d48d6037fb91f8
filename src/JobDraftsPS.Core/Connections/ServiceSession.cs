using System.Net;
using JobDraftsPS.Core.Http;

namespace JobDraftsPS.Core.Connections;

/// <summary>What lives as long as a connection: the one shared client, and what was learnt through it.</summary>
internal sealed class ServiceSession : IDisposable
{
    private readonly Transport transport;
    private readonly TimeSpan timeout;
    private readonly string? token;
    private int disposed;

    public ServiceSession(JobService service, Uri baseUri, string? token, TimeSpan timeout, IWebProxy? proxy)
    {
        Service = service;
        BaseUri = baseUri;
        this.timeout = timeout;
        this.token = token;
        transport = new Transport(baseUri, token, timeout, proxy);
    }

    public JobService Service { get; }

    public Uri BaseUri { get; }

    /// <summary>What OpenTrain said that the account may do; null until it was asked.</summary>
    public DraftCapabilities? Capabilities { get; set; }

    public bool HasToken(string? other) => string.Equals(token, other, StringComparison.Ordinal);

    public static ServiceSession Of(JobDraftConnection connection) => (ServiceSession)connection.Session;

    /// <summary>Sends a call and returns a success answer; anything else becomes the one exception.</summary>
    public async Task<ApiResponse> SendAsync(ApiRequest request, Func<ApiRequest, ApiResponse, CallFailure> readFailure, CallLog log, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref disposed) != 0)
        {
            throw new JobDraftsApiException("JobDrafts.NoConnection", $"The connection to {Service} has been disconnected. Nothing was sent.")
            {
                Service = Service,
                Kind = FailureKind.Local,
                Outcome = CallOutcome.NotSent,
                RecommendedAction = $"Run Connect-JobDraftService -Service {Service} again.",
            };
        }

        var response = await transport.SendAsync(request, log, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess)
        {
            return response;
        }

        throw response.Failure == TransportFailure.None
            ? ApiErrors.Refused(Service, request, response, readFailure(request, response))
            : ApiErrors.NoAnswer(Service, request, response, BaseUri, timeout);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            transport.Dispose();
        }
    }
}
