using System.Globalization;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.TextKing.State;

namespace JobDraftsPS.Sandbox.TextKing.Endpoints;

/// <summary>The source document of a job and its translation.</summary>
internal sealed class DocumentEndpoints(TextKingWorld world)
{
    public SandboxResponse Upload(TextKingCall call)
    {
        var job = call.Job(world.State);
        job.Project.MustBePrepared();
        var name = call.Name("documentName");
        if (name is "" or "." or ".." || name.Any(c => c is '/' or '\\' || char.IsControl(c)))
        {
            throw TextKingRefusal.BadRequest("The document's name must be a plain file name without slashes and control characters.");
        }

        var (contentType, words) = DocumentBody.Read(call, world);
        job.Source = new Document(name, contentType, call.Request.Content, call.Now)
        {
            Words = words,
            CountedAt = call.Now + world.WordCountDelay(),
        };
        var uri = call.Uris.Document(job.Project.Id, job.Id);
        return new SandboxResponse(201).With("Location", uri).With("Content-Location", uri);
    }

    public SandboxResponse Source(TextKingCall call)
    {
        var job = call.Job(world.State);
        return Download(job.Source, $"Job {job.Id} has no document.");
    }

    public SandboxResponse Translation(TextKingCall call)
    {
        var job = call.Job(world.State);
        return Download(job.Translation, $"Job {job.Id} has no translation yet.");
    }

    // The service does not quote the file name, whatever is in it; a client has to live with that.
    private static SandboxResponse Download(Document? document, string missing) =>
        document is null
            ? throw TextKingRefusal.NotFound(missing)
            : new SandboxResponse(200, document.Content, document.ContentType)
                .With("Content-Disposition", $"attachment; filename={document.Name}")
                .With("Last-Modified", document.LastModified.ToString("R", CultureInfo.InvariantCulture));
}
