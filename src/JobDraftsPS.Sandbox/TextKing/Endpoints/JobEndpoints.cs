using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.State;
using JobDraftsPS.Sandbox.TextKing.Wire;

namespace JobDraftsPS.Sandbox.TextKing.Endpoints;

/// <summary>The jobs of a project.</summary>
internal sealed class JobEndpoints(TextKingWorld world)
{
    public SandboxResponse List(TextKingCall call)
    {
        var project = call.Project(world.State);
        return SandboxResponse.Json(
            200, Page.Read(call.Request).Of(project.Jobs, call.Resources.Job, call.Uris.Jobs(project.Id)));
    }

    public SandboxResponse Create(TextKingCall call)
    {
        var project = call.Project(world.State);
        project.MustBePrepared();
        var job = new Job(Guid.NewGuid(), project, Content(JsonBody.Read(call.Request, world.Assumptions.UnsupportedTypeStatus), null));
        world.State.Add(job);
        return Answer(call, 201, job);
    }

    public SandboxResponse Get(TextKingCall call) =>
        SandboxResponse.Json(200, call.Resources.Job(call.Job(world.State)));

    public SandboxResponse Put(TextKingCall call)
    {
        var job = call.Job(world.State);
        job.Project.MustBePrepared();
        job.Content = Content(JsonBody.Read(call.Request, world.Assumptions.UnsupportedTypeStatus), job.Content);
        return Answer(call, 200, job);
    }

    public SandboxResponse Delete(TextKingCall call)
    {
        var job = call.Job(world.State);
        job.Project.MustBePrepared();
        world.State.Remove(job);
        return new SandboxResponse(204);
    }

    private static SandboxResponse Answer(TextKingCall call, int status, Job job)
    {
        var uri = call.Uris.Job(job.Project.Id, job.Id);
        return SandboxResponse.Json(status, call.Resources.Job(job)).With("Location", uri).With("Content-Location", uri);
    }

    /// <summary>What the body makes of a job: a partial update, in which required means that a field cannot be made empty.</summary>
    private JobContent Content(JsonBody body, JobContent? present)
    {
        var content = new JobContent(
            body.RequiredText("name", present?.Name),
            body.RequiredText("source_language", present?.SourceLanguage),
            body.RequiredText("target_language", present?.TargetLanguage),
            body.RequiredText("quality", present?.Quality))
        {
            Topic = body.OptionalValue("topic", present?.Topic, world.Catalog.CheckTopic),
            Briefing = body.OptionalText("briefing", present?.Briefing),
            IsActive = body.Flag("is_active", present?.IsActive ?? true),
        };
        world.Catalog.CheckLanguages(content.SourceLanguage, content.TargetLanguage);
        if (!world.Assumptions.Qualities.Contains(content.Quality))
        {
            throw TextKingRefusal.BadRequest(
                $"'quality' is '{content.Quality}'; allowed: {string.Join(", ", world.Assumptions.Qualities)}.");
        }

        return content;
    }
}
