using System.Globalization;
using System.Management.Automation;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>One run of one command over as many rows as there are faults: row i meets fault i once.</summary>
public sealed class LostReplyRun : IDisposable
{
    private const string Project = "11111111-1111-4111-8111-111111111111";

    private static readonly HttpClient Eye = new();

    private readonly SandboxBench bench;
    private readonly JournalFile journal = new();
    private readonly TemporaryFolder data = new();
    private readonly string kind;
    private readonly string[] ids;

    public LostReplyRun(string kind)
    {
        this.kind = kind;
        var drafts = Path.Combine(data.Path, "data.json");
        File.WriteAllText(drafts, ReadyDrafts());
        bench = new SandboxBench(null, $"-DataPath '{drafts}'");
        bench.Run("$sandbox | Set-JobDraftSandbox -RateLimit 1000");
        ids = [.. Enumerable.Range(0, FaultTable.Names.Count).Select(MakeTarget)];
        var faults = FaultTable.Hashtables(Method, i => kind == "New-JobDraft" ? ("/job-drafts", SecondWritesBefore(i)) : (ids[i], 0));
        Result = bench.Run($"$sandbox | Set-JobDraftSandbox -Fault $faults; $rows | {Command} -JournalPath $journal", ("faults", faults), ("journal", journal.Path), ("rows", ids.Select(Row).ToArray()));
    }

    internal RunResult Result { get; }

    private string Method => kind switch { "Update-JobDraft" => "PATCH", "Set-TranslationJob" => "PUT", _ => "POST" };

    private string Command => kind switch
    {
        // A create has no id in its path, so its rows meet their faults one after another.
        "New-JobDraft" => "New-JobDraft -ThrottleLimit 1",
        "Publish-Sorce" => "Publish-Job -Service Sorce -ThrottleLimit 16",
        "Publish-OpenTrain" => "Publish-Job -Service OpenTrain -ThrottleLimit 16",
        _ => kind + " -ThrottleLimit 16",
    };

    /// <summary>Whether the service has a read of what was written, so that an answer without a body still ends as the record.</summary>
    internal static bool CanBeReadBack(string kind) => kind is "Set-TranslationJob" or "Publish-Sorce";

    /// <summary>How many rows before a row send a second time, which its fault must let pass.</summary>
    private static int SecondWritesBefore(int row) => FaultTable.Names.Take(row).Count(name => !FaultTable.SaysDone(name));

    /// <summary>How many writes arrived for a row.</summary>
    internal int WritesOf(int row) => bench.Requests().Count(request => request.Method == Method
        && (kind == "New-JobDraft" ? request.Body.Contains(ids[row], StringComparison.Ordinal) : request.Target.Contains(ids[row], StringComparison.Ordinal)));

    internal IReadOnlyList<JsonObject> JournalOf(int row) => kind == "New-JobDraft"
        ? [.. journal.Lines.Where(line => (string?)line["row"] is { } key && key == NamesOf(ids[row]))]
        : journal.LinesOf(ids[row]);

    /// <summary>How often the service holds what the row wanted.</summary>
    internal int HeldOf(int row) => kind switch
    {
        "New-JobDraft" => Look("OpenTrain", "/jobs/mine?limit=100")["jobs"]!.AsArray().Count(job => ((string?)job!["title"])?.Contains(ids[row], StringComparison.Ordinal) == true),
        "Update-JobDraft" => PublishesWithEdit(ids[row]) ? 1 : 0,
        "Publish-OpenTrain" => Look("OpenTrain", "/jobs/mine?limit=100")["jobs"]!.AsArray().Count(job => (string?)job!["id"] == ids[row] && (string?)job["status"] == "OPEN"),
        "Set-TranslationJob" => (string?)Look("TextKing", $"/project/{Project}/job/{ids[row]}")["briefing"] == "Short." ? 1 : 0,
        _ => (string?)Look("Sorce", "/jobs/" + ids[row])["status"] == "ACTIVE" ? 1 : 0,
    };

    public void Dispose()
    {
        bench.Dispose();
        journal.Dispose();
        data.Dispose();
    }

    /// <summary>Drafts that lack nothing, and drafts that lack only the level.</summary>
    private static string ReadyDrafts()
    {
        const string Complete = """
            "jobTitle":"Bridge outlines","jobDescription":"Outline bridges.","paymentType":"PAY_PER_HOUR","pricePerHour":20,
            "dataVolume":400,"dataVolumeUnit":"NUMBER_OF_FILES","languages":["English"],"headcount":2
            """;
        var drafts = FaultTable.Names.SelectMany((_, i) => new[]
        {
            $$"""{"jobId":"ready-{{i:D2}}","experienceLevel":"EXPERT",{{Complete}}}""",
            $$"""{"jobId":"gap-{{i:D2}}",{{Complete}}}""",
        });
        return """{"openTrain":{"drafts":[""" + string.Join(",", drafts) + "]}}";
    }

    private string MakeTarget(int row) => kind switch
    {
        "New-JobDraft" => string.Create(CultureInfo.InvariantCulture, $"Harbour{row:D2}"),
        "Update-JobDraft" => string.Create(CultureInfo.InvariantCulture, $"gap-{row:D2}"),
        "Publish-OpenTrain" => string.Create(CultureInfo.InvariantCulture, $"ready-{row:D2}"),
        "Set-TranslationJob" => string.Create(CultureInfo.InvariantCulture, $"aaaaaaaa-0000-4000-8000-{row + 1:D12}"),
        _ => MakeListing(),
    };

    private PSObject Row(string id) => kind switch
    {
        "New-JobDraft" => Rows.Of(("description", $"{id} photos. Outline every ship.")),
        "Update-JobDraft" => Rows.Of(("jobId", id), ("experienceLevel", "EXPERT")),
        "Set-TranslationJob" => Rows.Of(("projectId", Project), ("jobId", id), ("briefing", "Short.")),
        _ => Rows.Of(("jobId", id)),
    };

    private string? NamesOf(string word) => journal.Lines
        .Where(line => (string?)line["type"] == "intent" && line["after"]!.ToJsonString().Contains(word, StringComparison.Ordinal))
        .Select(line => (string?)line["row"]).First();

    private string MakeListing()
    {
        const string Listing = """
            {"title":"Data annotator","description":"Label short recordings.","remoteOption":"REMOTE","remoteCountry":"United States",
             "jobType":"CONTRACT","jobLevel":"ENTRY","salaryMin":21,"salaryMax":21,"salaryPeriod":"HOURLY","bidPerQualifiedApplicantCents":450,
             "qualifications":[{"text":"Reads Spanish","kind":"REQUIRED","order":0}]}
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, bench.Address("Sorce") + "/jobs") { Content = new StringContent(Listing, Encoding.UTF8, "application/json") };
        return (string)Ask("Sorce", request)["id"]!;
    }

    /// <summary>A draft's fields cannot be read: only one that has the edit is complete enough to be published.</summary>
    private bool PublishesWithEdit(string jobId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{bench.Address("OpenTrain")}/jobs/{jobId}/publish");
        return (string?)Ask("OpenTrain", request)["status"] == "OPEN";
    }

    private JsonNode Look(string service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, bench.Address(service) + path);
        return Ask(service, request);
    }

    private JsonNode Ask(string service, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bench.Token(service));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = Eye.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return JsonNode.Parse(reader.ReadToEnd())!;
    }
}
