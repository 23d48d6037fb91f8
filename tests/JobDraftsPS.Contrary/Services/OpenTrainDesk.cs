using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobDraftsPS.Contrary.Settings;
using JobDraftsPS.Contrary.Wire;

namespace JobDraftsPS.Contrary.Services;

/// <summary>OpenTrain as its pages describe it.</summary>
internal sealed partial class OpenTrainDesk(ContrarySettings settings, ContraryState state)
{
    private const string Site = "https://app.opentrain.ai";
    private static readonly string[] Texts =
    [
        "jobTitle", "jobDescription", "labelingOverview", "datasetDescription", "aiInterviewRequirements", "workloadDesc",
    ];

    private static readonly string[] Numbers = ["pricePerHour", "pricePerLabel", "fixedPrice", "dataVolume", "headcount"];
    private static readonly string[] Lists = ["languages", "countries", "labelTypes"];
    private static readonly string[] Untyped =
    [
        "dataType", "subjectMatter", "labelingSoftware", "budgetRange", "timeRequirement", "projectDuration", "freelancerType", "projectScope", "visibility",
    ];

    private static readonly Dictionary<string, string[]> Enums = new(StringComparer.Ordinal)
    {
        ["paymentType"] = ["PAY_PER_LABEL", "PAY_PER_HOUR", "FIXED_PRICE"],
        ["experienceLevel"] = ["EXPERT", "ENTRY_LEVEL", "INTERMEDIATE", "ANY_EXPERIENCE_LEVEL"],
        ["dataVolumeUnit"] = ["HOURS_OF_RECORDING_AUDIO_VIDEO", "NUMBER_OF_FILES", "NUMBER_OF_WORDS", "UNKNOWN_NOT_SPECIFIED"],
    };

    private static readonly string[] Keys = [.. Texts, .. Numbers, .. Lists, .. Untyped, .. Enums.Keys];

    private readonly Dictionary<string, JsonObject> byKey = new(StringComparer.Ordinal);

    /// <summary>The jobs, oldest first: id, status and the fields that were set.</summary>
    public List<JsonObject> Jobs { get; } = [];

    public void Fill()
    {
        for (var number = 1; number <= settings.Stock; number++)
        {
            Make(ContraryState.AsSent(new JsonObject { ["jobTitle"] = $"Stock draft {number}", ["jobDescription"] = "Täglich Zeichen zählen", ["experienceLevel"] = "EXPERT", ["headcount"] = 2 }), null);
        }
    }

    public Reply Answer(WireRequest request)
    {
        if (request.Headers.GetValueOrDefault("Authorization") is null && !IsTokenless(request))
        {
            return Refused(401, "UNAUTHORIZED", "No token came.");
        }

        return (request.Method, request.Path.Skip(1).ToArray()) switch
        {
            ("GET", ["auth", "me"]) => Told(new JsonObject
            {
                ["actor"] = new JsonObject { ["userId"] = "u1", ["email"] = null, ["fullName"] = null, ["userType"] = "EMPLOYER" },
                ["token"] = new JsonObject { ["id"] = "t1", ["label"] = "tests", ["scopes"] = new JsonArray("jobs:read", "jobs:write"), ["ownerOrganizationId"] = null },
                ["account"] = new JsonObject { ["kind"] = "employer_organization", ["organizationId"] = "o1", ["ownerUserId"] = "u1", ["memberRole"] = "OWNER" },
            }),
            ("GET", ["job-drafts", "capabilities"]) => Told(Capabilities()),
            ("POST", ["job-drafts"]) => Create(request),
            ("PATCH", ["job-drafts", var id]) => Edit(request, id, "DRAFT"),
            ("PATCH", ["jobs", var id]) => Edit(request, id, "OPEN"),
            ("POST", ["jobs", var id, "publish"]) => Publish(request, id),
            ("POST", ["jobs", var id, "close"]) => Close(request, id),
            ("GET", ["jobs", "mine"]) => Mine(request),
            ("GET", ["jobs", "facets"]) => Told(new JsonObject { ["totalJobs"] = Open().Count(), ["categories"] = new JsonArray(), ["languages"] = new JsonArray(new JsonObject { ["value"] = "English", ["count"] = 1 }), ["countries"] = new JsonArray(), ["payTypes"] = new JsonArray(), ["generatedAt"] = state.Moment() }),
            ("GET", ["jobs", "changes"]) => Told(new JsonObject { ["since"] = request.Query.GetValueOrDefault("since"), ["until"] = state.Moment(), ["changes"] = new JsonArray(), ["generatedAt"] = state.Moment() }),
            ("GET", ["jobs"]) => List(request, Open().Select(Public)),
            ("GET", ["jobs", var id]) => Find(id) is { } job && Text(job, "status") == "OPEN" ? Told(Public(job)) : NotFound(id),
            _ => NotFound(string.Join('/', request.Path)),
        };
    }

