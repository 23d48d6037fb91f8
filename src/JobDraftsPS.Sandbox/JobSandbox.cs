using JobDraftsPS.Sandbox.Control;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain;
using JobDraftsPS.Sandbox.Sorce;
using JobDraftsPS.Sandbox.TextKing;

namespace JobDraftsPS.Sandbox;

/// <summary>The three services on loopback, in this process, with data and tokens that open nothing real.</summary>
public sealed class JobSandbox : ISandboxPanel, IDisposable
{
    private readonly SandboxSettings settings = new();
    private readonly RequestLog log = new();
    private readonly FaultQueue faults;
    private readonly IReadOnlyList<HostedService> services;
    private readonly HttpServer server;

    private JobSandbox(SandboxOptions options)
    {
        Clock = options.Clock ?? new SandboxClock();
        faults = new FaultQueue(options.FaultSeed);
        services = SandboxServices.Create(settings, Clock);
        var start = new SandboxControl { Latency = options.Latency, FaultRate = options.FaultRate, PublishQuota = options.PublishQuota };
        ControlCheck.Check(start, ServiceNames);
        settings.Apply(start);
        if (options.DataPath is { } path)
        {
            DataFile.Load(path, services);
        }

        var dispatcher = new SandboxDispatcher(services, new ControlEndpoint(this, log, services), settings, Clock, faults, log);
        server = new HttpServer(options.Port, dispatcher.AnswerAsync, new HttpLimits { LargestUpload = () => settings.UploadLimit });
        Port = server.Port;
        OpenTrainUri = At("/api/public/v1");
        TextKingUri = At("/v1");
        SorceUri = At("/api/external/v1");
        OAuthUri = At("/oauth");
        ControlUri = At(ControlEndpoint.BasePath);
        server.Start();
    }

    /// <summary>OpenTrain's API base.</summary>
    public Uri OpenTrainUri { get; }

    /// <summary>TEXTKING's API base.</summary>
    public Uri TextKingUri { get; }

    /// <summary>Sorce's API base.</summary>
    public Uri SorceUri { get; }

    /// <summary>The base of TEXTKING's OAuth endpoints.</summary>
    public Uri OAuthUri { get; }

    /// <summary>The control panel: GET reads the state, POST applies a control.</summary>
    public Uri ControlUri { get; }

    /// <summary>A token with all scopes that OpenTrain's job calls need.</summary>
    public string OpenTrainToken { get; } = OpenTrainTokens.Full;

    /// <summary>An access token of TEXTKING's sandbox.</summary>
    public string TextKingToken { get; } = TextKingService.DefaultToken;

    /// <summary>A key of Sorce's sandbox.</summary>
    public string SorceToken { get; } = SorceService.DefaultKey;

    /// <summary>Names this sandbox among all that ever ran: a port is used again, what it remembers is not.</summary>
    public string InstanceId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Requests that one key of Sorce may make within <see cref="RateWindow"/>, as set now.</summary>
    public int RateLimit => settings.RateLimit;

    /// <summary>The length of that window, as set now.</summary>
    public TimeSpan RateWindow => settings.RateWindow;

    /// <summary>OpenTrain publishes that a claimed account may make in 24 hours, as set now.</summary>
    public int PublishQuota => settings.PublishQuota;

    /// <summary>The clock that windows, quotas and time stamps go by.</summary>
    public SandboxClock Clock { get; }

    /// <summary>The last 20,000 requests in the order handled, the control panel's own left out; a copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests => log.Snapshot();

    /// <summary>All requests so far, also those that <see cref="Requests"/> no longer holds.</summary>
    public long TotalRequests => log.Total;

    private string[] ServiceNames => [.. services.Select(hosted => hosted.Name).Distinct()];

    /// <summary>Starts a sandbox.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is taken, or the data file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The data file is not what <see cref="SandboxOptions.DataPath"/> describes.</exception>
    public static JobSandbox Start(SandboxOptions? options = null) => new(options ?? new SandboxOptions());

    /// <inheritdoc/>
    public SandboxState Apply(SandboxControl control)
    {
        ControlCheck.Check(control, ServiceNames);
        if (control.AddApplication is { } jobId)
        {
            AddApplication(jobId, control.ApplicationState ?? SorceApplication.Pending);
        }

        if (control.Translation is { } translation)
        {
            var translate = services.Select(hosted => hosted.Translate).FirstOrDefault(hook => hook is not null)
                ?? throw new ArgumentException("translation: no service translates.");
            translate(translation);
        }

        Clock.Advance(control.AdvanceClock ?? TimeSpan.Zero);
        settings.Apply(control);
        faults.Apply(control);
        return ReadState();
    }

    /// <inheritdoc/>
    public SandboxState ReadState()
    {
        var counts = log.Counts();
        return new SandboxState
        {
            InstanceId = InstanceId,
            OpenTrainUri = OpenTrainUri,
            TextKingUri = TextKingUri,
            SorceUri = SorceUri,
            OAuthUri = OAuthUri,
            ControlUri = ControlUri,
            OpenTrainToken = OpenTrainToken,
            TextKingToken = TextKingToken,
            SorceToken = SorceToken,
            OAuthClientId = TextKingOAuth.ClientId,
            OAuthClientSecret = TextKingOAuth.ClientSecret,
            Clock = Clock.UtcNow,
            ClockAhead = Clock.Ahead,
            RateLimit = settings.RateLimit,
            RateWindow = settings.RateWindow,
            PublishQuota = settings.PublishQuota,
            UploadLimit = settings.UploadLimit,
            WordCountDelay = settings.WordCountDelay,
            ModerationWord = settings.ModerationWord,
            MissingFieldForm = settings.MissingFieldForm,
            Latency = settings.Latency,
            FaultRate = settings.FaultRate,
            PendingFaults = faults.Pending,
            TermsAccepted = settings.TermsAccepted,
            CardOnFile = settings.CardOnFile,
            TotalRequests = log.Total,
            RateLimitedRequests = counts.Where(count => count.Status == 429).Sum(count => count.Count),
            Requests = counts,
        };
    }

    /// <summary>Stops at once: the listener and every open connection end.</summary>
    public void Dispose()
    {
        server.Dispose();
        foreach (var service in services.Select(hosted => hosted.Service).OfType<IDisposable>())
        {
            service.Dispose();
        }
    }

    private void AddApplication(string jobId, SorceApplication state)
    {
        var add = services.Select(hosted => hosted.AddApplication).FirstOrDefault(hook => hook is not null)
            ?? throw new ArgumentException("addApplication: no service takes applications.");
        try
        {
            add(jobId, state);
        }
        catch (Exception refused) when (refused is KeyNotFoundException or InvalidOperationException)
        {
            throw new ArgumentException("addApplication: " + refused.Message, refused);
        }
    }

    private Uri At(string path) => new($"http://127.0.0.1:{Port}{path}");
}
