using static JobDraftsPS.Core.Tests.Sandbox.TextKing.TextKingHarness;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

/// <summary>The twenty test vectors of the contract, in its order and under its numbers.</summary>
public sealed class ContractVectorTests : IDisposable
{
    private const string AbsentId = "0a6f7c1e-2b34-4d5e-8f90-112233445566";

    private readonly TextKingHarness sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void Vector_01_a_new_project_is_prepared_and_has_the_default_address()
    {
        var reply = sandbox.Post("/projects", """{"name":"A","due_date":"2026-05-04"}""");

        Assert.Equal(201, reply.Status);
        var uri = $"{Base}/project/{reply.Text("id")}";
        Assert.Equal(uri, reply.Header("Location"));
        Assert.Equal(uri, reply.Header("Content-Location"));
        Assert.Equal("prepared", reply.Text("state"));
        Assert.Equal("2026-05-04T00:00:00", reply.Text("due_date"));
        Assert.Equal(DefaultAddress, reply.Text("billing_address"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":""}""")]
    public void Vector_02_a_project_needs_a_name(string body) =>
        Assert.Equal(400, sandbox.Post("/projects", body).Status);

    [Theory]
    [InlineData("not-a-uuid", 400)]
    [InlineData(AbsentId, 404)]
    public void Vector_03_a_bad_id_is_400_and_an_unknown_one_404(string id, int status) =>
        Assert.Equal(status, sandbox.Get("/project/" + id).Status);

    [Fact]
    public void Vector_04_a_new_job_is_new_active_and_uncounted()
    {
        var reply = sandbox.Post(sandbox.NewProject() + "/jobs", JobBody);

        Assert.Equal(201, reply.Status);
        Assert.Equal("new", reply.Text("state"));
        Assert.True((bool)reply.Json["is_active"]!);
        Assert.True(reply.Json.ContainsKey("words"));
        Assert.Null(reply.Json["words"]);
        Assert.Null(reply.Link("urn:textking:document"));
    }

    [Fact]
    public void Vector_05_a_partial_put_keeps_the_other_fields()
    {
        var job = sandbox.NewJob(sandbox.NewProject());

        var reply = sandbox.Put(job, $$"""{"topic":"{{General}}","briefing":"b"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal(IdOf(job).ToString(), reply.Text("id"));
        Assert.Equal("A", reply.Text("name"));
        Assert.Equal("en", reply.Text("source_language"));
        Assert.Equal("fr", reply.Text("target_language"));
        Assert.Equal("translation", reply.Text("quality"));
        Assert.Equal("b", reply.Text("briefing"));
        Assert.Equal($"{Base}/topic/{General}", reply.Link("urn:textking:topic"));
    }

    [Fact]
    public void Vector_06_a_name_cannot_be_emptied()
    {
        var job = sandbox.NewJob(sandbox.NewProject());

        Assert.Equal(400, sandbox.Put(job, """{"name":"","briefing":"lost"}""").Status);
        Assert.Equal("A", sandbox.Get(job).Text("name"));
        Assert.Null(sandbox.Get(job).Text("briefing"));
    }

    [Fact]
    public void Vector_07_an_upload_is_counted_and_priced()
    {
        var job = sandbox.NewJob(sandbox.NewProject());

        var reply = sandbox.Upload(job, "one two  three");

        Assert.Equal(201, reply.Status);
        Assert.Equal($"{Base}{job}/document", reply.Header("Content-Location"));
        var read = sandbox.Get(job);
        Assert.Equal(3, (int)read.Json["words"]!);
        Assert.Equal(0.36m, (decimal)read.Json["net_price"]!);
        Assert.Equal("EUR", read.Text("currency"));
        Assert.Equal($"{Base}{job}/document", read.Link("urn:textking:document"));
    }

    [Fact]
    public void Vector_08_a_picture_is_not_translated() =>
        Assert.Equal(406, sandbox.Upload(sandbox.NewJob(sandbox.NewProject()), name: "a.png", type: "image/png").Status);

    [Fact]
    public void Vector_09_there_is_no_translation_before_delivery() =>
        Assert.Equal(404, sandbox.Get(sandbox.NewJob(sandbox.NewProject()) + "/translation").Status);

    [Fact]
    public void Vector_10_a_start_numbers_the_project_and_sets_its_jobs_pending()
    {
        var project = sandbox.NewProject();
        var job = sandbox.NewJob(project);
        sandbox.Upload(job);

        var reply = sandbox.Put(project, """{"state":"running"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal("running", reply.Text("state"));
        Assert.Matches("^[A-Z]{2}[0-9]{7}$", reply.Text("number"));
        var read = sandbox.Get(job);
        Assert.Equal("translation-pending", read.Text("state"));
        Assert.Equal(reply.Text("number") + "-01", read.Text("number"));
    }

    [Fact]
    public void Vector_11_nothing_of_a_running_project_can_be_written()
    {
        const string Project = "/project/" + Winter;
        const string Job = Project + "/job/" + WinterJob;

        Assert.Equal(403, sandbox.Put(Job, """{"briefing":"b"}""").Status);
        Assert.Equal(403, sandbox.Post(Project + "/jobs", JobBody).Status);
        Assert.Equal(403, sandbox.Delete(Job).Status);
        Assert.Equal(403, sandbox.Delete(Project).Status);
        Assert.Equal(403, sandbox.Put(Project, """{"name":"B"}""").Status);
    }

    [Fact]
    public async Task Vector_12_a_delivery_fires_its_callback_and_finishes_the_project()
    {
        var job = sandbox.NewRunningJob();
        sandbox.Post(job + "/callbacks", """{"url":"http://127.0.0.1:9/hook","trigger_state":"translation-delivered","extra_data":"order 9"}""");

        sandbox.Service.Deliver(IdOf(job));
        await sandbox.Service.CallbacksSettled;

        var received = Assert.Single(sandbox.Receiver.Received);
        var projectId = job.Split('/')[2];
        Assert.Equal("POST", received.Method);
        Assert.Equal("application/x-www-form-urlencoded", received.Type);
        Assert.Equal($"project_id={projectId}&job_id={IdOf(job)}&extra_data=order+9", received.Body);
        Assert.Equal(200, sandbox.Get(job + "/translation").Status);
        Assert.Equal("finished", sandbox.Get("/project/" + projectId).Text("state"));
    }

    [Fact]
    public void Vector_13_a_canceled_project_is_final()
    {
        var project = sandbox.NewProject();

        var reply = sandbox.Put(project, """{"state":"canceled"}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal("canceled", reply.Text("state"));
        Assert.Equal(403, sandbox.Put(project, """{"state":"canceled"}""").Status);
    }

    [Fact]
    public void Vector_14_the_second_page_of_three_projects_has_one()
    {
        var reply = sandbox.Get("/projects?per_page=2&page=2");

        Assert.Equal(200, reply.Status);
        Assert.Single(reply.Items);
        Assert.Equal(3, (int)reply.Json["total"]!);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    public void Vector_15_a_page_has_1_to_100_items(string size) =>
        Assert.Equal(400, sandbox.Get("/projects?per_page=" + size).Status);

    [Theory]
    [InlineData("/topics", 200)]
    [InlineData("/projects", 401)]
    public void Vector_16_topics_need_no_token_and_projects_do(string path, int status) =>
        Assert.Equal(status, sandbox.Get(path, ("Authorization", null)).Status);

    [Fact]
    public void Vector_17_topics_come_in_German()
    {
        var reply = sandbox.Get("/topics", ("Accept-Language", "de"));

        Assert.Equal("de", reply.Header("Content-Language"));
        Assert.Contains(reply.Items, topic => (string?)topic!["name"] == "Allgemein");
        Assert.All(reply.Items, topic => Assert.Equal("de", (string?)topic!["localization_language"]));
    }

    [Fact]
    public void Vector_18_a_total_price_is_ten_times_the_price_of_a_word()
    {
        var reply = sandbox.Get("/price-info?words=10&source_language=de&target_language=en", ("Authorization", null));

        Assert.Equal(200, reply.Status);
        var prices = reply.Json["prices"]!.AsArray();
        Assert.Equal(["translation", "translation-and-correction"], prices.Select(price => (string?)price!["quality"]));
        Assert.All(prices, price => Assert.Equal(10 * (decimal)price!["price_per_word"]!, (decimal)price["total_price"]!));
    }

    [Fact]
    public void Vector_19_no_callback_waits_for_new() =>
        Assert.Equal(
            400,
            sandbox.Post($"/project/{Winter}/job/{WinterJob}/callbacks", """{"url":"http://127.0.0.1/","trigger_state":"new"}""").Status);

    [Fact]
    public void Vector_20_the_second_deletion_finds_nothing()
    {
        var project = sandbox.NewProject();

        Assert.Equal(204, sandbox.Delete(project).Status);
        Assert.Equal(404, sandbox.Delete(project).Status);
    }
}
