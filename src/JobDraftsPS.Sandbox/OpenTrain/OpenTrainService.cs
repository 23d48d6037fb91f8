using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain.Description;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;
using JobDraftsPS.Sandbox.OpenTrain.Marketplace;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>OpenTrain's public API as far as jobs go: who the token is, drafts, lifecycle, lists, marketplace.</summary>
/// <remarks>Proposals, invites, messages, contracts and money are not here: their paths answer 404, as unknown ones do.</remarks>
internal sealed class OpenTrainService : ISandboxService
{
    private const string WriteScope = "jobs:write";

    private readonly JobStore store = new();
    private readonly object gate = new();
    private readonly SandboxClock clock;
    private readonly WhoAmIEndpoint whoAmI;
    private readonly DraftEndpoints drafts;
    private readonly LifecycleEndpoints lifecycle;
    private readonly MineEndpoint mine;
    private readonly MarketplaceEndpoints marketplace;
    private readonly OpenTrainAssumptions assumptions;
    private readonly OpenTrainRoute[] routes;

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
        this.assumptions = chosen;
        routes = [.. Routes(chosen)];
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
            return OpenTrainErrors.Write(refusal, assumptions);
        }
    }

    /// <summary>An error that is told to happen, in the service's envelope.</summary>
    public static SandboxResponse Error(int status, string message, int? retryAfterSeconds) => OpenTrainErrors.Write(
        status,
        message,
        retryAfterSeconds is { } wait ? new JsonObject { ["retryAfterSeconds"] = wait } : new JsonObject());

    /// <summary>Takes over the jobs of the data file.</summary>
    /// <exception cref="InvalidDataException">Something is not as <see cref="OpenTrainDataSection"/> describes.</exception>
    public void Load(JsonElement section)
    {
        lock (gate)
        {
            OpenTrainDataSection.Load(section, store, clock.UtcNow);
        }
    }

    private SandboxResponse Route(SandboxRequest request)
    {
        foreach (var route in routes)
        {
            if (route.Matches(request, out var value))
            {
                return route.Answer(request, value);
            }
        }

        return (request.Method, request.Segments) is ("OPTIONS", ["jobs"] or ["jobs", not "mine"])
            ? MarketplaceEndpoints.Preflight()
            : throw new OpenTrainRefusal(assumptions.UnknownPathStatus, $"There is no {request.Method} {request.Path}.");
    }

    /// <summary>All calls; where two fit, the first one is meant.</summary>
    private IEnumerable<OpenTrainRoute> Routes(OpenTrainAssumptions assumptions)
    {
        const string Drafting = OpenTrainAccess.DraftingFeature;
        const string Publishing = OpenTrainAccess.PublishingFeature;
        QueryParameter[] paging = [new("limit", OpenApiSchemas.Limit), new("cursor", OpenApiSchemas.AnyText)];
        yield return new("GET", "/openapi.json", "This description", (request, _) => Describe(request)) { IsOpen = true };
        yield return new("GET", "/auth/me", "Who the token is", (request, _) => whoAmI.Read(request)) { Reply = OpenApiSchemas.Me, Refusals = [401, 404] };
        yield return new("GET", "/job-drafts/capabilities", "What the account may do with drafts", (request, _) => drafts.Capabilities(request))
        {
            Feature = Drafting,
            Reply = OpenApiSchemas.Capabilities,
            Refusals = [401, 403],
        };
        yield return new("POST", "/job-drafts", "Make a draft, or find the one that the same key made", (request, _) => drafts.Create(request))
        {
            Scope = WriteScope,
            Feature = Drafting,
            Body = OpenApiSchemas.DraftImport,
            Status = assumptions.CreateStatus,
            Reply = OpenApiSchemas.ImportedDraft,
            Refusals = [400, 401, 403],
        };
        yield return new("PATCH", "/job-drafts/{jobId}", "Write fields of an unpublished draft", drafts.Patch)
        {
            Scope = WriteScope,
            Feature = Drafting,
            Body = OpenApiSchemas.DraftFields,
            Reply = OpenApiSchemas.WrittenDraft,
            Refusals = [400, 401, 403, 404, 409],
        };
        yield return new("POST", "/jobs/{id}/publish", "Publish a draft", lifecycle.Publish)
        {
            Scope = WriteScope,
            Feature = Publishing,
            Reply = OpenApiSchemas.PublishedJob,
            Refusals = [400, 401, 403, 404, 409, 429],
        };
        yield return new("PATCH", "/jobs/{id}", "Write fields of a live job; moderated anew", lifecycle.Edit)
        {
            Scope = WriteScope,
            Feature = Publishing,
            Body = OpenApiSchemas.DraftFields,
            Reply = OpenApiSchemas.EditedJob,
            Refusals = [400, 401, 403, 404, 409],
        };
        yield return new("POST", "/jobs/{id}/close", "Take a job off the marketplace", lifecycle.Close)
        {
            Scope = WriteScope,
            Feature = Publishing,
            Reply = OpenApiSchemas.ClosedJob,
            Refusals = [401, 403, 404],
        };
        yield return new("GET", "/jobs/mine", "The account's jobs, drafts included", (request, _) => mine.List(request))
        {
            Scope = "jobs:read",
            Query = [new("status", OpenApiSchemas.JobStatusWord), .. paging],
            Reply = OpenApiSchemas.OwnJobs,
            Refusals = [400, 401, 403],
        };
        yield return new("GET", "/jobs", "Search the marketplace", (request, _) => marketplace.Open(() => marketplace.Search(request)))
        {
            IsOpen = true,
            Query =
            [
                new("q", OpenApiSchemas.AnyText),
                new(assumptions.LanguageFilter, OpenApiSchemas.AnyText),
                new(assumptions.CountryFilter, OpenApiSchemas.AnyText),
                new("payType", OpenApiSchemas.PayType),
                .. paging,
            ],
            Reply = OpenApiSchemas.Listings,
            Refusals = [400, 429],
        };
        yield return new("GET", "/jobs/facets", "Count the marketplace", (_, _) => marketplace.Open(marketplace.Facets)) { IsOpen = true, Reply = OpenApiSchemas.Facets, Refusals = [429] };
        yield return new("GET", "/jobs/changes", "The latest event of each job", (request, _) => marketplace.Open(() => marketplace.Changes(request)))
        {
            IsOpen = true,
            Query = [new("since", OpenApiSchemas.TimeOfEvent, IsRequired: true)],
            Reply = OpenApiSchemas.Changes,
            Refusals = [400, 429],
        };
        yield return new("GET", "/jobs/{id}", "One listing", (request, id) => marketplace.Open(() => marketplace.Read(request, id)))
        {
            IsOpen = true,
            Reply = OpenApiSchemas.Listing,
            Refusals = [400, 404, 429],
        };
    }

    private SandboxResponse Describe(SandboxRequest request) => SandboxResponse.Json(200, OpenApiDocument.Write(routes, request.Origin + BasePath, assumptions));
}
