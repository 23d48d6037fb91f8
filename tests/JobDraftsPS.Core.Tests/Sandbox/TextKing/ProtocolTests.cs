using System.Text;
using JobDraftsPS.Sandbox.TextKing;
using static JobDraftsPS.Core.Tests.Sandbox.TextKing.TextKingHarness;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

/// <summary>Tokens, the order of the checks, formats and the error body.</summary>
public sealed class ProtocolTests : IDisposable
{
    private readonly TextKingHarness sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic " + TextKingService.DefaultToken)]
    [InlineData(TextKingService.DefaultToken)]
    public void Without_a_good_bearer_token_the_answer_is_401_with_a_challenge(string? authorization)
    {
        var reply = sandbox.Get("/projects", ("Authorization", authorization));

        Assert.Equal(401, reply.Status);
        Assert.Equal("Bearer", reply.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("/topics")]
    [InlineData("/topic/" + General)]
    [InlineData("/languages/source")]
    [InlineData("/languages/target")]
    [InlineData("/language/en")]
    [InlineData("/price-info?words=1&source_language=en&target_language=de")]
    public void Public_paths_take_no_token_and_any_token(string path)
    {
        Assert.Equal(200, sandbox.Get(path, ("Authorization", null)).Status);
        Assert.Equal(200, sandbox.Get(path, ("Authorization", "Bearer nonsense")).Status);
        Assert.Equal(200, sandbox.Get(path).Status);
    }

    [Theory]
    [InlineData("/project/" + Foreign)]
    [InlineData("/project/" + Foreign + "/jobs")]
    [InlineData("/project/" + Foreign + "/job/" + ForeignJob)]
    [InlineData("/project/" + Spring + "/job/" + ForeignJob)]
    [InlineData("/account/address/88888888-1111-4222-8333-444444444444")]
    public void What_belongs_to_another_customer_is_not_there(string path) =>
        Assert.Equal(404, sandbox.Get(path).Status);

    [Fact]
    public void The_other_customer_sees_only_the_own_project()
    {
        var reply = sandbox.Get("/projects", ("Authorization", "Bearer " + TextKingService.ForeignToken));

        Assert.Equal(Foreign, (string?)Assert.Single(reply.Items)!["id"]);
    }

    [Fact]
    public void An_error_says_its_status_and_what_is_wrong()
    {
        var reply = sandbox.Delete("/project/" + Winter);

        Assert.Equal("application/json; charset=utf-8", reply.Header("Content-Type"));
        Assert.Equal(403, (int)reply.Json["status"]!);
        Assert.Contains("running", reply.Text("message"), StringComparison.Ordinal);
        Assert.Equal(2, reply.Json.Count);
    }

    [Fact]
    public void A_missing_token_is_noticed_before_a_bad_id() =>
        Assert.Equal(401, sandbox.Get("/project/not-a-uuid", ("Authorization", null)).Status);

    [Fact]
    public void A_bad_id_is_noticed_before_an_unknown_one() =>
        Assert.Equal(400, sandbox.Get($"/project/{ForeignJob}/job/not-a-uuid").Status);

    [Fact]
    public void An_unknown_job_is_noticed_before_the_state() =>
        Assert.Equal(404, sandbox.Put($"/project/{Winter}/job/{SpringJob}", "{}").Status);

    [Fact]
    public void The_state_is_noticed_before_the_body() =>
        Assert.Equal(403, sandbox.Put("/project/" + Winter, "no json").Status);

    [Theory]
    [InlineData("{11111111-1111-4111-8111-111111111111}")]
    [InlineData("11111111111141118111111111111111")]
    [InlineData("11111111-1111-4111-8111-11111111111")]
    [InlineData("11111111-1111-4111-8111-11111111111g")]
    [InlineData("0x111111-1111-4111-8111-111111111111")]
    [InlineData("%2011111-1111-4111-8111-111111111111")]
    public void Only_the_hyphenated_form_is_a_uuid(string id) =>
        Assert.Equal(400, sandbox.Get("/project/" + id).Status);

    [Fact]
    public void Ids_compare_without_case()
    {
        var reply = sandbox.Get($"/project/{Spring}/job/{SpringJob.ToUpperInvariant()}");

        Assert.Equal(200, reply.Status);
        Assert.Equal(SpringJob, reply.Text("id"));
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/job/" + SpringJob)]
    [InlineData("PUT", "/" + Spring + "/job/" + SpringJob)]
    [InlineData("GET", "/projects/" + Spring)]
    [InlineData("GET", "/Projects")]
    [InlineData("GET", "/project/" + Spring + "/job/" + SpringJob + "/translation/1")]
    public void A_path_that_is_not_in_the_index_is_404(string method, string path) =>
        Assert.Equal(404, sandbox.Send(method, path, []).Status);

    [Theory]
    [InlineData("DELETE", "/projects", "GET, POST")]
    [InlineData("PATCH", "/project/" + Spring, "GET, PUT, DELETE")]
    [InlineData("HEAD", "/topics", "GET")]
    [InlineData("GET", "/project/" + Spring + "/job/" + SpringJob + "/document/a.txt", "POST")]
    public void A_wrong_method_is_405_and_names_the_right_ones(string method, string path, string allowed)
    {
        var reply = sandbox.Send(method, path, []);

        Assert.Equal(405, reply.Status);
        Assert.Equal(allowed, reply.Header("Allow"));
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("*/*", 200)]
    [InlineData("application/*", 200)]
    [InlineData("application/json", 200)]
    [InlineData("Application/JSON; charset=utf-8", 200)]
    [InlineData("application/xml, application/json;q=0.5", 200)]
    [InlineData("application/xml", 406)]
    [InlineData("text/html, text/*", 406)]
    [InlineData("application/json;q=0", 406)]
    [InlineData("application/json;q=0, */*", 406)]
    public void The_answer_is_JSON_or_406(string? accept, int status) =>
        Assert.Equal(status, sandbox.Get("/projects", ("Accept", accept)).Status);

    [Theory]
    [InlineData("application/json", 201)]
    [InlineData("application/json; charset=utf-8", 201)]
    [InlineData("application/xml", 406)]
    [InlineData("text/json", 406)]
    [InlineData("application/x-www-form-urlencoded", 406)]
    [InlineData(null, 406)]
    public void A_body_is_JSON_or_406(string? contentType, int status) =>
        Assert.Equal(status, sandbox.Post("/projects", """{"name":"A"}""", ("Content-Type", contentType)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"A\"")]
    [InlineData("""{"name":"A",}""")]
    [InlineData("""{"name":"A"} x""")]
    [InlineData("""{"name":"A" /* comment */}""")]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"name":7}""")]
    [InlineData("""{"name":["A"]}""")]
    [InlineData("""{"name":"A","due_date":20260504}""")]
    public void A_body_that_is_no_proper_JSON_object_is_400(string body) =>
        Assert.Equal(400, sandbox.Post("/projects", body).Status);

    [Fact]
    public void A_body_that_is_no_UTF_8_is_400() =>
        Assert.Equal(400, sandbox.Send("POST", "/projects", [.. "{\"name\":\""u8, 0xff, .. "\"}"u8], ("Content-Type", "application/json")).Status);

    [Theory]
    [InlineData("GET", "/project/", 400)]
    [InlineData("DELETE", "/project/11111111-1111-4111-8111-111111111111/", 404)]
    [InlineData("DELETE", "/project/11111111-1111-4111-8111-111111111111/job/", 400)]
    [InlineData("POST", "/project/11111111-1111-4111-8111-111111111111/job/aaaaaaaa-0000-4000-8000-000000000001/document/", 400)]
    [InlineData("GET", "/projects/", 404)]
    [InlineData("GET", "/topic/", 400)]
    [InlineData("GET", "/language/", 404)]
    public void An_id_that_was_forgotten_is_no_other_call(string method, string path, int status) =>
        Assert.Equal(status, sandbox.Send(method, path, "x"u8.ToArray(), ("Content-Type", "text/plain")).Status);

    [Fact]
    public void An_empty_body_without_a_type_is_incomplete_rather_than_of_a_wrong_type() =>
        Assert.Equal(400, sandbox.Send("POST", "/projects", []).Status);

    [Theory]
    [InlineData("page", "0")]
    [InlineData("page", "-1")]
    [InlineData("page", "")]
    [InlineData("page", "one")]
    [InlineData("page", "1.0")]
    [InlineData("page", "99999999999")]
    [InlineData("per_page", "+5")]
    [InlineData("per_page", " 5")]
    public void A_page_that_is_no_whole_number_in_range_is_400(string name, string value) =>
        Assert.Equal(400, sandbox.Get($"/topics?{name}={Uri.EscapeDataString(value)}").Status);

    [Fact]
    public void A_page_past_the_end_is_empty_and_still_says_the_total()
    {
        var reply = sandbox.Get("/projects?page=2147483647&per_page=100");

        Assert.Equal(200, reply.Status);
        Assert.Empty(reply.Items);
        Assert.Equal(3, (int)reply.Json["total"]!);
    }

    [Fact]
    public void A_collection_has_100_items_a_page_and_a_self_link()
    {
        var reply = sandbox.Get("/projects");

        Assert.Equal(1, (int)reply.Json["page"]!);
        Assert.Equal(100, (int)reply.Json["per_page"]!);
        Assert.Equal($"{Base}/projects?page=1&per_page=100", reply.Link("self"));
        Assert.Single(reply.Json["links"]!.AsArray());
    }

    [Fact]
    public void Pages_together_hold_each_item_once()
    {
        var ids = Enumerable.Range(1, 3)
            .SelectMany(page => sandbox.Get($"/project/{Spring}/jobs?page={page}&per_page=5").Items)
            .Select(job => (string?)job!["id"])
            .ToArray();

        Assert.Equal(12, ids.Length);
        Assert.Equal(12, ids.Distinct().Count());
    }

    [Fact]
    public void Thousands_of_jobs_can_be_made_by_many_callers_at_once()
    {
        var project = sandbox.NewProject();
        Parallel.For(0, 4000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var job = sandbox.NewJob(project, JobBody.Replace("\"A\"", $"\"Job {i}\"", StringComparison.Ordinal));
            Assert.Equal(200, sandbox.Put(job, """{"briefing":"b"}""").Status);
        });

        var names = Enumerable.Range(1, 40)
            .SelectMany(page => sandbox.Get($"{project}/jobs?page={page}").Items)
            .Select(job => (Name: (string?)job!["name"], Briefing: (string?)job["briefing"]))
            .ToHashSet();
        Assert.Equal(4000, names.Count);
        Assert.All(names, job => Assert.Equal("b", job.Briefing));
    }

    [Fact]
    public void Requests_that_may_change_something_go_one_after_another()
    {
        var job = sandbox.NewJob(sandbox.NewProject());
        var inside = 0;
        var together = 0;
        sandbox.UploadLimit = () =>
        {
            together = Math.Max(together, Interlocked.Increment(ref inside));
            Thread.SpinWait(2000);
            Interlocked.Decrement(ref inside);
            return 100;
        };

        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Assert.Equal(201, sandbox.Upload(job).Status));

        Assert.Equal(1, together);
    }

    [Fact]
    public void Links_are_built_from_the_address_that_the_client_used()
    {
        var headers = new Dictionary<string, string?> { ["Authorization"] = "Bearer " + TextKingService.DefaultToken };
        var request = new JobDraftsPS.Sandbox.Http.SandboxRequest(
            "GET", "/project/" + Spring, [], headers.ToDictionary(h => h.Key, h => h.Value!), Encoding.UTF8.GetBytes(""), "http://localhost:9999");

        var reply = new TextKingReply(sandbox.Service.Handle(request));

        Assert.Equal($"http://localhost:9999/v1/project/{Spring}", reply.Link("self"));
    }
}
