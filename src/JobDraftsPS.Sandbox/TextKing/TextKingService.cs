using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.Callbacks;
using JobDraftsPS.Sandbox.TextKing.State;
using JobDraftsPS.Sandbox.TextKing.Wire;

namespace JobDraftsPS.Sandbox.TextKing;

/// <summary>The TEXTKING translation service, seeded and in memory.</summary>
internal sealed partial class TextKingService : ISandboxService, IDisposable
{
    /// <summary>The token of the customer who owns the seeded projects.</summary>
    public const string DefaultToken = "textking-sandbox-token";

    /// <summary>The token of another customer, to whom one more project belongs.</summary>
    public const string ForeignToken = "textking-sandbox-foreign-token";

    private readonly SandboxClock clock;
    private readonly TextKingWorld world;
    private readonly CallbackDispatcher callbacks;
    private readonly IReadOnlyList<TextKingRoute> routes;

    /// <summary>Creates the service with its seeds.</summary>
    /// <param name="clock">The sandbox's time.</param>
    /// <param name="uploadLimit">Gives the largest document in bytes at the moment of an upload.</param>
    /// <param name="assumptions">What the contract leaves open; the contract's own choices when left out.</param>
    /// <param name="callbackHandler">Carries the outgoing callbacks; the machine's network when left out.</param>
    /// <param name="wordCountDelay">Gives the time from an upload until its words are known; the assumption's when left out.</param>
    public TextKingService(
        SandboxClock clock,
        Func<long> uploadLimit,
        TextKingAssumptions? assumptions = null,
        HttpMessageHandler? callbackHandler = null,
        Func<TimeSpan>? wordCountDelay = null)
    {
        this.clock = clock;
        assumptions ??= new TextKingAssumptions();
        callbacks = new CallbackDispatcher(clock, assumptions, callbackHandler);
        var state = new TextKingState();
        world = new TextKingWorld(state, new Workflow(state, callbacks), TextKingSeed.Catalog(), assumptions, uploadLimit, wordCountDelay ?? (() => assumptions.WordCountDelay));
        Tokens = new TextKingTokens(clock);
        MainCustomer = TextKingSeed.Fill(state, Tokens);
        routes = TextKingRoutes.Create(world);
    }

    /// <inheritdoc/>
    public string BasePath => "/v1";

    /// <summary>What this service takes for granted where the contract is silent.</summary>
    public TextKingAssumptions Assumptions => world.Assumptions;

    /// <summary>The access tokens; the OAuth service adds to them.</summary>
    public TextKingTokens Tokens { get; }

    /// <summary>The customer of <see cref="DefaultToken"/>, in whose name OAuth grants access.</summary>
    public Customer MainCustomer { get; }

    /// <inheritdoc/>
    public SandboxResponse Handle(SandboxRequest request)
    {
        try
        {
            return Answer(request);
        }
        catch (TextKingRefusal refusal)
        {
            return refusal.ToResponse();
        }
    }

    /// <summary>An injected error in the service's shape; it names a wait nowhere in a body, so only the header can carry one.</summary>
    public static SandboxResponse Error(int status, string message, int? retryAfterSeconds) => new TextKingRefusal(status, message).ToResponse();

    /// <inheritdoc/>
    public void Dispose() => callbacks.Dispose();

    private SandboxResponse Answer(SandboxRequest request)
    {
        var (route, names) = Find(request);
        var customer = Tokens.CustomerOf(request.Header("Authorization"));
        if (customer is null && !route.IsPublic)
        {
            return new TextKingRefusal(401, "The access token is missing, unknown or expired; 'Authorization: Bearer <token>' is expected.")
                .ToResponse()
                .With("WWW-Authenticate", Assumptions.Challenge);
        }

        if (!route.Operations.TryGetValue(request.Method, out var operation))
        {
            var allowed = string.Join(", ", route.Operations.Keys);
            return new TextKingRefusal(405, $"{request.Method} is not allowed here; allowed: {allowed}.").ToResponse().With("Allow", allowed);
        }

        if (operation.SendsJson && !Negotiation.AcceptsJson(request.Header("Accept")))
        {
            throw new TextKingRefusal(
                Assumptions.UnsupportedTypeStatus, $"Accept is '{request.Header("Accept")}'; application/json is allowed.");
        }

        RequireUuids(names);
        var now = clock.UtcNow;
        var uris = new ResourceUris(request.Origin + BasePath);
        var resources = new Resources(world.Catalog, world.Assumptions, uris, now);
        var call = new TextKingCall(request, customer, names, uris, resources, now);
        if (route.IsPublic)
        {
            // Public paths read only what never changes.
            return operation.Answer(call);
        }

        lock (world.State.Gate)
        {
            return operation.Answer(call);
        }
    }

    private (TextKingRoute Route, Dictionary<string, string> Names) Find(SandboxRequest request)
    {
        foreach (var route in routes)
        {
            if (route.Match(request.Segments) is { } names)
            {
                return (route, names);
            }
        }

        throw TextKingRefusal.NotFound($"There is no resource at {request.Path}.");
    }

    private static void RequireUuids(Dictionary<string, string> names)
    {
        foreach (var name in names)
        {
            if (name.Key.EndsWith("Id", StringComparison.Ordinal) && !Uuid.TryParse(name.Value, out _))
            {
                throw TextKingRefusal.BadRequest($"'{name.Value}' is not a valid UUID.");
            }
        }
    }
}
