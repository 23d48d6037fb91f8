using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Wire;

namespace JobDraftsPS.Contrary.Services;

/// <summary>Sorce as its pages describe it.</summary>
internal sealed class SorceDesk(ContrarySettings settings, ContraryState state)
{
    private static readonly Dictionary<string, string[]> Enums = new(StringComparer.Ordinal)
    {
        ["remoteOption"] = ["REMOTE", "HYBRID", "IN_PERSON"],
        ["jobType"] = ["FULL_TIME", "PART_TIME", "CONTRACT", "INTERNSHIP"],
        ["jobLevel"] = ["ENTRY", "MID", "SENIOR"],
        ["salaryPeriod"] = ["ANNUAL", "HOURLY"],
    };

    private static readonly string[] Wholes = ["salaryMin", "salaryMax", "bidPerQualifiedApplicantCents"];
    private static readonly string[] Sets = ["locations", "qualifications", "questions", "budgets"];
    private static readonly string[] Writable = ["title", "description", "remoteCountry", .. Enums.Keys, .. Wholes, .. Sets];
    private int children;

    /// <summary>The listings, oldest first, as the service holds them.</summary>
    public List<JsonObject> Jobs { get; } = [];

    public void Fill()
    {
        for (var number = 1; number <= settings.Stock; number++)
        {
            Make(ContraryState.AsSent(Ready($"Stock listing {number}")));
        }
    }

    public Reply Answer(WireRequest request)
    {
        if (!request.Headers.GetValueOrDefault("Authorization", string.Empty).StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return Refused(401, "INVALID_SERVICE_KEY", "The key is not valid.");
        }

        return (request.Method, request.Path.Skip(1).ToArray()) switch
        {
            ("GET", ["jobs"]) => List(request),
            ("POST", ["jobs"]) => Create(request),
            ("GET", ["jobs", var id]) => Find(id) is { } job ? new Reply(200, Shown(job)) : NotFound(),
            ("PATCH", ["jobs", var id]) => Edit(request, id),
            ("POST", ["jobs", var id, "publish"]) => Move(request, id, WriteKind.Publish, ["DRAFT"], "ACTIVE"),
            ("POST", ["jobs", var id, "pause"]) => Move(request, id, WriteKind.Pause, ["ACTIVE"], "PAUSED"),
            ("POST", ["jobs", var id, "resume"]) => Move(request, id, WriteKind.Resume, ["PAUSED"], "ACTIVE"),
            ("POST", ["jobs", var id, "close"]) => Move(request, id, WriteKind.Close, ["ACTIVE", "PAUSED"], "CLOSED"),
            ("GET", ["locations", "search"]) => new Reply(200, new JsonObject { ["items"] = new JsonArray(Place(61007)) }),
            _ => NotFound(),
        };
    }

    public JsonObject? Find(string id) => Jobs.Find(job => Text(job, "id") == id);

    private static string? Text(JsonObject job, string key) => job[key]?.GetValue<string>();

    private static JsonObject Place(long id) => new()
    {
        ["locationId"] = id,
        ["displayName"] = "Tulsa, Oklahoma, United States",
        ["city"] = "Tulsa",
        ["stateProvince"] = "Oklahoma",
        ["country"] = "United States",
    };

    /// <summary>A listing that lacks nothing.</summary>
    private static JsonObject Ready(string title) => new()
    {
        ["title"] = title,
        ["description"] = "Brötchen für zwei Läden.",
        ["remoteOption"] = "REMOTE",
        ["remoteCountry"] = "United States",
        ["jobType"] = "PART_TIME",
        ["jobLevel"] = "ENTRY",
        ["salaryMin"] = 19,
        ["salaryMax"] = 24,
        ["salaryPeriod"] = "HOURLY",
        ["bidPerQualifiedApplicantCents"] = 900,
        ["qualifications"] = new JsonArray(new JsonObject { ["text"] = "Food handler card", ["kind"] = "REQUIRED", ["order"] = 0 }),
        ["budgets"] = new JsonArray(new JsonObject { ["window"] = "WEEKLY", ["budgetCents"] = 12000, ["notes"] = null }),
    };

    private static Reply Refused(int status, string code, string message, JsonObject? fields = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (fields is not null)
        {
            error["fields"] = fields;
        }

        return new Reply(status, new JsonObject { ["error"] = error });
    }

    private static Reply NotFound() => Refused(404, "NOT_FOUND", "There is no such job.");

