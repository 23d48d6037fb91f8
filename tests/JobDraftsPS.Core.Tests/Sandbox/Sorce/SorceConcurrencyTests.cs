using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceConcurrencyTests
{
    private readonly SorceBench bench = new();

    [Fact]
    public void Edits_of_different_fields_at_once_all_stay()
    {
        string[] edits = ["""{"title":"T"}""", """{"description":"D"}""", """{"jobLevel":"MID"}""", """{"salaryMin":7}""", """{"budgets":[]}"""];
        for (var round = 0; round < 50; round++)
        {
            var id = bench.Create(SorceBench.CompleteJob.Replace("\"MID\"", "\"ENTRY\"", StringComparison.Ordinal));
            Parallel.ForEach(edits, edit => bench.Patch(id, edit).Expect(200));
            var job = bench.Get($"/jobs/{id}");
            Assert.Equal("T", job["title"].GetString());
            Assert.Equal("D", job["description"].GetString());
            Assert.Equal("MID", job["jobLevel"].GetString());
            Assert.Equal(7, job["salaryMin"].GetInt64());
        }
    }

    [Fact]
    public void Of_many_publishes_at_once_one_succeeds()
    {
        var succeeded = 0;
        Parallel.For(0, 200, _ =>
        {
            if (bench.Post("/jobs/job_s01/publish").Status == 200)
            {
                Interlocked.Increment(ref succeeded);
            }
        });
        Assert.Equal(1, succeeded);
    }

    [Fact]
    public void Thousands_of_jobs_made_at_once_while_others_list_get_ids_of_their_own()
    {
        var before = bench.Get("/jobs").ItemIds.Length;
        Parallel.For(0, 3000, i =>
        {
            bench.Create(SorceBench.CompleteJob);
            if (i % 500 == 0)
            {
                bench.Get("/jobs").Expect(200);
            }
        });
        var ids = bench.Get("/jobs").ItemIds;
        Assert.Equal(before + 3000, ids.Length);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void The_limit_holds_under_a_rush()
    {
        bench.RateLimit = 60;
        var accepted = 0;
        Parallel.For(0, 500, _ =>
        {
            if (bench.Get("/jobs/job_s01").Status == 200)
            {
                Interlocked.Increment(ref accepted);
            }
        });
        Assert.Equal(60, accepted);
    }

    [Fact]
    public void No_application_is_lost_in_a_rush()
    {
        Parallel.For(0, 500, _ => bench.Service.AddApplication("job_live01", SorceApplication.Pending));
        Assert.Equal(500, bench.Get("/jobs/job_live01")["applicationCounts"].GetProperty("pending").GetInt32());
    }
}