    public JsonObject? Find(string id) => Jobs.Find(job => Text(job, "id") == id);

    private static bool IsTokenless(WireRequest request) =>
        request.Method == "GET" && request.Path.Count > 1 && request.Path[1] == "jobs" && !(request.Path.Count > 2 && request.Path[2] == "mine");

    private static string? Text(JsonObject job, string key) => job[key]?.GetValue<string>();

    private static Reply Told(JsonNode body) => new(200, body);

    private static Reply Refused(int status, string code, string error, JsonNode? details = null) => new(status, new JsonObject
    {
        ["error"] = error,
        ["code"] = code,
        ["requestId"] = "req-" + status.ToString(CultureInfo.InvariantCulture),
        ["details"] = details,
    });

    private static Reply NotFound(string id) => Refused(404, "NOT_FOUND", "There is no such job.", new JsonObject { ["resource"] = "jobs", ["jobId"] = id });

    private static Reply Wrong(params (string Field, string Message)[] issues) =>
        Refused(400, "BAD_REQUEST", "The request is not valid.", new JsonObject
        {
            ["issues"] = new JsonArray([.. issues.Select(issue => new JsonObject { ["code"] = "custom", ["path"] = new JsonArray(issue.Field), ["message"] = issue.Message })]),
        });

    private static (string Field, string Message)[] Faults(JsonObject body) =>
        [.. body.Where(member => Fault(member.Key, member.Value) is not null).Select(member => (member.Key, Fault(member.Key, member.Value)!))];

