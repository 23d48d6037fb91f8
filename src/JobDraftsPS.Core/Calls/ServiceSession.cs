using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Calls;

/// <summary>What lives as long as a connection: the one shared client, its pace, and what was learnt through it.</summary>
internal sealed class ServiceSession : IDisposable
{
    private readonly Transport transport;
    private readonly IReadOnlyDictionary<string, QuotaRule> quotas;
    private readonly IDictionary<string, QuotaRule> rules;
    private readonly CallRunner runner;
    private readonly Credential credential;
    private readonly Lazy<ServiceSession> open;
    private readonly Func<ApiResponse, PushBack> readPushBack;
    private int disposed;

    public ServiceSession(SessionSettings settings, Credential credential)
    {
        Service = settings.Service;
        BaseUri = settings.BaseUri;
        Timeout = settings.Timeout;
        Now = settings.Pacing.Now;
        Account = Pacer.Key(Service, BaseUri, credential.Identity, settings.Pacing.Instance);
        Pacer = Pacer.For(Service, BaseUri, credential.Identity, settings.Pacing.Instance, settings.Time);
        this.credential = credential;
        open = new Lazy<ServiceSession>(() => credential.Identity is null ? this : new ServiceSession(settings, new Credential(null)));
        quotas = settings.Quotas;
        rules = settings.Pacing.Rules;
        readPushBack = settings.ReadPushBack;
        transport = new Transport(BaseUri, credential, Timeout, settings.Proxy, settings.WrapHandler, settings.Trace);
        runner = new CallRunner(this, settings.Time);
    }

    public JobService Service { get; }

    public Uri BaseUri { get; }

    public TimeSpan Timeout { get; }

    /// <summary>The clock that the service's quotas go by.</summary>
    public Func<DateTimeOffset> Now { get; }

    /// <summary>Names the credential at its host, by a hash.</summary>
    public string Account { get; }

    public Pacer Pacer { get; }

    /// <summary>What OpenTrain said that the account may do; null until it was asked.</summary>
    public DraftCapabilities? Capabilities { get; set; }

    /// <summary>
    /// The same service for the reads that anyone may make: they carry no token, and their quota is that of the machine and not of the
    /// account.
    /// </summary>
    /// <exception cref="JobDraftsApiException">The connection was ended.</exception>
    public ServiceSession Open => Volatile.Read(ref disposed) == 0 ? open.Value : throw LocalErrors.Disconnected(Service);

    public bool HasToken(string? other) => string.Equals(credential.Token, other, StringComparison.Ordinal);

    public static ServiceSession Of(JobDraftConnection connection) => (ServiceSession)connection.Session;

    /// <summary>Runs a call to its outcome; anything but a good answer becomes the one exception.</summary>
    public Task<T> RunAsync<T>(ApiCall call, Func<ApiRequest, ApiResponse, CallFailure> readFailure, CallContext context)
        where T : class => Volatile.Read(ref disposed) == 0
        ? runner.RunAsync<T>(call, readFailure, context)
        : throw LocalErrors.Disconnected(Service);

    /// <summary>Sees to it that there is a token.</summary>
    public Task SignInAsync(CallContext context) => credential.PrepareAsync(context.Log, context.Cancellation);

    /// <summary>One attempt on the wire. A token that the service does not take any more is renewed, and the attempt made once more.</summary>
    /// <exception cref="JobDraftsApiException">There is no good token to be had, or a file cannot be read or kept here.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CallContext context)
    {
        if (!request.NeedsToken)
        {
            return await transport.SendAsync(request, context.Log, context.Cancellation, context.Transfer).ConfigureAwait(false);
        }

        await credential.PrepareAsync(context.Log, context.Cancellation).ConfigureAwait(false);
        var used = credential.Token;
        var response = await transport.SendAsync(request, context.Log, context.Cancellation, context.Transfer).ConfigureAwait(false);
        if (response.Status == 401 && await credential.RenewAsync(used, context.Log, context.Cancellation).ConfigureAwait(false))
        {
            // A refused token means that nothing was done, so the repetition is harmless for any call.
            used = credential.Token;
            response = await transport.SendAsync(request, context.Log, context.Cancellation, context.Transfer).ConfigureAwait(false);
        }

        if (response.Status is not (0 or 401))
        {
            credential.Taken(used);
        }

        return response;
    }

    /// <summary>The numbers that a call draws on: the sandbox's, else the documented ones; null where there are none.</summary>
    public QuotaRule? RuleOf(QuotaUse use) => rules.TryGetValue(use.Name, out var own) ? own : quotas.TryGetValue(use.Name, out var documented) ? documented : null;

    public QuotaRequest Paced(string purpose) => new(Service, purpose, Now, Timeout);

    /// <summary>What a refusal for the number of requests says.</summary>
    public PushBack PushBackOf(ApiResponse response) => readPushBack(response);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            transport.Dispose();
            credential.Dispose();
            if (open.IsValueCreated && !ReferenceEquals(open.Value, this))
            {
                open.Value.Dispose();
            }
        }
    }
}
