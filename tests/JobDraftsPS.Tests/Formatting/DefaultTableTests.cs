using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Formatting;

/// <summary>Records of every service share one table.</summary>
public sealed class DefaultTableTests
{
    private static readonly string[] Columns = ["Service", "JobId", "Title", "Status", "Ready", "Missing"];

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void All_four_records_stand_in_one_table(int width)
    {
        var host = new RecordingHost(width);
        using var bench = new Bench(StubServices.Answer, host);

        var run = bench.Run("""
            & {
                Update-JobDraft ot-draft-01 -JobTitle Signs
                Publish-Job ot-draft-02 -Service OpenTrain
                Set-TranslationJob aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -Briefing Warm
                Publish-Job job_s01 -Service Sorce
            } | Out-Default
            """);

        Assert.Empty(run.Result.AllErrors);
        var lines = host.Shown.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToArray();
        Assert.Single(lines, line => Columns.SequenceEqual(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.Single(lines, line => line.StartsWith("OpenTrain ", StringComparison.Ordinal) && line.Contains("ot-draft-01", StringComparison.Ordinal) && line.Contains("DRAFT", StringComparison.Ordinal) && line.Contains("True", StringComparison.Ordinal) && line.EndsWith('0'));
        Assert.Single(lines, line => line.StartsWith("OpenTrain ", StringComparison.Ordinal) && line.Contains("ot-draft-02", StringComparison.Ordinal) && line.Contains("OPEN", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("TextKing ", StringComparison.Ordinal) && line.Contains("aaaaaaaa-0000-4000-8000-000000000001", StringComparison.Ordinal) && line.Contains("False", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("Sorce ", StringComparison.Ordinal) && line.Contains("job_s01", StringComparison.Ordinal) && line.Contains("ACTIVE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_long_title_is_not_cut_off(int width)
    {
        const string Title = "Street sign boxes in dashcam frames from seven countries, with the far end of the title";
        var host = new RecordingHost(width);
        using var bench = new Bench(StubServices.Answer, host);

        bench.Run("Update-JobDraft ot-draft-01 -JobTitle $title | Out-Default", ("title", Title));

        var lines = host.Shown.Split('\n').Where(line => line.Length > 0).ToArray();
        var begin = lines[0].IndexOf("Title", StringComparison.Ordinal);
        var end = lines[0].IndexOf("Status", StringComparison.Ordinal);
        var shown = string.Concat(lines.Skip(2).Where(line => line.Length > begin).Select(line => line[begin..Math.Min(end, line.Length)]));
        Assert.Equal(WithoutBlanks(Title), WithoutBlanks(shown));
    }

    [Theory]
    [InlineData("Get-PublishedJobFacet", @"Facet\s+Value\s+Count", @"languages\s+English\s+1")]
    [InlineData("Get-PublishedJobChange 2026-01-01", @"JobId\s+EventType\s+OccurredAt", @"j\s+CLOSED\s")]
    public void What_the_marketplace_tells_of_all_jobs_has_a_table(string command, string header, string row)
    {
        var host = new RecordingHost();
        using var bench = new Bench(StubServices.Answer, host);

        bench.Run(command + " | Out-Default");

        Assert.Matches(header, host.Shown);
        Assert.Matches(row, host.Shown);
    }

    [Fact]
    public void A_record_with_fields_of_its_own_keeps_the_table()
    {
        var host = new RecordingHost();
        using var bench = new Bench(call => Task.FromResult(StubServices.Reply(call) is var taken && call.Method == "PATCH" ? taken with { Body = taken.Body.Insert(1, "\"rankScore\":7,") } : taken), host);

        bench.Run("Update-JobDraft ot-draft-01 -JobTitle Signs | Out-Default");

        Assert.Matches(@"Service\s+JobId\s+Title\s+Status\s+Ready\s+Missing", host.Shown);
    }

    [Theory]
    [InlineData("Get-TranslationProject", "ProjectId Name State NetPrice Ready Missing")]
    [InlineData("Get-TranslationTopic", "TopicId Name In")]
    [InlineData("Get-TranslationLanguage", "Code Name Source Target")]
    [InlineData("Get-TranslationPrice 1200 -SourceLanguage en -TargetLanguage fr", "From To Quality Words PerWord Total Currency")]
    [InlineData("Get-TranslationLineItem 22222222-2222-4222-8222-222222222222", "ProjectId Description Value Currency")]
    [InlineData("$null = Set-TranslationProject 11111111-1111-4111-8111-111111111111 -CouponName WORDS500; Get-TranslationCoupon 11111111-1111-4111-8111-111111111111", "ProjectId Name Unit Total Redeemed")]
    [InlineData("Get-BillingAddress", "AddressId Company Name City Country Default")]
    [InlineData("New-TranslationCallback bbbbbbbb-0000-4000-8000-000000000001 22222222-2222-4222-8222-222222222222 -Url https://hooks.example.org/ -TriggerState completed", "CallbackId TriggerState Url")]
    public void Each_record_of_translations_has_its_table_in_eighty_columns(string command, string columns)
    {
        var host = new RecordingHost(80);
        using var bench = new SandboxBench(host);

        var result = bench.Run($"& {{ {command} }} | Out-Default");

        Assert.Empty(result.AllErrors);
        Assert.Contains(host.Shown.Split('\n'), line => columns.Split(' ').SequenceEqual(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.All(host.Shown.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    private static string WithoutBlanks(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);
}
