using System.Text.Json.Nodes;
using JobDraftsPS.Core.Sorce;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Sorce;

/// <summary>The first gate of publishing, worked out from what the service sent.</summary>
public sealed class ListingGatesTests
{
    private const string Complete = """
        {"id":"job_1","title":"Baker","description":"Bread.","status":"DRAFT","remoteOption":"IN_PERSON","remoteCountry":null,"jobType":"PART_TIME","jobLevel":"ENTRY",
         "salaryMin":19,"salaryMax":24,"salaryPeriod":"HOURLY","bidPerQualifiedApplicantCents":900,"locations":[{"locationId":50321}],
         "qualifications":[{"id":"q","text":"Card","kind":"REQUIRED","order":0}],"questions":[],"budgets":[]}
        """;

    [Fact]
    public void A_complete_listing_is_ready()
    {
        Assert.True(Check(_ => { })!.PublishReady);
    }

    [Theory]
    [InlineData("""[{"text":"Nice"}]""")]
    [InlineData("""[{"text":"Nice","kind":null},{"text":"Kind","kind":"PREFERRED"}]""")]
    public void A_qualification_that_does_not_tell_its_kind_is_unknown_and_not_wrong(string qualifications)
    {
        var validation = Check(listing => listing["qualifications"] = JsonNode.Parse(qualifications))!;

        Assert.Null(validation.PublishReady);
        Assert.Empty(validation.MissingFields);
    }

    [Theory]
    [InlineData("title", "null")]
    [InlineData("title", "\"  \"")]
    [InlineData("description", "\"\"")]
    [InlineData("remoteOption", "null")]
    [InlineData("jobType", "null")]
    [InlineData("jobLevel", "null")]
    [InlineData("salaryMin", "null")]
    [InlineData("salaryMax", "null")]
    [InlineData("salaryPeriod", "null")]
    [InlineData("bidPerQualifiedApplicantCents", "null")]
    [InlineData("locations", "[]")]
    [InlineData("qualifications", "[]")]
    [InlineData("qualifications", """[{"text":"Nice","kind":"PREFERRED","order":0}]""")]
    public void Each_documented_gap_is_named_by_its_field(string field, string value)
    {
        var validation = Check(listing => listing[field] = JsonNode.Parse(value))!;

        Assert.False(validation.PublishReady);
        Assert.Equal([field], validation.MissingFields.Select(gap => gap.Field));
        Assert.Equal(1, validation.MissingFieldCount);
        Assert.Equal(ValidationSource.Client, validation.Source);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("description")]
    [InlineData("remoteOption")]
    [InlineData("jobType")]
    [InlineData("jobLevel")]
    [InlineData("salaryMin")]
    [InlineData("salaryMax")]
    [InlineData("salaryPeriod")]
    [InlineData("bidPerQualifiedApplicantCents")]
    [InlineData("locations")]
    [InlineData("qualifications")]
    public void A_field_that_the_answer_leaves_out_makes_readiness_unknown_and_is_no_gap(string field)
    {
        var validation = Check(listing => listing.Remove(field))!;

        Assert.Null(validation.PublishReady);
        Assert.Empty(validation.MissingFields);
    }

    [Fact]
    public void A_known_gap_counts_even_where_something_else_is_unknown()
    {
        var validation = Check(listing =>
        {
            listing.Remove("qualifications");
            listing["jobLevel"] = null;
        })!;

        Assert.False(validation.PublishReady);
        Assert.Equal(["jobLevel"], validation.MissingFields.Select(gap => gap.Field));
    }

    [Fact]
    public void A_remote_listing_needs_a_country_and_no_office()
    {
        var validation = Check(listing =>
        {
            listing["remoteOption"] = "REMOTE";
            listing["locations"] = new JsonArray();
        })!;

        Assert.Equal(["remoteCountry"], validation.MissingFields.Select(gap => gap.Field));
    }

    [Theory]
    [InlineData("salaryMax", "18", "salaryMax")]
    [InlineData("bidPerQualifiedApplicantCents", "0", "bidPerQualifiedApplicantCents")]
    public void A_value_that_is_there_but_wrong_is_an_issue_and_no_gap(string field, string value, string named)
    {
        var validation = Check(listing => listing[field] = JsonNode.Parse(value))!;

        Assert.False(validation.PublishReady);
        Assert.Equal(0, validation.MissingFieldCount);
        Assert.Equal(1, validation.IssueCount);
        Assert.Equal(named, validation.Issues.Single().Field);
    }

    [Theory]
    [InlineData("CLOSED")]
    [InlineData("EXPIRED")]
    public void What_can_never_be_published_again_has_no_validation(string status)
    {
        Assert.Null(Check(listing => listing["status"] = status));
    }

    [Fact]
    public async Task A_listing_keeps_what_nobody_knows()
    {
        using var bench = ServiceBench.Answering(200, Complete.Replace("\"budgets\":[]", """
            "budgets":[{"window":"DAILY","budgetCents":5,"notes":null}],"applicationCounts":{"pending":2},"isFrozen":true,"publishedAt":"2026-03-02T08:15:00.5+02:00","expiresAt":null,"perk":"bread"
            """, StringComparison.Ordinal));

        var listing = await bench.PublishListing();

        Assert.Equal("bread", Assert.Single(listing.AdditionalData).Value);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 15, 0, 500, TimeSpan.FromHours(2)), listing.PublishedAt);
        Assert.Equal(5, Assert.Single(listing.Budgets!).BudgetCents);
        Assert.True(listing.IsFrozen);
    }

    private static JobValidation? Check(Action<JsonObject> change)
    {
        var listing = JsonNode.Parse(Complete)!.AsObject();
        change(listing);
        return ListingGates.Check(System.Text.Json.JsonDocument.Parse(listing.ToJsonString()).RootElement);
    }
}
