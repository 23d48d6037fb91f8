using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Wire;

namespace JobDraftsPS.Contrary.Services;

/// <content>Jobs, their documents and callbacks.</content>
internal sealed partial class TextKingDesk
{
    private Reply CreateJob(WireRequest request, JsonObject project)
    {
        if (!IsPrepared(project))
        {
            return Refused(403, "The project is not prepared.");
        }

        if (request.Json() is not { } body || JobFields[..4].Any(field => body[field] is not JsonValue value || value.ToString().Length == 0))
        {
            return Refused(400, "Something is missing.");
        }

        var job = MakeJob(Id(project), body);
        state.Add("tk", WriteKind.Create, Id(job), request);
        return Located(new Reply(201, ShownJob(Id(project), job)) { Did = WriteKind.Create }, $"project/{Id(project)}/job/{Id(job)}");
    }

    private Reply InJob(WireRequest request, JsonObject project, JsonObject job, string[] path)
    {
        var id = Id(job);
        return (request.Method, path) switch
        {
            ("GET", []) => new Reply(200, ShownJob(Id(project), job)),
            ("GET", ["document"]) => Documents.TryGetValue(id, out var document)
                ? new Reply(200, null) { File = (document.Bytes, document.ContentType), Headers = [("Content-Disposition", "attachment; filename=" + Uri.EscapeDataString(document.Name))] }
                : Refused(404, "There is no document."),
            ("GET", ["translation"]) => Refused(404, "There is no translation."),
            ("GET", ["callbacks"]) => List(request, Callbacks[id].Select(ShownCallback)),
            ("POST", ["callbacks"]) => CreateCallback(request, id),
            ("GET", ["callback", var callback]) => Find(Callbacks[id], callback) is { } found ? new Reply(200, ShownCallback(found)) : Refused(404, "There is no such callback."),
            ("PUT", ["callback", var callback]) => EditCallback(request, id, callback),
            ("DELETE", ["callback", var callback]) => DeleteCallback(request, id, callback),
            _ when !IsPrepared(project) => Refused(403, "The project is not prepared."),
            ("PUT", []) => EditJob(request, project, job),
            ("DELETE", []) => DeleteJob(request, project, job),
            ("POST", ["document", var name]) => Upload(request, project, job, name),
            _ => Refused(404, "There is nothing here."),
        };
    }

    private Reply EditJob(WireRequest request, JsonObject project, JsonObject job)
    {
        if (request.Json() is not { } body || JobFields[..4].Any(field => body.ContainsKey(field) && (body[field] is not JsonValue value || value.ToString().Length == 0)))
        {
            return Refused(400, "That is no edit.");
        }

        var before = ShownJob(Id(project), job);
        Take(job, body, JobFields);
        state.Add("tk", WriteKind.Edit, Id(job), request);
        return Located(new Reply(200, ShownJob(Id(project), job)) { Did = WriteKind.Edit, Before = before }, $"project/{Id(project)}/job/{Id(job)}");
    }

    private Reply DeleteJob(WireRequest request, JsonObject project, JsonObject job)
    {
        Jobs[Id(project)].Remove(job);
        state.Add("tk", WriteKind.Delete, Id(job), request);
        return new Reply(204, null) { Did = WriteKind.Delete };
    }

    private Reply Upload(WireRequest request, JsonObject project, JsonObject job, string name)
    {
        if (request.Body.Length == 0)
        {
            return Refused(400, "The document is empty.");
        }

        Documents[Id(job)] = (name, request.Headers.GetValueOrDefault("Content-Type", "application/octet-stream"), request.Body);
        job["words"] = Words(request.Body);
        job["net_price"] = 0.12m * Words(request.Body);
        job["currency"] = "EUR";
        state.Add("tk", WriteKind.Upload, Id(job), request);
        return Located(new Reply(201, null) { Did = WriteKind.Upload }, $"project/{Id(project)}/job/{Id(job)}/document");
    }

    private Reply CreateCallback(WireRequest request, string jobId)
    {
        if (request.Json() is not { } body || body["url"] is null || body["trigger_state"] is null)
        {
            return Refused(400, "Something is missing.");
        }

        var callback = new JsonObject { ["id"] = state.NewUuid() };
        Take(callback, body, CallbackFields);
        Callbacks[jobId].Add(callback);
        state.Add("tk", WriteKind.Create, Id(callback), request);
        return new Reply(200, ShownCallback(callback)) { Did = WriteKind.Create };
    }

    private Reply EditCallback(WireRequest request, string jobId, string id)
    {
        if (Find(Callbacks[jobId], id) is not { } callback)
        {
            return Refused(404, "There is no such callback.");
        }

        var before = ShownCallback(callback);
        Take(callback, request.Json() ?? [], CallbackFields);
        state.Add("tk", WriteKind.Edit, id, request);
        return new Reply(200, ShownCallback(callback)) { Did = WriteKind.Edit, Before = before };
    }

    private Reply DeleteCallback(WireRequest request, string jobId, string id)
    {
        if (Find(Callbacks[jobId], id) is not { } callback)
        {
            return Refused(404, "There is no such callback.");
        }

        Callbacks[jobId].Remove(callback);
        state.Add("tk", WriteKind.Delete, id, request);
        return new Reply(204, null) { Did = WriteKind.Delete };
    }
}
