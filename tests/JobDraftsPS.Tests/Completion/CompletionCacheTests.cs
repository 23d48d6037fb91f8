using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Completion;

/// <summary>What records of this session were called is offered again.</summary>
public sealed class CompletionCacheTests
{
    private const string ProjectId = "22222222-2222-4222-8222-222222222222";

    [Fact]
    public void Jobs_of_each_service_are_offered_where_they_belong()
    {
        using var bench = new SandboxBench();
        Assert.Empty(TabKey.Press(bench.Session, "Update-JobDraft "));
        var drafts = Ids(bench.Run("Get-JobDraft"), "JobId");
        var listings = Ids(bench.Run("Get-JobListing"), "JobId");
        var jobs = Ids(bench.Run($"Get-TranslationJob {ProjectId}"), "JobId");

        Assert.NotEmpty(drafts);
        Assert.NotEmpty(listings);
        Assert.NotEmpty(jobs);
        Assert.Equal(drafts, Sorted(bench, "Update-JobDraft "));
        Assert.Equal(drafts, Sorted(bench, "Get-JobDraft -JobId "));
        Assert.Equal(drafts, Sorted(bench, "Publish-Job -Service OpenTrain -JobId "));
        Assert.Equal(listings, Sorted(bench, "Set-JobListing "));
        Assert.Equal(listings, Sorted(bench, "Close-JobListing -JobId "));
        Assert.Equal([.. drafts.Concat(listings).Order(StringComparer.Ordinal)], Sorted(bench, "Publish-Job "));
        Assert.Equal(jobs, Sorted(bench, "Set-TranslationJob -JobId "));
        Assert.Equal(jobs, Sorted(bench, $"Set-TranslationJob -ProjectId {ProjectId} -JobId "));
        Assert.Empty(TabKey.Press(bench.Session, "Set-TranslationJob -ProjectId 33333333-3333-4333-8333-333333333333 -JobId "));
        Assert.Equal([ProjectId], TabKey.Press(bench.Session, $"Set-TranslationJob {jobs[0]} "));
    }

