using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.OpenTrain;

/// <summary>Each of OpenTrain's job calls through its cmdlet against the sandbox.</summary>
public sealed class OpenTrainSandboxTests
{
    /// <summary>Script, the requests that it makes, and a property of the last record with its value.</summary>
    public static TheoryData<string, string[], string, object?> Calls { get; } = new()
    {
        { "(Get-DraftCapabilities).Capabilities | ForEach-Object { [pscustomobject]@{ Publish = $_['publish'] } }", ["GET /job-drafts/capabilities 200"], "Publish", true },
        { "New-JobDraft 'Street signs. $20 per hour, 4 annotators.'", ["POST /job-drafts 200"], "Status", "DRAFT" },
        { "Update-JobDraft ot-draft-01 -ExperienceLevel EXPERT", ["GET /job-drafts/capabilities 200", "PATCH /job-drafts/ot-draft-01 200"], "PublishReady", true },
        { "Publish-Job ot-draft-07 -Service OpenTrain", ["POST /jobs/ot-draft-07/publish 200"], "Status", "OPEN" },
        { "Update-PublishedJob ot-live-01 -Headcount 3 -Confirm:$false", ["GET /job-drafts/capabilities 200", "PATCH /jobs/ot-live-01 200"], "ModerationDecision", "ALLOW" },
        { "Close-PublishedJob ot-live-01 -Confirm:$false", ["POST /jobs/ot-live-01/close 200"], "Status", "ARCHIVED" },
        { "Get-JobDraft | ForEach-Object { $last = $_ }; $last", ["GET /jobs/mine?status=DRAFT&limit=100 200"], "JobId", "ot-draft-01" },
        { "Get-PublishedJob -Mine", ["GET /jobs/mine?status=OPEN&limit=100 200"], "JobId", "ot-live-01" },
        { "Find-PublishedJob traffic -Language english -Country DE -PayType PAY_PER_LABEL", ["GET /jobs?q=traffic&language=english&country=DE&payType=PAY_PER_LABEL&limit=100 200"], "ExperienceLevel", "Entry Level" },
        { "Get-PublishedJob ot-live-02", ["GET /jobs/ot-live-02 200"], "CompanyName", "Lind Data" },
        { "Get-PublishedJobFacet | Where-Object Facet -eq payTypes", ["GET /jobs/facets 200"], "Value", "PAY_PER_LABEL" },
        { "Get-PublishedJobChange 2026-01-01", ["GET /jobs/changes?since=2026-01-01T00%3a00%3a00.000Z 200"], "EventType", "CLOSED" },
        { "Test-JobDraftConnection OpenTrain", ["GET /auth/me 200", "GET /job-drafts/capabilities 200"], "Message", "The token is good for drafts, publishing and live jobs." },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_is_answered_and_read(string script, string[] requests, string property, object? value)
    {
        using var bench = new SandboxBench();

        var result = bench.Run(script);

        Assert.Empty(result.AllErrors);
        Assert.Equal(requests, bench.Requests().Select(request => $"{request.Method} {request.Target.Replace("/api/public/v1", string.Empty, StringComparison.Ordinal)} {request.Status}"));
        Assert.Equal(value, result.Output[^1].Properties[property].Value);
    }

    [Fact]
    public void Capabilities_are_asked_for_once_a_connection_and_again_with_Force()
    {
        using var bench = new SandboxBench();
        int Asked() => bench.Requests().Count(request => request.Target.EndsWith("/job-drafts/capabilities", StringComparison.Ordinal));
        var before = Asked();

        var first = Assert.Single(bench.Run("Get-DraftCapabilities").Output);
        bench.Run("Get-DraftCapability; 'ot-draft-01', 'ot-draft-02' | Update-JobDraft -Headcount 3");

        Assert.Equal(before + 1, Asked());
        Assert.Equal(26, ((IEnumerable<string>)first.Properties["UpdateKeys"].Value).Count());
        Assert.Equal(5, ((IEnumerable<string>)first.Properties["ImportFormats"].Value).Count());
        Assert.NotNull(first.Properties["Enums"].Value);
        Assert.NotNull(first.Properties["Capabilities"].Value);

        bench.Run("Get-DraftCapabilities -Force");
        Assert.Equal(before + 2, Asked());

        bench.Run("Connect-JobDraftService -Sandbox $sandbox; Get-DraftCapabilities");
        Assert.Equal(before + 3, Asked());
    }

    [Fact]
    public void A_job_goes_its_whole_way()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("""
            $draft = New-JobDraft "Bridge outlines`nOutline bridges in 400 photos. $25 per hour, 3 annotators, English." -ExternalId whole
            $draft.Validation.MissingFields.Field -join ','
            ($draft | Update-JobDraft -ExperienceLevel EXPERT -DataVolumeUnit NUMBER_OF_FILES -PaymentType PAY_PER_HOUR -PricePerHour 25 | Publish-Job).Status
            ($draft | Get-PublishedJob).Pay.ToString()
            ($draft | Update-PublishedJob -PricePerHour 26 -Confirm:$false).Status
            ($draft | Close-PublishedJob -Confirm:$false).Status
            (Get-JobDraft $draft.JobId -Status ARCHIVED).Status
            """);

        Assert.Empty(result.AllErrors);
        Assert.Contains("experienceLevel,dataVolumeUnit", result.Output[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["OPEN", "25 USD an hour", "OPEN", "ARCHIVED", "ARCHIVED"], result.Output.Skip(1).Select(word => word.ToString()));
    }

    [Fact]
    public void The_record_of_a_create_says_what_was_read_and_what_is_not_sure()
    {
        using var bench = new SandboxBench();

        var draft = Assert.Single(bench.Run("New-JobDraft $text", ("text", "Clip describer\nDescribe 1,200 clips. $15 per hour or $0.20 per clip, 4 annotators, Spanish.")).Output);

        var read = (IReadOnlyDictionary<string, object?>)draft.Properties["NormalizedFields"].Value;
        Assert.Equal("Clip describer", read["jobTitle"]);
        Assert.Equal(4L, read["headcount"]);
        Assert.Equal(1200L, read["dataVolume"]);
        Assert.Contains("dataVolume", (IEnumerable<string>)draft.Properties["LowConfidenceFields"].Value);
        Assert.Single((IEnumerable<string>)draft.Properties["Warnings"].Value);
    }

    [Theory]
    [InlineData("Empty")]
    [InlineData("Strings")]
    [InlineData("Objects")]
    public void The_gaps_read_the_same_in_every_form_that_the_pages_show(string form)
    {
        using var bench = new SandboxBench();
        bench.Run("$null = Set-JobDraftSandbox $sandbox -MissingFieldForm $form", ("form", form));

        var result = bench.Run("$draft = New-JobDraft 'Outline bridges for $20 per hour.'; $draft.MissingFieldCount; $draft.Validation.MissingFields | ForEach-Object { \"$($_.Field) $($_.Type) $($_.UpdateKeys) $($_.EnumValues.Count) $($_.Prompt)\" }");

        Assert.Empty(result.AllErrors);
        Assert.Equal(
            ["2", "experienceLevel enum experienceLevel 4 How experienced do people have to be?", "dataVolumeUnit enum dataVolumeUnit 4 What does the data volume count?"],
            result.Output.Select(line => line.ToString()));
    }

    [Fact]
    public void What_could_not_be_placed_comes_with_its_path()
    {
        using var bench = new SandboxBench();

        var draft = Assert.Single(bench.Run("New-JobDraft -Job @{ title = 'Signs'; salaryBand = 'B7' }").Output);

        var left = (IReadOnlyDictionary<string, object?>)Assert.Single((IEnumerable<object>)draft.Properties["UnmappedFields"].Value);
        Assert.Equal("job.salaryBand", left["path"]);
        Assert.Equal("B7", left["valuePreview"]);
    }

    [Theory]
    [InlineData("New-JobDraft 'Describe clips for $15 per hour.'")]
    [InlineData("New-JobDraft -Job @{ title = 'Clips'; paymentType = 'PAY_PER_HOUR'; rateAmount = 15 }")]
    [InlineData("""New-JobDraft -Job '{"title":"Clips","rateAmount":15}'""")]
    [InlineData("New-JobDraft -JsonLd @{ '@type' = 'JobPosting'; title = 'Clips'; description = '<p>Describe clips.</p>' }")]
    [InlineData("""New-JobDraft -JsonLd '{"@context":"https://schema.org","@type":["Thing","JobPosting"],"title":"Clips"}'""")]
    [InlineData("New-JobDraft -Xml '<source><job><title>Clips</title></job></source>' -Format indeed_xml")]
    [InlineData("New-JobDraft -Xml '<JobPositionPosting><JobPositionTitle>Clips</JobPositionTitle></JobPositionPosting>' -Format hr_xml")]
    public void A_form_run_twice_makes_one_draft(string script)
    {
        using var bench = new SandboxBench();

        var result = bench.Run($"{script}; {script}");

        Assert.Empty(result.AllErrors);
        Assert.Equal(2, result.Output.Count);
        Assert.Single(result.Output.Select(draft => draft.Properties["JobId"].Value).Distinct());
        Assert.Equal("DRAFT", result.Output[0].Properties["Status"].Value);
    }

    [Fact]
    public void Many_listings_are_read_side_by_side_in_the_order_of_the_rows()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("'ot-live-02', 'ot-closed-01', 'ot-live-01' | Get-PublishedJob -ThrottleLimit 3 2>&1");

        Assert.Equal(["ot-live-02", "ot-live-01"], result.Output.Where(item => item.BaseObject is not ErrorRecord).Select(job => job.Properties["JobId"].Value));
        Assert.Equal("OpenTrain.ListingClosed", Assert.IsType<ErrorRecord>(result.Output[1].BaseObject).Id());
    }

    [Fact]
    public void The_next_look_at_changes_begins_where_the_last_one_ended()
    {
        using var bench = new SandboxBench();
        bench.AdvanceClock(TimeSpan.FromMinutes(1));

        var result = bench.Run("""
            $since = '2026-01-01'
            Get-PublishedJobChange $since | ForEach-Object { $since = $_.Until }
            $null = Set-JobDraftSandbox $sandbox -AdvanceClock 00:00:05
            $null = Close-PublishedJob ot-live-01 -Confirm:$false
            Get-PublishedJobChange $since
            """);

        Assert.Empty(result.AllErrors);
        var change = Assert.Single(result.Output);
        Assert.Equal(("ot-live-01", "CLOSED"), (change.Properties["JobId"].Value, change.Properties["EventType"].Value));
    }
}
