using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.OpenTrain;

/// <summary>What cannot be right is refused here, before anything is sent, with what would be right.</summary>
public sealed class OpenTrainBadInputTests(Bench bench) : IClassFixture<Bench>
{
    private static readonly string Long = new('x', 65);

    public static TheoryData<string, string[]> BadValues { get; } = new()
    {
        { "New-JobDraft ('a' * 60001)", ["60001", "60000", "Shorten the text"] },
        { "New-JobDraft 'Text' -ExternalId ('a' * 256)", ["externalId", "256", "255"] },
        { "New-JobDraft 'Text' -IdempotencyKey ('a' * 256)", ["idempotencyKey", "256", "255"] },
        { "New-JobDraft -Xml '<job><title>Signs</job>' -Format indeed_xml", ["not well-formed", "title", "Correct the XML"] },
        { "New-JobDraft -Xml 'Signs' -Format hr_xml", ["not well-formed", "Correct the XML"] },
        { "New-JobDraft -Xml '<!DOCTYPE job [<!ENTITY a \"b\">]><job>&a;</job>' -Format indeed_xml", ["not well-formed", "DTD"] },
        { "New-JobDraft -JsonLd '{\"@type\":\"JobPosting\",}'", ["no JSON", "Correct the JSON"] },
        { "New-JobDraft -JsonLd '[1]'", ["no object"] },
        { "New-JobDraft -JsonLd @{ '@type' = 'Organization'; name = 'Lind' }", ["Organization", "JobPosting"] },
        { "New-JobDraft -Job '{title}'", ["no JSON", "Correct the JSON"] },
        { "New-JobDraft -Job 7", ["neither a hashtable, nor an object, nor JSON text"] },
        { "Find-PublishedJob -PayType HOURLY", ["'HOURLY'", "PAY_PER_LABEL, PAY_PER_HOUR, FIXED_PRICE"] },
        { "Update-PublishedJob j -ExperienceLevel senior -Confirm:$false", ["'senior'", "EXPERT"] },
        { $"Get-PublishedJob {Long}", ["65 characters", "64"] },
        { $"Update-JobDraft {Long} -Headcount 2", ["65 characters", "64"] },
        { $"Publish-Job {Long} -Service OpenTrain", ["65 characters", "64"] },
        { $"Update-PublishedJob {Long} -Headcount 2 -Confirm:$false", ["65 characters", "64"] },
        { $"Close-PublishedJob {Long} -Confirm:$false", ["65 characters", "64"] },
        { "'' | Get-PublishedJob", ["no jobId"] },
        { "' ' | Get-JobDraft", ["no jobId"] },
        { "@{ jobId = '' } | Update-JobDraft -Headcount 2", ["no jobId"] },
        { "'' | Publish-Job -Service OpenTrain", ["no jobId"] },
        { "@{ title = 'x' } | Update-PublishedJob -Headcount 2 -Confirm:$false", ["no jobId"] },
        { "'' | Close-PublishedJob -Confirm:$false", ["no jobId"] },
        { "Get-PublishedJob facets", ["'facets' is no OpenTrain job id"] },
        { "Close-PublishedJob mine -Confirm:$false", ["'mine' is no OpenTrain job id"] },
    };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_value_that_cannot_be_right_is_refused_before_it_is_sent(string script, string[] words)
    {
        var run = bench.Run(script);

        Assert.DoesNotContain(run.Calls, call => call.Method != "GET" || !call.Path.EndsWith("/capabilities", StringComparison.Ordinal));
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, [.. words, "Nothing was sent."]);
    }

    [Theory]
    [InlineData("New-JobDraft -Xml '<a/>' -Format rss", "indeed_xml")]
    [InlineData("Get-PublishedJobChange '06/10/2026'", "2026-06-10T11:02:00Z")]
    [InlineData("Get-PublishedJobChange yesterday", "2026-06-10T11:02:00Z")]
    [InlineData("Get-PublishedJob ''", "JobId")]
    public void What_does_not_fit_a_parameter_is_refused_with_what_would(string script, string words)
    {
        var run = bench.Run(script);

        Assert.Empty(run.Calls);
        Assert.Contains(words, Assert.Single(run.Result.AllErrors).Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-PublishedJob")]
    [InlineData("Get-JobDraft")]
    [InlineData("Update-PublishedJob -Headcount 2 -Confirm:$false")]
    [InlineData("Close-PublishedJob -Confirm:$false")]
    public void A_job_of_another_service_is_refused_by_name(string command)
    {
        var run = bench.Run($"@{{ service = 'Sorce'; jobId = 'job_s01' }} | {command}");

        Assert.DoesNotContain(run.Calls, call => call.Path.Contains("job_s01", StringComparison.Ordinal));
        Assert.Single(run.Result.AllErrors).Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, "'job_s01' belongs to Sorce", "Nothing was sent.");
    }

    [Theory]
    [InlineData("2026-06-10", "2026-06-10T00%3a00%3a00.000Z")]
    [InlineData("2026-06-10T11:02Z", "2026-06-10T11%3a02%3a00.000Z")]
    [InlineData("2026-06-10T11:02:00.1234567+02:00", "2026-06-10T09%3a02%3a00.123Z")]
    [InlineData("2026-06-10 11:02:00", "2026-06-10T11%3a02%3a00.000Z")]
    public void A_moment_is_read_the_same_on_every_machine(string since, string sent)
    {
        var run = bench.Run("Get-PublishedJobChange $since", ("since", since));

        Assert.EndsWith("?since=" + sent, Assert.Single(run.Calls).Path, StringComparison.Ordinal);
    }
}
