using System.Globalization;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.Http;
using JobDraftsPS.Sandbox.OpenTrain.Drafts;
using JobDraftsPS.Sandbox.OpenTrain.Jobs;

namespace JobDraftsPS.Sandbox.OpenTrain.Marketplace;

/// <summary>The reads that need no token: search, one listing, facets, changes. Any page in a browser may call them.</summary>
internal sealed class MarketplaceEndpoints(JobStore store, object gate, SandboxClock clock, OpenTrainAssumptions assumptions)
{
    private const int LongestId = 64;
    private const int MostChanges = 5000;

    private static readonly string[] IsoFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd"];

    private readonly MarketplaceLimit limit = new(clock);

    /// <summary>Answers one of these reads; errors carry the open CORS header too.</summary>
    public SandboxResponse Open(Func<SandboxResponse> read)
    {
        SandboxResponse answer;
        try
        {
            limit.Count();
            answer = read();
        }
        catch (OpenTrainRefusal refusal)
        {
            answer = OpenTrainErrors.Write(refusal, assumptions);
        }

        return answer.With("Access-Control-Allow-Origin", "*");
    }

    /// <summary>The browser's question before a read.</summary>
    public static SandboxResponse Preflight() => new SandboxResponse(204)
        .With("Access-Control-Allow-Origin", "*")
        .With("Access-Control-Allow-Methods", "GET, OPTIONS")
        .With("Access-Control-Allow-Headers", "*");

    /// <summary>GET /jobs: the real service caches this for minutes, which a sandbox on loopback does not.</summary>
    public SandboxResponse Search(SandboxRequest request)
    {
        var text = request.QueryValue("q");
        var language = request.QueryValue(assumptions.LanguageFilter);
        var country = request.QueryValue(assumptions.CountryFilter);
        var payType = request.QueryValue("payType");
        if (payType is not null && DraftSchema.RateOf(payType) is null)
        {
            var issues = new ZodIssues();
            issues.NotOneOf("payType", DraftSchema.Get("paymentType").EnumValues!, payType);
            issues.ThrowIfAny();
        }

        bool Fits(OpenTrainJob job) => job.Status == JobStatus.Open
            && (payType is null || job.Text("paymentType") == payType)
            && (language is null || job.List("languages").Contains(language, StringComparer.OrdinalIgnoreCase))
            && (country is null || job.List("countries").Contains(country, StringComparer.OrdinalIgnoreCase))
            && (text is null || Holds(job.Text("jobTitle"), text) || Holds(job.Text("jobDescription"), text));

        var paging = new Paging(request, assumptions.SearchLimit, assumptions);
        lock (gate)
        {
            var (page, next) = paging.Take(store.All, Fits);
            return SandboxResponse.Json(200, new JsonObject
            {
                ["jobs"] = new JsonArray([.. page.Select(job => PublicJob.Write(job, request.Origin, assumptions))]),
                ["nextCursor"] = next,
                ["generatedAt"] = Timestamp.Write(clock.UtcNow),
            }).With("Cache-Control", "public, s-maxage=300, stale-while-revalidate=3600");
        }
    }

    /// <summary>GET /jobs/{id}: a listing taken down answers 404 with a bare body, unlike an id that was never listed.</summary>
    public SandboxResponse Read(SandboxRequest request, string id)
    {
        if (id.Length is 0 or > LongestId)
        {
            throw OpenTrainRefusal.BadRequest($"A job id has 1 to {LongestId} characters.", new JsonObject { ["field"] = "id" });
        }

        lock (gate)
        {
            var job = store.Find(id);
            if (job is null || (job.Status == JobStatus.Draft && (job.PublishedAt is null || !assumptions.OnceListedLooksClosed)))
            {
                throw OpenTrainRefusal.NoSuchJob(id);
            }

            return job.Status == JobStatus.Open
                ? SandboxResponse.Json(200, PublicJob.Write(job, request.Origin, assumptions))
                : SandboxResponse.Json(404, new JsonObject { ["id"] = id, ["status"] = "closed" });
        }
    }

    /// <summary>GET /jobs/facets.</summary>
    public SandboxResponse Facets()
    {
        lock (gate)
        {
            var open = store.All.Where(job => job.Status == JobStatus.Open).ToArray();
            return SandboxResponse.Json(200, new JsonObject
            {
                ["totalJobs"] = open.Length,
                ["categories"] = Counts(open.Select(job => PublicJob.Category(job, assumptions))),
                ["languages"] = Counts(open.SelectMany(job => job.List("languages"))),
                ["countries"] = Counts(open.SelectMany(job => job.List("countries"))),
                ["payTypes"] = Counts(open.Select(job => job.Text("paymentType") ?? string.Empty)),
                ["generatedAt"] = Timestamp.Write(clock.UtcNow),
            });
        }
    }

    /// <summary>GET /jobs/changes: the latest event of each job from <c>since</c> on; <c>until</c> is the next <c>since</c>.</summary>
    public SandboxResponse Changes(SandboxRequest request)
    {
        if (!DateTimeOffset.TryParseExact(
            request.QueryValue("since"), IsoFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
        {
            throw OpenTrainRefusal.BadRequest("since has to be an ISO 8601 time.", new JsonObject { ["field"] = "since" });
        }

        lock (gate)
        {
            var now = clock.UtcNow;
            var found = store.All
                .Where(job => job.LatestEvent is { } happened && happened.At >= since && happened.At <= now)
                .OrderBy(job => job.LatestEvent!.Value.At)
                .Take(MostChanges + 1)
                .ToArray();
            var shown = found.Take(MostChanges).ToArray();
            var until = found.Length > MostChanges ? shown[MostChanges - 1].LatestEvent!.Value.At : now;
            return SandboxResponse.Json(200, new JsonObject
            {
                ["since"] = Timestamp.Write(since),
                ["until"] = Timestamp.Write(until),
                ["changes"] = new JsonArray([.. shown.Select(job => new JsonObject
                {
                    ["jobId"] = job.Id,
                    ["eventType"] = job.LatestEvent!.Value.Type,
                    ["occurredAt"] = Timestamp.Write(job.LatestEvent!.Value.At),
                })]),
                ["generatedAt"] = Timestamp.Write(now),
            });
        }
    }

    private static bool Holds(string? text, string part) =>
        text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.OrdinalIgnoreCase) >= 0;

    private static JsonArray Counts(IEnumerable<string> values) => new([.. values
        .Where(value => value.Length > 0)
        .GroupBy(value => value)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new JsonObject { ["value"] = group.Key, ["count"] = group.Count() })]);
}
