using System.Reflection;
using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox.OpenTrain;

namespace JobDraftsPS.Core.Tests.Sandbox.OpenTrain;

/// <summary>Each assumption does what it says. A test begins with the name of what it turns.</summary>
public sealed class OpenTrainSandboxAssumptionTests
{
    private const string Text = """{"rawJobDescription":"Signs\nDraw boxes on 400 photos for $20 per hour.","idempotencyKey":"k"}""";

    [Fact]
    public void Every_assumption_is_turned_by_a_test()
    {
        var tests = typeof(OpenTrainSandboxAssumptionTests).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(method => method.Name).ToArray();

        Assert.All(typeof(OpenTrainAssumptions).GetProperties(), property => Assert.Contains(tests, test => test.StartsWith(property.Name + "_", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public void CreateStatus_answers_a_create(int status) => With(new() { CreateStatus = status }).Expect(status, "POST", "/job-drafts", Text);

    [Fact]
    public void LongestKey_bounds_keys() => With(new() { LongestKey = 0 }).Expect(400, "POST", "/job-drafts", Text);

    [Fact]
    public void RequiredToPublish_decides_what_is_missing()
    {
        var bench = With(new() { RequiredToPublish = ["jobTitle", "visibility"] });

        var missing = bench.Expect(200, "POST", "/job-drafts", Text)["missingFields"]!.AsArray();

        Assert.Equal(["visibility"], missing.Select(gap => (string)gap!["field"]!));
    }

    [Fact]
    public void NotClearable_keeps_null_out()
    {
        With(new()).Expect(400, "PATCH", "/job-drafts/ot-draft-01", """{"jobTitle":null}""");
        With(new() { NotClearable = [] }).Expect(200, "PATCH", "/job-drafts/ot-draft-01", """{"jobTitle":null}""");
    }

    [Fact]
    public void MissingFieldCode_names_every_gap() =>
        Assert.Equal("MISSING", (string)With(new() { MissingFieldCode = "MISSING" }).Expect(200, "POST", "/job-drafts", Text)["missingFields"]![0]!["code"]!);

    [Fact]
    public void FeatureOffMode_is_told_where_drafting_is_off()
    {
        var bench = With(new() { FeatureOffMode = "BETA" });
        bench.Token = OpenTrainTokens.DraftingOff;

        Assert.Equal("BETA", (string)bench.Expect(403, "GET", "/job-drafts/capabilities")["details"]!["mode"]!);
    }

    [Fact]
    public void NoSideEffects_is_told_where_a_publish_changed_nothing() =>
        Assert.Equal("none", (string)With(new() { NoSideEffects = "none" }).Expect(200, "POST", "/jobs/ot-live-01/publish")["sideEffects"]!["status"]!);

    [Fact]
    public void SearchLimit_is_the_page_where_none_is_asked_for() =>
        Assert.Single(With(new() { SearchLimit = 1 }).Expect(200, "GET", "/jobs")["jobs"]!.AsArray());

    [Fact]
    public void ListingLife_decides_how_long_a_listing_is_valid()
    {
        var job = With(new() { ListingLife = TimeSpan.FromDays(7) }).Expect(200, "GET", "/jobs/ot-live-01");

        Assert.Equal(TimeSpan.FromDays(7), DateTimeOffset.Parse((string)job["validThrough"]!, null) - DateTimeOffset.Parse((string)job["datePosted"]!, null));
    }

    [Fact]
    public void Category_is_told_of_a_job_without_a_data_type() =>
        Assert.Equal("Work", (string)With(new() { Category = "Work" }).Expect(200, "GET", "/jobs/ot-live-01")["category"]!);

    [Fact]
    public void LanguageFilter_names_the_filter() =>
        Assert.Single(With(new() { LanguageFilter = "lang" }).Expect(200, "GET", "/jobs?lang=Portuguese")["jobs"]!.AsArray());

    [Fact]
    public void CountryFilter_names_the_filter() =>
        Assert.Single(With(new() { CountryFilter = "where" }).Expect(200, "GET", "/jobs?where=DE")["jobs"]!.AsArray());

    [Fact]
    public void UnknownPathStatus_answers_what_the_service_does_not_have() => With(new() { UnknownPathStatus = 405 }).Expect(405, "GET", "/job-drafts/ot-draft-01");

    [Fact]
    public void OmitsEmptyDetails_leaves_them_out()
    {
        Assert.NotNull(With(new()).Expect(403, "PATCH", "/job-drafts/ot-foreign-01", """{"headcount":2}""")["details"]);
        Assert.Null(With(new() { OmitsEmptyDetails = true }).Expect(403, "PATCH", "/job-drafts/ot-foreign-01", """{"headcount":2}""")["details"]);
    }

    [Fact]
    public void SchemaIssues_names_where_the_issues_stand()
    {
        const string Body = """{"headcount":"two"}""";

        Assert.Equal("headcount", (string)With(new()).Expect(400, "PATCH", "/job-drafts/ot-draft-01", Body)["details"]!["issues"]![0]!["path"]![0]!);
        Assert.Equal("headcount", (string)With(new() { SchemaIssues = "errors" }).Expect(400, "PATCH", "/job-drafts/ot-draft-01", Body)["details"]!["errors"]![0]!["path"]![0]!);
        Assert.Equal("headcount", (string)With(new() { SchemaIssues = "" }).Expect(400, "PATCH", "/job-drafts/ot-draft-01", Body)["details"]![0]!["path"]![0]!);
    }

    [Fact]
    public void CreateRejectsUnknownKeys_refuses_them()
    {
        const string Body = """{"rawJobDescription":"Signs","colour":"red"}""";

        With(new()).Expect(200, "POST", "/job-drafts", Body);
        Assert.Contains("colour", With(new() { CreateRejectsUnknownKeys = true }).Expect(400, "POST", "/job-drafts", Body)["details"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "inside")]
    [InlineData(false, "beside")]
    public void SourceWins_decides_between_two_equal_members(bool wins, string title)
    {
        var draft = With(new() { SourceWins = wins }).Expect(200, "POST", "/job-drafts", """{"text":"beside","source":{"type":"text","text":"inside"}}""");

        Assert.Equal(title, (string)draft["normalizedFields"]!["jobTitle"]!);
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 409)]
    public void ReplayConflicts_refuses_another_body_under_a_key(bool conflicts, int status)
    {
        var bench = With(new() { ReplayConflicts = conflicts });
        bench.Expect(200, "POST", "/job-drafts", Text);

        bench.Expect(200, "POST", "/job-drafts", Text);
        bench.Expect(status, "POST", "/job-drafts", """{"rawJobDescription":"Other","idempotencyKey":"k"}""");
    }

    [Fact]
    public void UnmappedPreview_names_the_preview()
    {
        var draft = With(new() { UnmappedPreview = "valueProof" }).Expect(200, "POST", "/job-drafts", """{"format":"opentrain_canonical","job":{"title":"Signs","band":"B7"}}""");

        Assert.Equal("B7", (string)draft["unmappedFields"]![0]!["valueProof"]!);
    }

    [Fact]
    public void LowConfidenceAsObjects_gives_entries_a_field()
    {
        Assert.Equal("dataVolume", (string)With(new()).Expect(200, "POST", "/job-drafts", Text)["lowConfidenceFields"]![0]!);
        Assert.Equal("dataVolume", (string)With(new() { LowConfidenceAsObjects = true }).Expect(200, "POST", "/job-drafts", Text)["lowConfidenceFields"]![0]!["field"]!);
    }

    [Fact]
    public void IssuesAsTexts_gives_plain_texts()
    {
        static JsonNode Issue(OpenTrainAssumptions assumptions) =>
            With(assumptions).Expect(200, "PATCH", "/job-drafts/ot-draft-01", """{"dataVolume":0}""")["validation"]!["issues"]![0]!;

        Assert.Equal("dataVolume", (string)Issue(new())["field"]!);
        Assert.Equal("Data volume has to be above zero.", (string)Issue(new() { IssuesAsTexts = true })!);
    }

    [Fact]
    public void EditorQuery_names_the_job_in_the_editors_address() =>
        Assert.Contains("/job-post?job=", (string)With(new() { EditorQuery = "job" }).Expect(200, "POST", "/job-drafts", Text)["draftUrl"]!, StringComparison.Ordinal);

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public void PatchNotDraftStatus_answers_the_patch_of_a_live_job(int status) =>
        With(new() { PatchNotDraftStatus = status }).Expect(status, "PATCH", "/job-drafts/ot-live-01", """{"headcount":2}""");

    [Fact]
    public void PublishNotDraftStatus_answers_the_publish_of_a_closed_job() =>
        With(new() { PublishNotDraftStatus = 400 }).Expect(400, "POST", "/jobs/ot-closed-01/publish");

    [Fact]
    public void ClosesDrafts_decides_whether_a_draft_is_archived()
    {
        With(new()).Expect(200, "POST", "/jobs/ot-draft-01/close");
        With(new() { ClosesDrafts = false }).Expect(409, "POST", "/jobs/ot-draft-01/close");
        With(new() { ClosesDrafts = false }).Expect(200, "POST", "/jobs/ot-closed-01/close");
    }

    [Theory]
    [InlineData(false, 26)]
    [InlineData(true, null)]
    public void PaymentTypeErasesRates_decides_what_becomes_of_the_old_rate(bool erases, int? hourly)
    {
        var bench = With(new() { PaymentTypeErasesRates = erases });
        bench.Expect(200, "PATCH", "/job-drafts/ot-draft-07", """{"paymentType":"FIXED_PRICE","fixedPrice":900}""");

        var gaps = bench.Expect(200, "PATCH", "/job-drafts/ot-draft-07", """{"paymentType":"PAY_PER_HOUR"}""")["validation"]!["missingFields"]!.AsArray();

        Assert.Equal(hourly is null ? ["pricePerHour"] : [], gaps.Select(gap => (string)gap!["field"]!));
    }

    [Fact]
    public void MinHeadcount_bounds_the_people()
    {
        With(new()).Expect(400, "PATCH", "/job-drafts/ot-draft-01", """{"headcount":0}""");
        With(new() { MinHeadcount = 0 }).Expect(200, "PATCH", "/job-drafts/ot-draft-01", """{"headcount":0}""");
    }

    [Fact]
    public void MinPrice_bounds_every_price()
    {
        With(new()).Expect(400, "PATCH", "/job-drafts/ot-draft-01", """{"pricePerLabel":-0.01}""");
        With(new() { MinPrice = -1 }).Expect(200, "PATCH", "/job-drafts/ot-draft-01", """{"pricePerLabel":-0.01}""");
        With(new() { MinPrice = 0.05m }).Expect(400, "PATCH", "/job-drafts/ot-draft-01", """{"pricePerLabel":0.04}""");
    }

    [Fact]
    public void TextOrListFields_take_either()
    {
        With(new()).Expect(200, "PATCH", "/job-drafts/ot-draft-01", """{"subjectMatter":["roads"]}""");
        With(new() { TextOrListFields = [] }).Expect(400, "PATCH", "/job-drafts/ot-draft-01", """{"subjectMatter":["roads"]}""");
        With(new() { TextOrListFields = ["dataType"] }).Expect(200, "PATCH", "/job-drafts/ot-draft-01", """{"dataType":["image"]}""");
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 429)]
    public void FailedPublishCounts_decides_whether_a_refused_publish_uses_the_quota(bool counts, int status)
    {
        var bench = With(new() { FailedPublishCounts = counts });
        (bench.Settings.PublishQuota, bench.Settings.ModerationWord) = (1, "parking");
        bench.Expect(403, "POST", "/jobs/ot-draft-15/publish");

        bench.Expect(status, "POST", "/jobs/ot-draft-07/publish");
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 429)]
    public void RepeatedPublishCounts_decides_whether_a_no_op_uses_the_quota(bool counts, int status)
    {
        var bench = With(new() { RepeatedPublishCounts = counts });
        bench.Settings.PublishQuota = 1;
        bench.Expect(200, "POST", "/jobs/ot-live-01/publish");

        bench.Expect(status, "POST", "/jobs/ot-draft-07/publish");
    }

    [Theory]
    [InlineData(true, 429)]
    [InlineData(false, 403)]
    public void ModeratesLast_decides_what_is_told_first(bool last, int status)
    {
        var bench = With(new() { ModeratesLast = last });
        (bench.Settings.PublishQuota, bench.Settings.ModerationWord) = (0, "parking");

        bench.Expect(status, "POST", "/jobs/ot-draft-15/publish");
    }

    [Fact]
    public void ClampsLimit_brings_a_large_page_down()
    {
        With(new()).Expect(200, "GET", "/jobs/mine?limit=101");
        With(new() { ClampsLimit = false }).Expect(400, "GET", "/jobs/mine?limit=101");
        With(new() { ClampsLimit = false }).Expect(200, "GET", "/jobs/mine?limit=100");
    }

    [Fact]
    public void DraftsHaveJobUrl_decides_whether_a_draft_has_an_address()
    {
        var jobs = With(new() { DraftsHaveJobUrl = false }).Expect(200, "GET", "/jobs/mine")["jobs"]!.AsArray();

        Assert.All(jobs, job => Assert.Equal((string)job!["status"]! == "DRAFT", job["jobUrl"] is null));
    }

    [Theory]
    [InlineData(true, "closed")]
    [InlineData(false, null)]
    public void OnceListedLooksClosed_decides_what_a_job_taken_down_by_moderation_looks_like(bool looksClosed, string? status)
    {
        var bench = With(new() { OnceListedLooksClosed = looksClosed });
        bench.Settings.ModerationWord = "casino";
        bench.Expect(409, "PATCH", "/jobs/ot-live-01", """{"jobTitle":"Casino lights"}""");

        Assert.Equal(status, (string?)bench.Expect(404, "GET", "/jobs/ot-live-01")["status"]);
    }

    private static OpenTrainBench With(OpenTrainAssumptions assumptions) => new(assumptions);
}