    private static string? Fault(string key, JsonNode? value)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        return key switch
        {
            _ when !Keys.Contains(key) => "Unrecognized key",
            _ when kind == JsonValueKind.Null => null,
            _ when Enums.TryGetValue(key, out var values) => kind == JsonValueKind.String && values.Contains(value!.GetValue<string>()) ? null : "Invalid enum value",
            _ when Numbers.Contains(key) => kind != JsonValueKind.Number ? "Expected number" : value!.GetValue<decimal>() < 0 ? "Must not be negative" : null,
            _ when Lists.Contains(key) => kind == JsonValueKind.Array ? null : "Expected array",
            _ when Texts.Contains(key) => kind == JsonValueKind.String ? null : "Expected string",
            _ => null,
        };
    }

    private static JsonObject Capabilities() => new()
    {
        ["featureKey"] = "public_api_job_drafting",
        ["namespace"] = "job-drafts",
        ["rolloutMode"] = "SOME",
        ["actorIsAdmin"] = false,
        ["capabilities"] = new JsonObject { ["draftImport"] = true, ["draftCreate"] = true, ["draftUpdate"] = true, ["draftUrlRead"] = true, ["publish"] = true, ["hiring"] = false },
        ["draft"] = new JsonObject
        {
            ["importFormats"] = new JsonArray("text", "opentrain_canonical", "schema_org_job_posting", "indeed_xml", "hr_xml"),
            ["updateKeys"] = new JsonArray([.. Keys.Select(key => (JsonNode)key)]),
            ["enums"] = new JsonObject([.. Enums.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(value => (JsonNode)value)])))]),
        },
        ["authBootstrap"] = "token",
        ["enabled"] = true,
    };

    private static JsonObject Public(JsonObject job) => new()
    {
        ["id"] = Text(job, "id"),
        ["slug"] = "a-slug",
        ["title"] = Text(job, "jobTitle"),
        ["companyName"] = "Contrary",
        ["descriptionText"] = Text(job, "jobDescription"),
        ["summary"] = null,
        ["status"] = "OPEN",
        ["languages"] = job["languages"]?.DeepClone(),
        ["experienceLevel"] = "Expert",
        ["pay"] = new JsonObject { ["paymentType"] = Text(job, "paymentType"), ["currency"] = "USD", ["hourlyRate"] = job["pricePerHour"]?.DeepClone(), ["fixedPrice"] = null },
        ["url"] = "/jobs/a-slug-" + Text(job, "id"),
    };

    private IEnumerable<JsonObject> Open() => Jobs.Where(job => Text(job, "status") == "OPEN");

    private JsonObject Make(JsonObject fields, string? key)
    {
        var job = new JsonObject { ["id"] = state.NewId(), ["status"] = "DRAFT", ["createdAt"] = state.Moment() };
        ContraryState.Merge(job, fields);
        Jobs.Add(job);
        if (key is not null)
        {
            byKey[key] = job;
        }

        return job;
    }

    private Reply Create(WireRequest request)
    {
        if (request.Json() is not { } body)
        {
            return Wrong((string.Empty, "Expected object"));
        }

        var source = body["source"] as JsonObject ?? body;
        var key = (source["idempotencyKey"] ?? body["idempotencyKey"])?.GetValue<string>();
        if (key is not null && byKey.TryGetValue(key, out var first))
        {
            return Created(first) with { Did = WriteKind.Create };
        }

        var fields = new JsonObject();
        if ((body["rawJobDescription"] ?? source["text"]) is { } text)
        {
            var words = text.GetValue<string>();
            if (words.Length is 0 or > 60_000)
            {
                return Wrong(("rawJobDescription", "1 to 60000 characters"));
            }

            fields["jobTitle"] = words.Split('\n')[0].Trim();
            fields["jobDescription"] = words;
        }
        else if (body["job"] is JsonObject job)
        {
            fields["jobTitle"] = job["title"]?.DeepClone();
            fields["jobDescription"] = job["description"]?.DeepClone();
            fields["paymentType"] = job["paymentType"]?.DeepClone();
        }
        else if (body["jsonLd"] is JsonObject posting)
        {
            fields["jobTitle"] = posting["title"]?.DeepClone();
            fields["jobDescription"] = posting["description"]?.DeepClone();
        }
        else if (body["xml"] is { } xml)
        {
            fields["jobTitle"] = "From a feed";
            fields["jobDescription"] = xml.DeepClone();
        }
        else
        {
            return Wrong(("rawJobDescription", "Required"));
        }

        var made = Make(fields, key);
        state.Add("ot", WriteKind.Create, Text(made, "id")!, request);
        return Created(made);
    }

    private Reply Created(JsonObject job)
    {
        var answer = Written(job);
        answer["reviewUrl"] = answer["draftUrl"]!.DeepClone();
        answer["normalizedFields"] = new JsonObject { ["jobTitle"] = job["jobTitle"]?.DeepClone() };
        answer["warnings"] = new JsonArray();
        answer["unmappedFields"] = new JsonArray();
        answer["lowConfidenceFields"] = new JsonArray();
        return new Reply(settings.Seed % 2 == 0 ? 201 : 200, answer) { Did = WriteKind.Create, IdMember = "jobId" };
    }

    private JsonObject Written(JsonObject job)
    {
        var gaps = Gaps(job);
        var answer = new JsonObject
        {
            ["ok"] = true,
            ["jobId"] = Text(job, "id"),
            ["status"] = Text(job, "status"),
            ["draftUrl"] = $"{Site}/job-post?job=1",
            ["validation"] = Validation(gaps),
        };
        if (settings.Missing == MissingForm.TopLevel)
        {
            answer["missingFields"] = new JsonArray([.. gaps.Select(Gap)]);
        }

        return answer;
    }

    private JsonObject Validation(string[] gaps) => new()
    {
        ["publishReady"] = gaps.Length == 0,
        ["issueCount"] = 0,
        ["missingFieldCount"] = gaps.Length,
        ["missingFields"] = settings.Missing switch
        {
            MissingForm.InnerStrings => new JsonArray([.. gaps.Select(gap => (JsonNode)gap)]),
            MissingForm.InnerObjects => new JsonArray([.. gaps.Select(Gap)]),
            _ => new JsonArray(),
        },
        ["issues"] = new JsonArray(),
    };

    private static string[] Gaps(JsonObject job) => [.. new[] { "jobTitle", "experienceLevel" }.Where(key => job[key] is null)];

    private static JsonObject Gap(string field) => new()
    {
        ["field"] = field,
        ["label"] = field,
        ["message"] = "It is missing.",
        ["code"] = "missing_required_field",
        ["prompt"] = "Which one?",
        ["type"] = Enums.ContainsKey(field) ? "enum" : "string",
        ["enumValues"] = Enums.TryGetValue(field, out var values) ? new JsonArray([.. values.Select(value => (JsonNode)value)]) : null,
        ["updateKeys"] = new JsonArray(field),
        ["example"] = null,
        ["hint"] = null,
    };

    private Reply Edit(WireRequest request, string id, string status)
    {
        if (request.Json() is not { Count: > 0 } body)
        {
            return Wrong((string.Empty, "At least one field"));
        }

        if (Faults(body) is { Length: > 0 } faults)
        {
            return Wrong(faults);
        }

        if (Find(id) is not { } job)
        {
            return NotFound(id);
        }

        if (Text(job, "status") != status)
        {
            return Refused(409, "CONFLICT", $"The job is {Text(job, "status")}.", new JsonObject { ["jobId"] = id, ["status"] = Text(job, "status"), ["requiredStatus"] = status });
        }

        var before = EditAnswer(job);
        ContraryState.Merge(job, body);
        state.Add("ot", WriteKind.Edit, id, request);
        return new Reply(200, EditAnswer(job)) { Did = WriteKind.Edit, Before = before, IdMember = "jobId" };
    }

    private JsonObject EditAnswer(JsonObject job) => Text(job, "status") == "DRAFT"
        ? Written(job)
        : new JsonObject
        {
            ["ok"] = true,
            ["jobId"] = Text(job, "id"),
            ["status"] = Text(job, "status"),
            ["moderation"] = new JsonObject { ["decision"] = "ALLOW", ["reasons"] = new JsonArray() },
        };

    private Reply Mine(WireRequest request) => List(request, Jobs.AsEnumerable().Reverse()
        .Where(job => !request.Query.TryGetValue("status", out var wanted) || Text(job, "status") == wanted)
        .Select(job => new JsonObject
        {
            ["id"] = Text(job, "id"),
            ["title"] = Text(job, "jobTitle"),
            ["status"] = Text(job, "status"),
            ["published"] = Text(job, "status") == "OPEN",
            ["acceptingApplicants"] = Text(job, "status") == "OPEN",
            ["createdAt"] = Text(job, "createdAt"),
            ["updatedAt"] = Text(job, "createdAt"),
            ["jobUrl"] = null,
            ["proposalCounts"] = new JsonObject { ["total"] = 0, ["unreviewed"] = 0 },
        }));

    /// <summary>A page of a list: the limit is a wish, the cursor is what ends it.</summary>
    private Reply List(WireRequest request, IEnumerable<JsonObject> all)
    {
        var start = int.Parse(request.Query.GetValueOrDefault("cursor", "0"), CultureInfo.InvariantCulture);
        var limit = int.Parse(request.Query.GetValueOrDefault("limit", "25"), CultureInfo.InvariantCulture);
        limit = settings.ListLimit > 0 ? Math.Min(settings.ListLimit, limit) : Math.Min(limit, 100);
        var items = all.ToArray();
        return Told(new JsonObject
        {
            ["jobs"] = new JsonArray([.. items.Skip(start).Take(limit)]),
            ["nextCursor"] = start + limit < items.Length ? (start + limit).ToString(CultureInfo.InvariantCulture) : null,
        });
    }
}
