namespace JobDraftsPS.Console.Tests;

/// <summary>The second sample: 20 texts to 20 published jobs with nobody asked.</summary>
public sealed class GapFillingTests(GapFillingRun run) : IClassFixture<GapFillingRun>
{
    private const int Texts = 20;

    private static readonly string[] Titles = [.. Directory.EnumerateFiles(Path.Combine(GapFillingRun.Folder, "gap-filling"), "*.txt").Select(file => File.ReadLines(file).First())];

    [Fact]
    public void The_sample_succeeds_and_says_nothing_of_errors_or_warnings()
    {
        Assert.Equal((0, string.Empty), (run.Result.ExitCode, run.Result.Error));
        Assert.DoesNotContain("WARNING", run.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_counts_what_it_did()
    {
        Assert.Equal(Texts, Titles.Distinct().Count());
        Assert.Contains("20 drafts, of which 0 can be published as they are.", run.Result.Output, StringComparison.Ordinal);
        foreach (var name in new[] { "Texts", "Ready", "Published", "Open" })
        {
            Assert.Matches($@"{name} +: {Texts}\s", run.Result.Output);
        }

        // Each draft lacks its level and its unit; two name no way of payment, two a range instead of a rate.
        Assert.Matches(@"Gaps +: 44\s", run.Result.Output);
    }

    [Fact]
    public void The_sandbox_holds_every_text_as_an_open_job_and_no_draft_is_left_over()
    {
        Assert.Superset(Titles.ToHashSet(), run.State["open"].ToHashSet());
        Assert.Equal(Texts + 2, run.State["open"].Count());
        Assert.DoesNotContain(run.State["draft"], id => id.StartsWith("otj-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_days_publications_are_used_to_the_last_one_and_none_was_refused()
    {
        var requests = run.State["request"].ToArray();

        Assert.Equal(Texts, requests.Count(request => request.EndsWith("/publish 200", StringComparison.Ordinal)));
        Assert.Equal(Texts, requests.Count(request => request.StartsWith("POST /api/public/v1/job-drafts ", StringComparison.Ordinal)));
        Assert.DoesNotContain(requests, request => !request.EndsWith(" 200", StringComparison.Ordinal));
        Assert.StartsWith("OpenTrain.QuotaExceeded", Assert.Single(run.State["one more"]), StringComparison.Ordinal);
    }
}
