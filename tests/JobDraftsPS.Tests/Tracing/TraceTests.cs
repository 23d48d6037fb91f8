using System.Management.Automation;
using System.Text.Json.Nodes;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Tracing;

/// <summary>Connect-JobDraftService -TracePath. That no secret is in a trace is shown by <see cref="Connections.CanaryTests"/>, whose connections all have one.</summary>
public sealed class TraceTests
{
    private static readonly string Schema = Path.Combine(Repository.Root, "tests", "JobDraftsPS.Tests", "Tracing", "har.schema.json");

    /// <summary>The sample ends all sandboxes of its process, and here other tests have theirs; and it imports the checkout's module, which may be another copy than the one under test.</summary>
    private const string OwnSandboxOnly = "function Import-Module { }; function Stop-JobDraftSandbox { JobDraftsPS\\Stop-JobDraftSandbox -Sandbox $sandbox -Confirm:$false };";

    [Fact]
    public void The_quick_start_leaves_a_HAR_with_each_of_its_exchanges()
    {
        using var folder = new TemporaryFolder();
        using var session = new Session(new RecordingHost());
        var trace = Path.Combine(folder.Path, "quick-start.har");

        var run = session.Run(OwnSandboxOnly + "$global:PSDefaultParameterValues['Connect-JobDraftService:TracePath'] = $trace; & $sample", ("trace", trace), ("sample", Path.Combine(Repository.Root, "samples", "QuickStart", "bulk-edit.ps1")));

        Assert.Empty(run.AllErrors);
        var entries = Entries(session, trace);
        Assert.InRange(entries.Count, 60, 200);
        Assert.Equal(["GET", "PATCH", "POST", "PUT"], entries.Select(entry => (string)entry!["request"]!["method"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.InRange((int)entry!["response"]!["status"]!, 200, 409));
        Assert.Contains(entries, entry => ((string?)entry!["request"]!["postData"]?["text"])?.Contains("\"status\"", StringComparison.Ordinal) == false);
        Assert.All(entries, entry => Assert.NotEmpty((string)entry!["response"]!["content"]!["text"]!));
    }

    [Fact]
    public void The_file_is_complete_after_every_exchange_and_shows_what_went_wrong_too()
    {
        using var folder = new TemporaryFolder();
        using var bench = new SandboxBench();
        var trace = Path.Combine(folder.Path, "x.har");
        bench.Run("Connect-JobDraftService -Sandbox $sandbox -TracePath $trace", ("trace", trace));
        Assert.Empty(Entries(bench.Session, trace));

        bench.Run("Update-JobDraft ot-draft-01 -Headcount 5");
        Assert.Equal(2, Entries(bench.Session, trace).Count);
        bench.Run("$sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'DropAfterHandling' }; Set-JobListing job_s01 -Title Welder");
        bench.Run("Get-TranslationProject -Name 'a b'");

        var entries = Entries(bench.Session, trace);
        var edit = entries[1]!;
        Assert.Equal("***", ((string)Header(edit["request"]!, "Authorization")!).Split(' ')[1]);
        Assert.Equal("""{"headcount":5}""", (string)edit["request"]!["postData"]!["text"]!);
        Assert.Contains("ot-draft-01", (string)edit["response"]!["content"]!["text"]!, StringComparison.Ordinal);
        Assert.StartsWith("application/json", (string)edit["response"]!["content"]!["mimeType"]!, StringComparison.Ordinal);
        var lost = Assert.Single(entries, entry => (int)entry!["response"]!["status"]! == 0)!["response"]!;
        Assert.NotEmpty((string)lost["_error"]!);
        Assert.Contains(entries, entry => entry!["request"]!["queryString"]!.AsArray().Any(pair => (string)pair!["name"]! == "per_page"));
    }

    [Fact]
    public void Documents_travel_without_being_kept_in_the_trace()
    {
        const string Job = "aaaaaaaa-0000-4000-8000-000000000001";
        const string Project = "11111111-1111-4111-8111-111111111111";
        using var folder = new TemporaryFolder();
        using var bench = new SandboxBench();
        var trace = Path.Combine(folder.Path, "x.har");
        File.WriteAllText(Path.Combine(folder.Path, "leaflet.txt"), "Words of the leaflet.");

        var run = bench.Run($"Connect-JobDraftService -Sandbox $sandbox -TracePath $folder/x.har; Send-TranslationDocument {Job} {Project} -Path $folder/leaflet.txt; Save-TranslationDocument {Job} {Project} -Path $folder/back", ("folder", folder.Path));

        Assert.Empty(run.AllErrors);
        var entries = Entries(bench.Session, trace);
        Assert.DoesNotContain("Words of the leaflet", File.ReadAllText(trace), StringComparison.Ordinal);
        Assert.Contains(entries, entry => (long)entry!["request"]!["bodySize"]! == 21 && ((string)entry["request"]!["postData"]!["comment"]!).Contains("file", StringComparison.Ordinal));
        Assert.Contains(entries, entry => (long)entry!["response"]!["content"]!["size"]! == 21 && entry["response"]!["content"]!["text"] is null);
    }

    [Fact]
    public void A_file_that_exists_is_left_as_it_is_and_nothing_is_sent()
    {
        using var folder = new TemporaryFolder();
        using var bench = new Bench();
        var path = Path.Combine(folder.Path, "x.har");
        File.WriteAllText(path, "mine");

        var run = bench.Run("Connect-JobDraftService OpenTrain -Token $token -TracePath $path", ("path", path), ("token", Bench.Secret("tok_a_secret")));

        Assert.Single(run.Result.AllErrors).Says("JobDrafts.Trace", ErrorCategory.WriteError, path, "there is a file", "Nothing was sent.", "-TracePath");
        Assert.Empty(run.Calls);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_that_is_missing_is_an_error_before_a_code_is_exchanged()
    {
        using var folder = new TemporaryFolder();
        using var bench = new Bench();

        var run = bench.Run(
            "Connect-JobDraftService TextKing -BaseUri $origin/tk -AuthorizationUri $origin/oauth -ClientId app -ClientSecret $secret -AuthorizationCode $secret -RedirectUri https://example.org/ -TracePath $folder/none/x.har",
            ("folder", folder.Path),
            ("origin", bench.Origin),
            ("secret", Bench.Secret("a-code-or-secret")));

        Assert.Single(run.Result.AllErrors).Says("JobDrafts.Trace", ErrorCategory.WriteError, "none", "Nothing was sent.", "folder that can be written");
        Assert.Empty(run.Calls);
    }

    [Fact]
    public void A_connection_that_is_not_made_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        using var session = new Session();

        var run = session.Run("Connect-JobDraftService OpenTrain -Token $token -BaseUri http://example.org/ -TracePath $folder/x.har", ("folder", folder.Path), ("token", Bench.Secret("tok_a_secret")));

        Assert.Equal("JobDrafts.BadValue", Assert.Single(run.AllErrors).Id());
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    /// <summary>The entries of a file that holds what HAR 1.2 asks.</summary>
    private static JsonArray Entries(Session session, string trace)
    {
        var check = session.Run("Get-Content $trace -Raw | Test-Json -SchemaFile $schema", ("trace", trace), ("schema", Schema));
        Assert.Empty(check.AllErrors);
        Assert.Equal(true, Assert.Single(check.Output).BaseObject);
        return JsonNode.Parse(File.ReadAllText(trace))!["log"]!["entries"]!.AsArray();
    }

    private static JsonNode? Header(JsonNode message, string name) => message["headers"]!.AsArray().Single(pair => (string)pair!["name"]! == name)!["value"];
}
