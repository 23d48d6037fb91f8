using System.Text;
using static JobDraftsPS.Core.Tests.Sandbox.TextKing.TextKingHarness;

namespace JobDraftsPS.Core.Tests.Sandbox.TextKing;

/// <summary>What TEXTKING's staff and web site do, and the seeds.</summary>
public sealed class ControlTests : IDisposable
{
    private const string Job = $"/project/{Winter}/job/{WinterJob}";

    private static readonly Guid Id = Guid.Parse(WinterJob);

    private readonly TextKingHarness sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void A_delivery_brings_a_translation_under_the_sources_name()
    {
        sandbox.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("translation-delivered", sandbox.Service.Deliver(Id));

        Assert.Equal($"{Base}{Job}/translation", sandbox.Get(Job).Link("urn:textking:translation"));
        var reply = sandbox.Get(Job + "/translation");
        Assert.StartsWith("[de > en] ", Encoding.UTF8.GetString(reply.Body), StringComparison.Ordinal);
        Assert.Equal("attachment; filename=manual-de.txt", reply.Header("Content-Disposition"));
        Assert.Equal("text/plain; charset=utf-8", reply.Header("Content-Type"));
        Assert.Equal("Tue, 03 Mar 2026 10:00:00 GMT", reply.Header("Last-Modified"));
    }

