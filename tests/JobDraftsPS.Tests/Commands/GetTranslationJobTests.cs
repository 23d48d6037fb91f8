using System.Globalization;
using System.Management.Automation;
using System.Text.Json.Nodes;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

public sealed class GetTranslationJobTests
{
    private const string Project = StubServices.ProjectId;

    [Fact]
    public void A_project_of_150_jobs_comes_whole_and_in_order()
    {
        using var bench = new Bench(call => Task.FromResult(Page(call)));

        var run = bench.Run("Get-TranslationJob $project", ("project", Project));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(Enumerable.Range(1, 150).Select(Id), run.Result.Output.Select(job => job.Properties["JobId"].Value));
        Assert.All(run.Result.Output, job => Assert.Equal(Project, job.Properties["ProjectId"].Value));
        Assert.Equal(["page=1&per_page=100", "page=2&per_page=100"], run.Calls.Select(call => call.Path.Split('?')[1]));
    }

    [Fact]
    public void Jobs_stream_page_by_page()
    {
        using var bench = new Bench(call => Task.FromResult(Page(call)));

        var run = bench.Run("foreach ($once in 1) { Get-TranslationJob $project | ForEach-Object { $_.JobId; break } }", ("project", Project));

        Assert.Equal([Id(1)], run.Result.Output.Select(item => item.ToString()));
        Assert.Single(run.Calls);
    }

    [Fact]
    public void Rows_are_read_side_by_side_and_come_out_in_their_order()
    {
        var third = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var bench = new Bench(async call =>
        {
            var isThird = call.Path.Contains(Id(3), StringComparison.Ordinal);
            if (isThird)
            {
                third.SetResult();
            }

            // The first answer waits for the third request, which only comes while the first is under way.
            await third.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return new Reply(200, $$"""{"id":"{{call.Path[^36..]}}","name":"Job","state":"new"}""");
        });

        var run = bench.Run("$ids | Get-TranslationJob -ThrottleLimit 3", ("ids", Enumerable.Range(1, 3).Select(i => Rows.Of(("projectId", Project), ("jobId", Id(i)))).ToArray()));

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal([Id(1), Id(2), Id(3)], run.Result.Output.Select(job => job.Properties["JobId"].Value));
    }

    [Fact]
    public void The_sandboxs_jobs_come_by_project_by_id_and_by_record()
    {
        using var bench = new SandboxBench();

        Assert.Equal(12, bench.Run("Get-TranslationJob $project", ("project", Project)).Output.Count);
        Assert.Equal("Leaflet EN to DE", Assert.Single(bench.Run("Get-TranslationJob $project aaaaaaaa-0000-4000-8000-000000000002", ("project", Project)).Output).Properties["Title"].Value);
        Assert.Equal("Leaflet EN to DE", Assert.Single(bench.Run("Get-TranslationJob $project aaaaaaaa-0000-4000-8000-000000000002 | Get-TranslationJob", ("project", Project)).Output).Properties["Title"].Value);
    }

    [Fact]
    public void A_project_gives_its_jobs()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("(New-Record ([JobDraftsPS.TranslationProject]) @{ ProjectId = '22222222-2222-4222-8222-222222222222' }) | Get-TranslationJob");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["Manual DE to EN", "Safety notes EN to FR"], result.Output.Select(job => job.Properties["Title"].Value));
    }

    [Fact]
    public void Rows_that_name_projects_give_the_jobs_of_each()
    {
        using var bench = new SandboxBench();
        object[] rows = [Rows.Of(("projectId", "22222222-2222-4222-8222-222222222222")), Rows.Of(("projectId", Project), ("jobId", "aaaaaaaa-0000-4000-8000-000000000001"))];

        var result = bench.Run("$rows | Get-TranslationJob", ("rows", rows));

        Assert.Empty(result.AllErrors);
        Assert.Equal(["Manual DE to EN", "Safety notes EN to FR", "Leaflet EN to FR"], result.Output.Select(job => job.Properties["Title"].Value));
    }

    [Fact]
    public void A_bad_row_is_one_error_and_the_others_go_on()
    {
        using var bench = new SandboxBench();
        object[] rows = [Rows.Of(("projectId", Project), ("jobId", "aaaaaaaa-0000-4000-8000-000000000001")), Rows.Of(("jobId", "aaaaaaaa-0000-4000-8000-000000000002")), "no-uuid", Rows.Of(("projectId", "22222222-2222-4222-8222-222222222222"))];

        var result = bench.Run("$rows | Get-TranslationJob", ("rows", rows));

        Assert.Equal(3, result.Output.Count);
        Assert.Equal(2, result.AllErrors.Count);
        result.AllErrors[0].Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 2: ", "names no project", "aaaaaaaa-0000-4000-8000-000000000002");
        result.AllErrors[0].HandsBack(rows[1]);
        result.AllErrors[1].HandsBack(rows[2]);
    }

    [Fact]
    public void A_project_that_is_not_there_is_named()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Get-TranslationJob 00000000-0000-4000-8000-000000000000");

        Assert.Single(result.AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, "00000000-0000-4000-8000-000000000000", "Nothing was changed.");
    }

    private static string Id(int number) => $"aaaaaaaa-0000-4000-8000-{number:D12}";

    private static Reply Page(RecordedCall call)
    {
        var page = int.Parse(System.Text.RegularExpressions.Regex.Match(call.Path, "[?&]page=([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var items = new JsonArray([.. Enumerable.Range(1, 150).Skip((page - 1) * 100).Take(100).Select(i => (JsonNode)new JsonObject { ["id"] = Id(i), ["name"] = "Job " + i, ["state"] = "new" })]);
        return new Reply(200, new JsonObject { ["total"] = 150, ["page"] = page, ["per_page"] = 100, ["items"] = items }.ToJsonString());
    }
}