    private static Reply? Faults(JsonObject body)
    {
        var fields = new JsonObject();
        foreach (var (key, value) in body)
        {
            if (Fault(key, value) is { } fault)
            {
                fields[key] = fault;
            }
        }

        return fields.Count == 0 ? null : Refused(422, "VALIDATION_FAILED", "Check the marked fields.", fields);
    }

    private static string? Fault(string key, JsonNode? value)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        return key switch
        {
            _ when Sets.Contains(key) => kind == JsonValueKind.Array ? null : "A list is needed.",
            _ when kind == JsonValueKind.Null => null,
            _ when Enums.TryGetValue(key, out var values) => kind == JsonValueKind.String && values.Contains(value!.GetValue<string>()) ? null : "One of " + string.Join(", ", values),
            _ when Wholes.Contains(key) => kind == JsonValueKind.Number && value!.GetValue<decimal>() is >= 0 and var number && number == decimal.Truncate(number) ? null : "A whole number that is not negative.",
            _ => null,
        };
    }

    private static JsonObject Gaps(JsonObject job)
    {
        var gaps = new JsonObject();
        foreach (var key in new[] { "title", "description", "remoteOption", "jobType", "jobLevel", "salaryMin", "salaryMax", "salaryPeriod" })
        {
            if (job[key] is null || (job[key]!.GetValueKind() == JsonValueKind.String && Text(job, key)!.Length == 0))
            {
                gaps[key] = "It is needed.";
            }
        }

        var remote = Text(job, "remoteOption");
        if (remote == "REMOTE" && job["remoteCountry"] is null)
        {
            gaps["remoteCountry"] = "It is needed.";
        }

        if (remote is "HYBRID" or "IN_PERSON" && job["locations"] is not JsonArray { Count: > 0 })
        {
            gaps["locations"] = "One is needed.";
        }

        if (job["bidPerQualifiedApplicantCents"]?.GetValue<decimal>() is not > 0)
        {
            gaps["bidPerQualifiedApplicantCents"] = "Above 0.";
        }

        if (!((JsonArray)job["qualifications"]!).Any(one => one?["kind"]?.GetValue<string>() == "REQUIRED"))
        {
            gaps["qualifications"] = "One required one.";
        }

        return gaps;
    }

    private JsonObject Make(JsonObject fields)
    {
        var job = new JsonObject { ["id"] = state.NewId(), ["companyId"] = "c1", ["title"] = string.Empty, ["description"] = string.Empty, ["status"] = "DRAFT" };
        foreach (var key in Writable.Except(["title", "description"]))
        {
            job[key] = Sets.Contains(key) ? new JsonArray() : null;
        }

        job["applicationCounts"] = new JsonObject { ["pending"] = 0, ["accepted"] = 0, ["rejected"] = 0 };
        job["isFrozen"] = false;
        job["newApplicantCount"] = 0;
        job["publishedAt"] = null;
        job["expiresAt"] = null;
        job["closedAt"] = null;
        Put(job, fields);
        Jobs.Add(job);
        return job;
    }

    private void Put(JsonObject job, JsonObject fields)
    {
        foreach (var (key, value) in fields)
        {
            if (!Writable.Contains(key))
            {
                continue;
            }

            job[key] = value?.DeepClone();
            if (key is "qualifications" or "questions")
            {
                foreach (var child in ((JsonArray)job[key]!).OfType<JsonObject>())
                {
                    child["id"] = string.Create(CultureInfo.InvariantCulture, $"child {++children}");
                }
            }
            else if (key == "locations")
            {
                job[key] = new JsonArray([.. ((JsonArray)value!).Select(place => (long)place!["locationId"]!.GetValue<decimal>()).Distinct().Select(Place)]);
            }
        }
    }

    private JsonObject Shown(JsonObject job)
    {
        var shown = (JsonObject)job.DeepClone();
        if (settings.KindHidden)
        {
            foreach (var one in ((JsonArray)shown["qualifications"]!).OfType<JsonObject>())
            {
                one.Remove("kind");
            }
        }

        return shown;
    }

    private static void GoLive(JsonObject job)
    {
        job["status"] = "ACTIVE";
        job["publishedAt"] = "2026-03-02T08:15:00+00:00";
        job["expiresAt"] = "2026-04-01T08:15:00.000Z";
    }

    private Reply Create(WireRequest request)
    {
        if (request.Json() is not { } body)
        {
            return Refused(422, "VALIDATION_FAILED", "That is no object.");
        }

        if (body["title"]?.GetValueKind() != JsonValueKind.String)
        {
            return Refused(422, "VALIDATION_FAILED", "Check the marked fields.", new JsonObject { ["title"] = "It is needed." });
        }

        if (Faults(body) is { } faults)
        {
            return faults;
        }

        var job = Make(body);
        if (body["publish"]?.GetValueKind() == JsonValueKind.True)
        {
            if (Gaps(job) is { Count: > 0 } gaps)
            {
                Jobs.Remove(job);
                return Refused(422, "VALIDATION_FAILED", "Check the marked fields.", gaps);
            }

            GoLive(job);
            state.Add("so", WriteKind.Publish, Text(job, "id")!, request);
        }

        state.Add("so", WriteKind.Create, Text(job, "id")!, request);
        return new Reply(settings.Seed % 2 == 0 ? 200 : 201, Shown(job)) { Did = WriteKind.Create };
    }

    private Reply Edit(WireRequest request, string id)
    {
        if (Find(id) is not { } job)
        {
            return NotFound();
        }

        if (request.Json() is not { } body)
        {
            return Refused(422, "VALIDATION_FAILED", "That is no object.");
        }

        if (Text(job, "status") is "CLOSED" or "EXPIRED")
        {
            return Refused(409, "JOB_NOT_EDITABLE", "It has ended.");
        }

        if (Faults(body) is { } faults)
        {
            return faults;
        }

        var before = Shown(job);
        var changed = (JsonObject)job.DeepClone();
        Put(changed, body);
        if (Text(job, "status") != "DRAFT" && Gaps(changed) is { Count: > 0 } gaps)
        {
            return Refused(422, "VALIDATION_FAILED", "Check the marked fields.", gaps);
        }

        Jobs[Jobs.IndexOf(job)] = changed;
        state.Add("so", WriteKind.Edit, id, request);
        return new Reply(200, Shown(changed)) { Did = WriteKind.Edit, Before = before };
    }

    private Reply Move(WireRequest request, string id, WriteKind kind, string[] from, string to)
    {
        if (Find(id) is not { } job)
        {
            return NotFound();
        }

        if (!from.Contains(Text(job, "status")))
        {
            return Refused(409, "INVALID_TRANSITION", $"It is {Text(job, "status")}.");
        }

        if (kind == WriteKind.Publish && Gaps(job) is { Count: > 0 } gaps)
        {
            return Refused(422, "VALIDATION_FAILED", "Check the marked fields.", gaps);
        }

        var before = Shown(job);
        if (kind == WriteKind.Publish)
        {
            GoLive(job);
        }

        job["status"] = to;
        job["closedAt"] = kind == WriteKind.Close ? "2026-03-05T00:00:00Z" : null;
        state.Add("so", kind, id, request);
        return new Reply(200, Shown(job)) { Did = kind, Before = before };
    }

    private Reply List(WireRequest request)
    {
        IEnumerable<JsonObject> all = Jobs;
        if (!settings.OldestFirst)
        {
            all = all.Reverse();
        }

        if (request.Query.TryGetValue("status", out var wanted))
        {
            all = all.Where(job => Text(job, "status") == wanted);
        }

        var items = all.Select(Shown).ToArray();
        var start = settings.ListMark == ListMark.NextCursor ? int.Parse(request.Query.GetValueOrDefault("cursor", "0"), CultureInfo.InvariantCulture) : 0;
        var limit = settings.ListLimit > 0 ? settings.ListLimit : items.Length;
        var page = new JsonArray([.. items.Skip(start).Take(limit)]);
        var more = start + limit < items.Length;
        if (settings.ListMember == ListMember.Bare)
        {
            return new Reply(200, page);
        }

        var answer = new JsonObject
        {
            [settings.ListMember switch { ListMember.Jobs => "jobs", ListMember.Data => "data", ListMember.Results => "results", _ => "items" }] = page,
        };
        switch (settings.ListMark)
        {
            case ListMark.NextCursor:
                answer["nextCursor"] = more ? (start + limit).ToString(CultureInfo.InvariantCulture) : null;
                break;
            case ListMark.HasMore:
                answer["hasMore"] = more;
                break;
            case ListMark.Total:
                answer["total"] = items.Length;
                break;
        }

        return new Reply(200, answer);
    }
}