    [Fact]
    public void A_title_or_a_name_finds_the_id()
    {
        using var bench = new SandboxBench();
        var draft = bench.Run("Get-JobDraft").Output.First(record => record.Properties["Title"].Value is string { Length: > 4 });
        var title = (string)draft.Properties["Title"].Value;
        var topic = bench.Run("Get-TranslationTopic").Output[0];
        var name = (string)topic.Properties["Name"].Value;

        var found = TabKey.Matches(bench.Session, $"Update-JobDraft '{title.Replace("'", "''", StringComparison.Ordinal)}");

        Assert.Contains(found, match => match.CompletionText.Contains((string)draft.Properties["JobId"].Value, StringComparison.Ordinal) && match.ListItemText.StartsWith(title, StringComparison.Ordinal) && match.ToolTip.Contains(title, StringComparison.Ordinal));
        foreach (var line in new[] { "Set-TranslationJob -Topic ", "New-TranslationJob -Topic ", "Get-TranslationPrice -Topic ", "Get-TranslationTopic " })
        {
            Assert.Contains((string)topic.Properties["TopicId"].Value, TabKey.Press(bench.Session, line + name[..3].ToUpperInvariant()));
        }
    }

    [Fact]
    public void A_name_still_finds_its_id_when_a_later_record_has_the_id_alone()
    {
        using var bench = new SandboxBench();
        bench.Run($"Get-TranslationLanguage; Get-TranslationJob {ProjectId}");

        Assert.Equal(["fr"], TabKey.Press(bench.Session, "New-TranslationJob p -TargetLanguage Fre"));
    }

    [Fact]
    public void Projects_languages_addresses_coupons_and_callbacks_are_offered()
    {
        using var bench = new SandboxBench();
        var run = bench.Run($$"""
            Get-TranslationProject
            Get-TranslationLanguage
            Get-BillingAddress
            Set-TranslationProject 11111111-1111-4111-8111-111111111111 -CouponName WORDS500
            Get-TranslationCoupon 11111111-1111-4111-8111-111111111111
            New-TranslationCallback bbbbbbbb-0000-4000-8000-000000000001 {{ProjectId}} -Url https://hooks.example.org/ -TriggerState completed
            """);
        Assert.Empty(run.AllErrors);

        Assert.Contains(ProjectId, TabKey.Press(bench.Session, "Start-TranslationProject "));
        Assert.Contains("fr", TabKey.Press(bench.Session, "New-TranslationJob p -TargetLanguage "));
        Assert.Contains("fr", TabKey.Press(bench.Session, "Get-TranslationPrice 100 -SourceLanguage en -TargetLanguage Fre"));
        Assert.Contains("fr", TabKey.Press(bench.Session, "Get-TranslationLanguage F"));
        Assert.NotEmpty(TabKey.Press(bench.Session, "Get-BillingAddress "));
        Assert.Equal(TabKey.Press(bench.Session, "Get-BillingAddress "), TabKey.Press(bench.Session, "New-TranslationProject -BillingAddress "));
        Assert.Equal(["WORDS500"], TabKey.Press(bench.Session, "New-TranslationProject -CouponName w"));
        Assert.Equal(Ids(run, "CallbackId"), TabKey.Press(bench.Session, "Remove-TranslationCallback "));
    }

    [Fact]
    public void What_the_marketplace_counts_is_offered_to_its_search_and_to_drafts()
    {
        using var bench = new Bench(call => Task.FromResult(call.Path.EndsWith("/facets", StringComparison.Ordinal)
            ? new Reply(200, """{"totalJobs":2,"languages":[{"value":"English","count":1}],"countries":[{"value":"Côte d'Ivoire","count":1}]}""")
            : StubServices.Reply(call)));
        bench.Run("Get-PublishedJobFacet");

        Assert.Equal(["English"], TabKey.Press(bench.Session, "Find-PublishedJob -Language e"));
        Assert.Equal(["English"], TabKey.Press(bench.Session, "Update-JobDraft d -Languages e"));
        Assert.Equal(["'Côte d''Ivoire'"], TabKey.Press(bench.Session, "Find-PublishedJob -Country c"));
    }

    [Fact]
    public void The_newest_stand_first_and_the_oldest_make_room()
    {
        const int Most = 500;
        using var bench = DraftBench();
        var ids = DraftIds(Most + 20);
        var written = bench.Run("foreach ($first in 0, 100, 200, 300, 400, 500) { $ids[$first..($first + 99)] | Update-JobDraft -JobTitle T -SkipCheck }; Update-JobDraft draft-100 -JobTitle T -SkipCheck", ("ids", ids));
        Assert.Empty(written.Result.AllErrors);

        var offered = TabKey.Press(bench.Session, "Update-JobDraft draft-");

        Assert.Equal(Most, offered.Length);
        Assert.Equal(["draft-100", "draft-519", "draft-518"], offered[..3]);
        Assert.DoesNotContain("draft-019", offered);
        Assert.Contains("draft-020", offered);
    }

    [Fact]
    public void A_long_run_is_remembered_by_its_first_records_alone()
    {
        const int Most = 100;
        using var bench = DraftBench();
        var ids = DraftIds(Most + 20);
        var written = bench.Run("$ids | Update-JobDraft -JobTitle T -SkipCheck", ("ids", ids));
        Assert.Empty(written.Result.AllErrors);

        var offered = TabKey.Press(bench.Session, "Update-JobDraft draft-");

        Assert.Equal(Most, offered.Length);
        Assert.Equal(["draft-099", "draft-098"], offered[..2]);
        Assert.Contains("draft-000", offered);
    }

    [Fact]
    public void What_one_runspace_has_seen_no_other_is_told()
    {
        using var bench = new SandboxBench();
        using var other = new Session();
        bench.Run("Get-JobDraft; Get-TranslationProject");

        Assert.NotEmpty(TabKey.Press(bench.Session, "Update-JobDraft "));
        Assert.NotEmpty(TabKey.Press(bench.Session, "Start-TranslationProject "));
        Assert.Empty(TabKey.Press(other, "Update-JobDraft "));
        Assert.Empty(TabKey.Press(other, "Start-TranslationProject "));
    }

    private static string[] Ids(RunResult run, string property) =>
        [.. run.Output.Select(record => record.Properties[property]?.Value as string).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static string[] Sorted(SandboxBench bench, string line) => [.. TabKey.Press(bench.Session, line).Order(StringComparer.Ordinal)];

    /// <summary>Takes every edit of a draft.</summary>
    private static Bench DraftBench() => new(call => Task.FromResult(new Reply(200, $$"""{"ok":true,"jobId":"{{call.Path.Split('/')[^1]}}","status":"DRAFT"}""")));

    private static string[] DraftIds(int count) => [.. Enumerable.Range(0, count).Select(number => $"draft-{number:000}")];
}
