using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.State;
using JobDraftsPS.Sandbox.TextKing.Wire;

namespace JobDraftsPS.Sandbox.TextKing.Endpoints;

/// <summary>The callbacks of a job; allowed in any state of the project.</summary>
internal sealed class CallbackEndpoints(TextKingWorld world)
{
    public SandboxResponse List(TextKingCall call)
    {
        var job = call.Job(world.State);
        return SandboxResponse.Json(
            200,
            Page.Read(call.Request).Of(
                job.Callbacks, callback => call.Resources.Callback(job, callback), call.Uris.Callbacks(job.Project.Id, job.Id)));
    }

    public SandboxResponse Create(TextKingCall call)
    {
        var job = call.Job(world.State);
        var callback = Content(call, Guid.NewGuid(), null);
        job.Callbacks.Add(callback);
        return Answer(call, world.Assumptions.CallbackRegisteredStatus, job, callback);
    }

    public SandboxResponse Get(TextKingCall call)
    {
        var job = call.Job(world.State);
        return SandboxResponse.Json(200, call.Resources.Callback(job, job.Callbacks[IndexOf(call, job)]));
    }

    public SandboxResponse Put(TextKingCall call)
    {
        var job = call.Job(world.State);
        var index = IndexOf(call, job);
        job.Callbacks[index] = Content(call, job.Callbacks[index].Id, job.Callbacks[index]);
        return Answer(call, 200, job, job.Callbacks[index]);
    }

    public SandboxResponse Delete(TextKingCall call)
    {
        var job = call.Job(world.State);
        job.Callbacks.RemoveAt(IndexOf(call, job));
        return new SandboxResponse(204);
    }

    private static int IndexOf(TextKingCall call, Job job)
    {
        var id = call.Id("callbackId");
        var index = job.Callbacks.FindIndex(callback => callback.Id == id);
        return index >= 0 ? index : throw TextKingRefusal.NotFound($"There is no callback {id} for job {job.Id}.");
    }

    private static SandboxResponse Answer(TextKingCall call, int status, Job job, Callback callback)
    {
        var uri = call.Uris.Callback(job.Project.Id, job.Id, callback.Id);
        return SandboxResponse.Json(status, call.Resources.Callback(job, callback)).With("Location", uri).With("Content-Location", uri);
    }

    private Callback Content(TextKingCall call, Guid id, Callback? present)
    {
        var body = JsonBody.Read(call.Request, world.Assumptions.UnsupportedTypeStatus);
        var url = body.RequiredText("url", present?.Url);
        var trigger = body.RequiredText("trigger_state", present?.TriggerState);
        var extraData = body.OptionalText("extra_data", present?.ExtraData);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || (parsed.Scheme != Uri.UriSchemeHttp && parsed.Scheme != Uri.UriSchemeHttps))
        {
            throw TextKingRefusal.BadRequest($"'url' is '{url}'; an absolute http or https address is allowed.");
        }

        return JobStates.Triggers.Contains(trigger)
            ? new Callback(id, url, trigger, extraData)
            : throw TextKingRefusal.BadRequest($"'trigger_state' is '{trigger}'; allowed: {string.Join(", ", JobStates.Triggers)}.");
    }
}
