using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Wire;

namespace JobDraftsPS.Contrary.Services;

/// <summary>TEXTKING as its pages describe it.</summary>
internal sealed partial class TextKingDesk(ContrarySettings settings, ContraryState state, Func<string> origin)
{
    private const string General = "49353ab0-fdbf-4e1c-a063-cdf4aad98782";
    private const string Address = "77777777-1111-4222-8333-444444444444";
    private static readonly string[] ProjectFields = ["name", "due_date", "coupon_name", "affiliate_id", "billing_address"];
    private static readonly string[] JobFields = ["name", "source_language", "target_language", "quality", "topic", "briefing", "is_active"];
    private static readonly string[] CallbackFields = ["url", "trigger_state", "extra_data"];

    /// <summary>The projects, oldest first.</summary>
    public List<JsonObject> Projects { get; } = [];

    /// <summary>The jobs by their projects' ids.</summary>
    public Dictionary<string, List<JsonObject>> Jobs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The callbacks by their jobs' ids.</summary>
    public Dictionary<string, List<JsonObject>> Callbacks { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The source documents by their jobs' ids.</summary>
    public Dictionary<string, (string Name, string ContentType, byte[] Bytes)> Documents { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Fill()
    {
        for (var number = 1; number <= settings.Stock; number++)
        {
            var project = MakeProject(new JsonObject { ["name"] = $"Stock project {number}" });
            MakeJob(Id(project), new JsonObject { ["name"] = "Fräsen", ["source_language"] = "en", ["target_language"] = "fr", ["quality"] = "translation" });
        }
    }

    public Reply Answer(WireRequest request)
    {
        var path = request.Path.Skip(1).ToArray();
        var isPublic = path is ["topics" or "topic" or "languages" or "language" or "price-info", ..];
        if (!isPublic && request.Headers.GetValueOrDefault("Authorization") is null)
        {
            return Refused(401, "A token is needed.");
        }

        if (path is ["project", var project, ..])
        {
            return !Guid.TryParse(project, out _) ? Refused(400, "That is no UUID.")
                : FindProject(project) is not { } found ? Refused(404, "There is no such project.")
                : InProject(request, found, path[2..]);
        }

        return (request.Method, path) switch
        {
            ("GET", ["projects"]) => List(request, Projects.AsEnumerable().Reverse().Where(one => !request.Query.TryGetValue("state", out var wanted) || Text(one, "state") == wanted).Select(ShownProject)),
            ("POST", ["projects"]) => CreateProject(request),
            ("GET", ["topics"]) => List(request, [Topic()]),
            ("GET", ["topic", General]) => new Reply(200, Topic()),
            ("GET", ["languages", "source" or "target"]) => List(request, new[] { "en", "fr", "de" }.Select(Language)),
            ("GET", ["language", var code]) => new Reply(200, Language(code)),
            ("GET" or "POST", ["price-info"]) => new Reply(200, Price(request)),
            ("GET", ["account", "addresses"]) => List(request, [BillingAddress()]),
            ("GET", ["account", "address", Address]) => new Reply(200, BillingAddress()),
            _ => Refused(404, "There is nothing here."),
        };
    }

    public JsonObject? FindProject(string id) => Find(Projects, id);

    public JsonObject? FindJob(string projectId, string id) => Jobs.TryGetValue(projectId, out var jobs) ? Find(jobs, id) : null;

    private static JsonObject? Find(List<JsonObject> all, string id) => all.Find(one => Id(one).Equals(id, StringComparison.OrdinalIgnoreCase));

    private static string Id(JsonObject one) => one["id"]!.GetValue<string>();

    private static string? Text(JsonObject one, string key) => one[key]?.GetValue<string>();

    private static Reply Refused(int status, string message) => new(status, new JsonObject { ["status"] = status, ["message"] = message });

    private static bool IsPrepared(JsonObject project) => Text(project, "state") == "prepared";

    private static JsonObject Topic() => new() { ["id"] = General, ["name"] = "General", ["localization_language"] = "en", ["links"] = new JsonArray() };

    private static JsonObject Language(string code) => new() { ["code"] = code, ["name"] = "Language " + code, ["localization_language"] = "en", ["links"] = new JsonArray() };

    private static JsonObject BillingAddress() => new()
    {
        ["id"] = Address,
        ["company"] = "Müller GmbH",
        ["vat_number"] = null,
        ["street"] = "Weg 1",
        ["zip"] = "01067",
        ["city"] = "Dresden",
        ["country"] = "DE",
        ["firstname"] = null,
        ["lastname"] = null,
        ["gender"] = null,
        ["is_default"] = true,
        ["links"] = new JsonArray(),
    };

    private static JsonObject Price(WireRequest request)
    {
        var words = request.Method == "GET" ? int.Parse(request.Query["words"], CultureInfo.InvariantCulture) : Words(request.Body);
        return new JsonObject
        {
            ["source_language"] = request.Query["source_language"],
            ["target_language"] = request.Query["target_language"],
            ["topic"] = request.Query.GetValueOrDefault("topic"),
            ["words"] = words,
            ["prices"] = new JsonArray(new JsonObject { ["quality"] = "translation", ["price_per_word"] = 0.12m, ["total_price"] = 0.12m * words, ["currency"] = "EUR" }),
        };
    }

    private static int Words(byte[] body) => Encoding.UTF8.GetString(body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static void Take(JsonObject target, JsonObject body, string[] fields)
    {
        foreach (var field in fields)
        {
            if (body.TryGetPropertyValue(field, out var value) && (value is not null || field is not ("name" or "is_active")))
            {
                target[field] = value?.DeepClone();
            }
        }
    }

    private JsonObject Link(string rel, string path) => new() { ["rel"] = rel, ["href"] = $"{origin()}/tk/{path}" };

    private JsonObject MakeProject(JsonObject body)
    {
        var project = new JsonObject
        {
            ["id"] = state.NewUuid(),
            ["number"] = null,
            ["name"] = null,
            ["due_date"] = null,
            ["state"] = "prepared",
            ["currency"] = "EUR",
            ["net_price"] = null,
            ["vat"] = null,
            ["coupon_name"] = null,
            ["coupon_value"] = null,
            ["discount_customer"] = null,
            ["discount_project"] = null,
            ["affiliate_id"] = null,
            ["billing_address"] = Address,
        };
        TakeProject(project, body);
        Projects.Add(project);
        Jobs[Id(project)] = [];
        return project;
    }

    private static void TakeProject(JsonObject project, JsonObject body)
    {
        Take(project, body, ProjectFields);
        if (Text(project, "due_date") is { Length: 10 } day)
        {
            project["due_date"] = day + "T00:00:00";
        }
    }

    private JsonObject MakeJob(string projectId, JsonObject body)
    {
        var job = new JsonObject
        {
            ["id"] = state.NewUuid(),
            ["number"] = null,
            ["name"] = null,
            ["source_language"] = null,
            ["target_language"] = null,
            ["quality"] = null,
            ["topic"] = null,
            ["briefing"] = null,
            ["state"] = "new",
            ["words"] = null,
            ["net_price"] = null,
            ["currency"] = null,
            ["is_active"] = true,
        };
        Take(job, body, JobFields);
        Jobs[projectId].Add(job);
        Callbacks[Id(job)] = [];
        return job;
    }

    private JsonObject ShownProject(JsonObject project)
    {
        var shown = (JsonObject)project.DeepClone();
        var path = "project/" + Id(project);
        shown["links"] = new JsonArray(Link("urn:textking:jobs", path + "/jobs"), Link("self", path), Link("urn:textking:line_items", path + "/line-items"));
        return shown;
    }

    private JsonObject ShownJob(string projectId, JsonObject job)
    {
        var shown = (JsonObject)job.DeepClone();
        var path = $"project/{projectId}/job/{Id(job)}";
        shown["links"] = new JsonArray(Link("urn:textking:project", "project/" + projectId), Link("self", path));
        if (Documents.ContainsKey(Id(job)))
        {
            ((JsonArray)shown["links"]!).Add((JsonNode)Link("urn:textking:document", path + "/document"));
        }

        return shown;
    }

    private static JsonObject ShownCallback(JsonObject callback)
    {
        var shown = (JsonObject)callback.DeepClone();
        shown["links"] = new JsonArray();
        return shown;
    }

    private Reply Located(Reply reply, string path) => reply with { Headers = [("Location", $"{origin()}/tk/{path}"), ("Content-Location", $"{origin()}/tk/{path}")] };

    private Reply CreateProject(WireRequest request)
    {
        if (request.Json() is not { } body || body["name"] is not JsonValue name || name.ToString().Length == 0)
        {
            return Refused(400, "A name is needed.");
        }

        var project = MakeProject(body);
        state.Add("tk", WriteKind.Create, Id(project), request);
        return Located(new Reply(201, ShownProject(project)) { Did = WriteKind.Create }, "project/" + Id(project));
    }

    private Reply InProject(WireRequest request, JsonObject project, string[] path)
    {
        var id = Id(project);
        if (path is ["job", var job, .. var rest])
        {
            return !Guid.TryParse(job, out _) ? Refused(400, "That is no UUID.")
                : FindJob(id, job) is not { } found ? Refused(404, "There is no such job.")
                : InJob(request, project, found, rest);
        }

        return (request.Method, path) switch
        {
            ("GET", []) => new Reply(200, ShownProject(project)),
            ("PUT", []) => EditProject(request, project),
            ("DELETE", []) => DeleteProject(request, project),
            ("GET", ["coupon"]) => Refused(404, "There is no coupon."),
            ("GET", ["line-items"]) => List(request, []),
            ("GET", ["jobs"]) => List(request, Jobs[id].Select(one => ShownJob(id, one))),
            ("POST", ["jobs"]) => CreateJob(request, project),
            _ => Refused(404, "There is nothing here."),
        };
    }

    private Reply EditProject(WireRequest request, JsonObject project)
    {
        if (!IsPrepared(project))
        {
            return Refused(403, "The project is not prepared.");
        }

        if (request.Json() is not { } body || (body["name"] is JsonValue name && name.ToString().Length == 0))
        {
            return Refused(400, "That is no edit.");
        }

        var wanted = Text(body, "state");
        var id = Id(project);
        if (wanted is not (null or "prepared" or "running" or "canceled"))
        {
            return Refused(400, "There is no such state.");
        }

        if (wanted == "running" && !Jobs[id].Any(job => job["is_active"]!.GetValue<bool>() && Documents.ContainsKey(Id(job))))
        {
            return Refused(400, "There is nothing to translate.");
        }

        var before = ShownProject(project);
        TakeProject(project, body);
        var kind = WriteKind.Edit;
        if (wanted is "running" or "canceled")
        {
            kind = wanted == "running" ? WriteKind.Publish : WriteKind.Close;
            project["state"] = wanted;
            project["number"] = wanted == "running" ? "TK0000001" : null;
            foreach (var job in Jobs[id].Where(job => job["is_active"]!.GetValue<bool>()))
            {
                job["state"] = wanted == "running" ? "translation-pending" : "canceled";
            }
        }

        state.Add("tk", kind, id, request);
        return Located(new Reply(200, ShownProject(project)) { Did = kind, Before = before }, "project/" + id);
    }

    private Reply DeleteProject(WireRequest request, JsonObject project)
    {
        if (!IsPrepared(project))
        {
            return Refused(403, "The project is not prepared.");
        }

        Projects.Remove(project);
        state.Add("tk", WriteKind.Delete, Id(project), request);
        return new Reply(204, null) { Did = WriteKind.Delete };
    }

    private static Reply List(WireRequest request, IEnumerable<JsonObject> all)
    {
        var items = all.ToArray();
        var page = int.Parse(request.Query.GetValueOrDefault("page", "1"), CultureInfo.InvariantCulture);
        var size = int.Parse(request.Query.GetValueOrDefault("per_page", "100"), CultureInfo.InvariantCulture);
        return page < 1 || size is < 1 or > 100
            ? Refused(400, "Out of range.")
            : new Reply(200, new JsonObject
            {
                ["page"] = page,
                ["per_page"] = size,
                ["total"] = items.Length,
                ["items"] = new JsonArray([.. items.Skip((page - 1) * size).Take(size)]),
                ["links"] = new JsonArray(),
            });
    }
}
