using JobDraftsPS.Sandbox.Control;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;

namespace JobDraftsPS.Sandbox.OpenTrain;

/// <summary>OpenTrain's public API as far as jobs go: who the token is, drafts, lifecycle, lists, marketplace.</summary>
/// <remarks>Proposals, invites, messages, contracts and money are not here: their paths answer 404, as unknown ones do.</remarks>
internal sealed class OpenTrainService : ISandboxService, IErrorShape
{
    private readonly WhoAmIEndpoint whoAmI;
    private readonly DraftEndpoints drafts;
    private readonly LifecycleEndpoints lifecycle;

    public OpenTrainService(SandboxSettings settings, SandboxClock clock, OpenTrainAssumptions? assumptions = null)
    {
        var chosen = assumptions ?? new OpenTrainAssumptions();
        var store = new JobStore();
        var gate = new object();
        OpenTrainSeed.Plant(store);
        var access = new OpenTrainAccess(OpenTrainSeed.Tokens, chosen);
        whoAmI = new WhoAmIEndpoint(access);
        drafts = new DraftEndpoints(store, gate, settings, clock, access, chosen);
        lifecycle = new LifecycleEndpoints(store, gate, settings, clock, access, chosen);
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

    /// <inheritdoc/>
    public SandboxResponse Error(int status, string message, int? retryAfterSeconds) => OpenTrainErrors.Write(
        status,
        message,
        retryAfterSeconds is { } wait ? new() { ["retryAfterSeconds"] = wait } : []);

    private SandboxResponse Route(SandboxRequest request) => (request.Method, request.Segments) switch
    {
        ("GET", ["auth", "me"]) => whoAmI.Read(request),
        ("GET", ["job-drafts", "capabilities"]) => drafts.Capabilities(request),
        ("POST", ["job-drafts"]) => drafts.Create(request),
        ("PATCH", ["job-drafts", var id]) => drafts.Patch(request, id),
        ("POST", ["jobs", var id, "publish"]) => lifecycle.Publish(request, id),
        ("PATCH", ["jobs", var id]) => lifecycle.Edit(request, id),
        ("POST", ["jobs", var id, "close"]) => lifecycle.Close(request, id),
        _ => throw new OpenTrainRefusal(404, $"There is no {request.Method} {request.Path}."),
    };
}