    [Fact]
    public void A_delivered_file_that_is_no_plain_text_stays_valid()
    {
        var project = sandbox.NewProject();
        var job = sandbox.NewJob(project);
        sandbox.Upload(job, "PK-bytes", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        sandbox.Put(project, """{"state":"running"}""");

        sandbox.Service.Deliver(IdOf(job));

        Assert.Equal("PK-bytes", Encoding.UTF8.GetString(sandbox.Get(job + "/translation").Body));
    }

    [Fact]
    public void A_job_goes_the_way_of_its_states()
    {
        Assert.Throws<InvalidOperationException>(() => sandbox.Service.Complete(Id));
        Assert.Throws<InvalidOperationException>(() => sandbox.Service.RequestRevision(Id));
        Assert.Equal("translation-delivered", sandbox.Service.Deliver(Id));
        Assert.Throws<InvalidOperationException>(() => sandbox.Service.Deliver(Id));
        Assert.Equal("revision-requested", sandbox.Service.RequestRevision(Id));
        Assert.Equal(200, sandbox.Get(Job + "/translation").Status);
        Assert.Throws<InvalidOperationException>(() => sandbox.Service.Complete(Id));
        Assert.Equal("translation-delivered", sandbox.Service.Deliver(Id));
        Assert.Equal("completed", sandbox.Service.Complete(Id));
        Assert.Throws<InvalidOperationException>(() => sandbox.Service.Cancel(Id));
        Assert.Equal("completed", sandbox.Get(Job).Text("state"));
    }

    [Fact]
    public void A_job_that_was_not_ordered_cannot_be_delivered()
    {
        var error = Assert.Throws<InvalidOperationException>(() => sandbox.Service.Deliver(Guid.Parse(SpringJob)));

        Assert.Contains("new", error.Message, StringComparison.Ordinal);
        Assert.Equal(404, sandbox.Get($"/project/{Spring}/job/{SpringJob}/translation").Status);
    }

    [Fact]
    public void An_unknown_job_is_said_to_be_unknown() =>
        Assert.Throws<KeyNotFoundException>(() => sandbox.Service.Deliver(Guid.Parse(Spring)));

    [Fact]
    public void A_project_is_finished_when_its_last_active_job_is_done()
    {
        sandbox.Service.Deliver(Id);
        Assert.Equal("running", sandbox.Get("/project/" + Winter).Text("state"));

        sandbox.Service.RequestRevision(Id);
        sandbox.Service.Cancel(Guid.Parse(OtherWinterJob));
        Assert.Equal("running", sandbox.Get("/project/" + Winter).Text("state"));

        sandbox.Service.Deliver(Id);
        Assert.Equal("finished", sandbox.Get("/project/" + Winter).Text("state"));
        Assert.Equal(403, sandbox.Put("/project/" + Winter, """{"state":"canceled"}""").Status);

        sandbox.Service.RequestRevision(Id);
        Assert.Equal("finished", sandbox.Get("/project/" + Winter).Text("state"));
    }

    [Fact]
    public void An_inactive_job_does_not_hold_its_project_back()
    {
        var project = sandbox.NewProject();
        sandbox.NewJob(project, JobBody.Replace("}", ""","is_active":false}""", StringComparison.Ordinal));
        var job = sandbox.NewJob(project);
        sandbox.Upload(job);
        sandbox.Put(project, """{"state":"running"}""");

        sandbox.Service.Deliver(IdOf(job));

        Assert.Equal("finished", sandbox.Get(project).Text("state"));
    }

    [Fact]
    public void A_canceled_job_is_not_ordered_with_its_project()
    {
        var project = sandbox.NewProject();
        var canceled = sandbox.NewJob(project);
        var ordered = sandbox.NewJob(project);
        sandbox.Upload(ordered);
        sandbox.Service.Cancel(IdOf(canceled));

        Assert.Equal(200, sandbox.Put(project, """{"state":"running"}""").Status);
        Assert.Equal("canceled", sandbox.Get(canceled).Text("state"));
        Assert.Equal("translation-pending", sandbox.Get(ordered).Text("state"));
    }

    [Fact]
    public void The_seeds_are_the_same_every_time()
    {
        using var other = new TextKingHarness();
        foreach (var path in new[]
        {
            "/projects", $"/project/{Spring}/jobs", $"/project/{Winter}/jobs", $"/project/{Autumn}/jobs", "/topics", "/languages/target",
            "/account/addresses",
        })
        {
            Assert.Equal(sandbox.Get(path).Json.ToJsonString(), other.Get(path).Json.ToJsonString());
        }
    }

    [Fact]
    public void The_seeded_catalogue_has_twelve_jobs_of_many_kinds()
    {
        var jobs = sandbox.Get($"/project/{Spring}/jobs").Items;

        Assert.Equal(
            Enumerable.Range(1, 12).Select(i => $"aaaaaaaa-0000-4000-8000-{i:D12}"), jobs.Select(job => (string?)job!["id"]));
        Assert.Equal(2, jobs.Count(job => !(bool)job!["is_active"]!));
        Assert.Contains(jobs, job => job!["topic"] is not null);
        Assert.Contains(jobs, job => job!["briefing"] is not null);
        Assert.Equal(2, jobs.Select(job => (string?)job!["quality"]).Distinct().Count());
        Assert.All(jobs, job => Assert.Equal("new", (string?)job!["state"]));
    }

    [Fact]
    public void The_seeded_jobs_can_be_written_as_they_stand()
    {
        foreach (var job in sandbox.Get($"/project/{Spring}/jobs").Items)
        {
            Assert.Equal(200, sandbox.Put($"/project/{Spring}/job/{(string?)job!["id"]}", job.ToJsonString()).Status);
        }
    }

    [Fact]
    public void The_seeded_running_project_has_numbers_documents_and_prices()
    {
        var number = sandbox.Get("/project/" + Winter).Text("number");
        var jobs = sandbox.Get($"/project/{Winter}/jobs").Items;

        Assert.Equal([number + "-01", number + "-02"], jobs.Select(job => (string?)job!["number"]));
        Assert.All(jobs, job => Assert.Equal("translation-pending", (string?)job!["state"]));
        Assert.Equal([11, 14], jobs.Select(job => (int)job!["words"]!));
        Assert.Equal(
            "attachment; filename=safety notes.txt", sandbox.Get($"/project/{Winter}/job/{OtherWinterJob}/document").Header("Content-Disposition"));
    }
}
