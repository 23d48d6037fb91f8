using System.Collections.Concurrent;
using System.Net;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

public sealed class ManyDraftsTests
{
    [Fact]
    public async Task Thousands_of_drafts_from_many_clients_at_once_are_all_kept()
    {
        using var user = new SandboxUser(new SandboxOptions { PublishQuota = 10_000 });
        const string Draft = """
            {"format": "opentrain_canonical", "job": {"title": "Boxes", "description": "Draw boxes.", "paymentType": "PAY_PER_HOUR",
             "rateAmount": 20, "experienceLevel": "EXPERT", "dataVolumeUnit": "NUMBER_OF_FILES"}}
            """;
        var ids = new ConcurrentDictionary<string, bool>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
        {
            var id = (await user.PostAsync("/job-drafts", Draft))["jobId"]!.GetValue<string>();
            var published = await user.PostAsync($"/jobs/{id}/publish");
            Assert.Equal(HttpStatusCode.OK, published.Status);
            Assert.True(ids.TryAdd(id, true));
        });

        var listed = 0;
        string? cursor = null;
        do
        {
            var page = await user.GetAsync("/jobs/mine?status=OPEN&limit=100" + (cursor is null ? "" : "&cursor=" + cursor));
            listed += page["jobs"]!.AsArray().Count;
            cursor = page["nextCursor"]?.GetValue<string>();
        }
        while (cursor is not null);

        Assert.Equal(2002, listed);
        Assert.Equal(4000 + 21, user.Sandbox.TotalRequests);
    }
}
