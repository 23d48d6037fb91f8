using System.Text.Json;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;
using JobDraftsPS.Sandbox.OpenTrain.Marketplace;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>OpenTrain's public API as far as jobs go: who the token is, drafts, lifecycle, lists, marketplace.</summary>
/// <remarks>Proposals, invites, messages, contracts and money are not here: their paths answer 404, as unknown ones do.</remarks>
internal sealed class OpenTrainService : ISandboxService
{
    private readonly JobStore store = new();
    private readonly object gate = new();
    private readonly SandboxClock clock;
    private readonly WhoAmIEndpoint whoAmI;
    private readonly DraftEndpoints drafts;
    private readonly LifecycleEndpoints lifecycle;
    private readonly MineEndpoint mine;
    private readonly MarketplaceEndpoints marketplace;

    public OpenTrainService(SandboxSettings settings, SandboxClock clock, OpenTrainAssumptions? assumptions = null)
    {
        var chosen = assumptions ?? new OpenTrainAssumptions();
        this.clock = clock;
        OpenTrainSeed.Plant(store);
        var access = new OpenTrainAccess(OpenTrainSeed.Tokens, chosen);
        drafts = new DraftEndpoints(store, gate, settings, clock, access, chosen);
        lifecycle = new LifecycleEndpoints(store, gate, settings, clock, access, chosen);
        whoAmI = new WhoAmIEndpoint(access);
        mine = new MineEndpoint(store, gate, access, chosen);
        marketplace = new MarketplaceEndpoints(store, gate, clock, chosen);
    }

    /// <inheritdoc/>
    public string BasePath => "/api/public/v1";

    /// <inheritdoc/>
    public SandboxResponse Handle(SandboxRequest request)
    {
        try
        {
            return Route(request);
        }
        catch (OpenTrainRefusal refusal)
        {
            return OpenTrainErrors.Write(refusal);
        }
    }

    /// <summary>An error that is told to happen, in the service's envelope.</summary>
    public static SandboxResponse Error(int status, string message, int? retryAfterSeconds) => OpenTrainErrors.Write(
        status,
        message,
        retryAfterSeconds is { } wait ? new() { ["retryAfterSeconds"] = wait } : []);

    /// <summary>Takes over the jobs of the data file.</summary>
    /// <exception cref="InvalidDataException">Something is not as <see cref="OpenTrainDataSection"/> describes.</exception>
    public void Load(JsonElement section)
    {
        lock (gate)
        {
            OpenTrainDataSection.Load(section, store, clock.UtcNow);
        }
    }

    private SandboxResponse Route(SandboxRequest request) => (request.Method, request.Segments) switch
    {
        ("GET", ["auth", "me"]) => whoAmI.Read(request),
        ("GET", ["job-drafts", "capabilities"]) => drafts.Capabilities(request),
        ("POST", ["job-drafts"]) => drafts.Create(request),
        ("PATCH", ["job-drafts", var id]) => drafts.Patch(request, id),
        ("POST", ["jobs", var id, "publish"]) => lifecycle.Publish(request, id),
        ("PATCH", ["jobs", var id]) => lifecycle.Edit(request, id),
        ("POST", ["jobs", var id, "close"]) => lifecycle.Close(request, id),
        ("GET", ["jobs", "mine"]) => mine.List(request),
        ("GET", ["jobs"]) => marketplace.Open(() => marketplace.Search(request)),
        ("GET", ["jobs", "facets"]) => marketplace.Open(marketplace.Facets),
        ("GET", ["jobs", "changes"]) => marketplace.Open(() => marketplace.Changes(request)),
        ("GET", ["jobs", var id]) => marketplace.Open(() => marketplace.Read(request, id)),
        ("OPTIONS", ["jobs"] or ["jobs", not "mine"]) => MarketplaceEndpoints.Preflight(),
        _ => throw new OpenTrainRefusal(404, $"There is no {request.Method} {request.Path}."),
    };
}
