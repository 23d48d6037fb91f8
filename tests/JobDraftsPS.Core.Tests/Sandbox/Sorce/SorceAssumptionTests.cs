using System.Text.Json;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

/// <summary>Each switch does what it says, so that correcting an assumption is a matter of one line.</summary>
public sealed class SorceAssumptionTests
{
    [Fact]
    public void Status_codes_and_verbs()
    {
        var bench = new SorceBench(new() { CreatedStatus = 200, ChangedStatus = 202, PauseVerb = "suspend", WrongMethodStatus = 404, MalformedBodyStatus = 400 });
        bench.Post("/jobs", """{"title":"x"}""").Expect(200);
        bench.Post("/jobs/job_live01/suspend").Expect(202);
        bench.Post("/jobs/job_live01/pause").Expect(404, "NOT_FOUND");
        bench.Send("DELETE", "/jobs").Expect(404);
        bench.Post("/jobs", "{").Expect(400);
    }

    [Fact]
    public void The_shape_of_answers()
    {
        var bench = new SorceBench(new() { ListProperty = "jobs", ListsNewestFirst = false, MissingDescription = "-", ContentType = "application/json", JobIdPrefix = "j" });
        Assert.Equal("job_s01", bench.Get("/jobs")["jobs"][0].GetProperty("id").GetString());
        Assert.Equal("-", bench.Get("/jobs/job_s08")["description"].GetString());
        Assert.Equal("application/json", bench.Get("/jobs/none").Response.Headers["Content-Type"]);
        Assert.StartsWith("j0", bench.Create("""{"title":"x"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_seconds_sit_and_whether_refused_calls_count()
    {
        var bench = new SorceBench(new() { RetryAfterSitsInError = false, RefusedCallsCount = true }) { RateLimit = 1 };
        bench.Get("/jobs").Expect(200);
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(30, bench.Get("/jobs").Expect(429)["retryAfterSeconds"].GetInt32());
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        bench.Get("/jobs").Expect(429);
    }

    [Theory]
    [InlineData("""{"salaryMin":null}""", "salaryMin")]
    [InlineData("""{"description":null}""", "description")]
    [InlineData("""{"jobLevel":null}""", "jobLevel")]
    public void Null_may_not_clear(string edit, string field) =>
        new SorceBench(new() { NullClearsScalars = false }).Patch("job_s01", edit).ExpectInvalid(field);

    [Fact]
    public void Drafts_may_be_held_to_more_or_to_less()
    {
        var strict = new SorceBench(new() { DraftsMayHaveSalariesReversed = false, ReversedSalariesField = "salaryMin", SmallestDraftBidCents = 5, SmallestBudgetCents = 1 });
        strict.Patch("job_s01", """{"salaryMin":9,"salaryMax":1}""").ExpectInvalid("salaryMin");
        strict.Patch("job_s01", """{"bidPerQualifiedApplicantCents":4}""").ExpectInvalid("bidPerQualifiedApplicantCents");
        strict.Patch("job_s01", """{"budgets":[{"window":"DAILY","budgetCents":0}]}""").ExpectInvalid("budgets");
        new SorceBench(new() { DraftsNeedTitle = false }).Post("/jobs", "{}").Expect(201);
    }

    [Fact]
    public void Entries_may_be_held_to_more_or_to_less()
    {
        var bench = new SorceBench(new()
        {
            BlanksCountAsEmpty = false,
            QualificationKinds = ["REQUIRED", "PREFERRED", "NICE"],
            UnknownQuestionPropertiesAreKept = false,
            BudgetNotesMayBeNull = false,
            DoubledBudgetWindowsAreRefused = false,
            ChildrenAreSortedByOrder = false,
            NumericStringsAreRefused = false,
            NullArraysAreRefused = false,
        });
        var job = bench.Patch("job_s01", """
            {"salaryMin":"5","locations":null,
             "qualifications":[{"text":" ","kind":"NICE","order":1},{"text":"b","kind":"REQUIRED","order":0}],
             "questions":[{"prompt":"a","order":0,"colour":1}],
             "budgets":[{"window":"DAILY","budgetCents":1},{"window":"DAILY","budgetCents":2}]}
            """).Expect(200);
        Assert.Equal(5, job["salaryMin"].GetInt64());
        Assert.Equal("[]", job["locations"].GetRawText());
        Assert.Equal(" ", job["qualifications"][0].GetProperty("text").GetString());
        Assert.DoesNotContain("colour", job.Text, StringComparison.Ordinal);
        Assert.Equal("""[{"window":"DAILY","budgetCents":2}]""", job["budgets"].GetRawText());
        bench.Patch("job_s01", """{"budgets":[{"window":"DAILY","budgetCents":1,"notes":null}]}""").ExpectInvalid("budgets");
    }

    [Fact]
    public void The_edit_itself_may_be_held_to_more()
    {
        var bench = new SorceBench(new() { EmptyEditIsAccepted = false, PublishInEditIsIgnored = false, EditRunsAllGates = true, MaxBodyBytes = 40 }) { CardOnFile = false };
        bench.Patch("job_s01", "{}").Expect(422, "VALIDATION_FAILED");
        bench.Patch("job_s01", """{"publish":true}""").ExpectInvalid("publish");
        bench.Patch("job_live01", """{"title":"x"}""").Expect(402, "PAYMENT_METHOD_REQUIRED");
        bench.Patch("job_s01", """{"title":"0123456789012345678901234567890"}""").Expect(422, "VALIDATION_FAILED");
    }

    [Fact]
    public void A_create_may_publish_by_default() =>
        Assert.Equal(
            "ACTIVE",
            new SorceBench(new() { CreatePublishesByDefault = true }).Post("/jobs", SorceBench.CompleteJob).Expect(201)["status"].GetString());

    [Fact]
    public void The_state_machine_may_turn_out_otherwise()
    {
        var bench = new SorceBench(new() { DraftsCanBeClosed = true, PausedCanBeClosed = false, PausedExpires = false, PausedCountsAsLive = false, ResumeRunsGates = true });
        bench.Post("/jobs/job_s01/close").Expect(200);
        bench.Post("/jobs/job_paused01/close").Expect(409, "INVALID_TRANSITION");
        bench.Clock.Advance(TimeSpan.FromDays(90));
        var paused = bench.Patch("job_paused01", """{"jobLevel":null}""").Expect(200);
        Assert.Equal("PAUSED", paused["status"].GetString());
        Assert.Equal(JsonValueKind.Null, paused["jobLevel"].ValueKind);
        bench.Post("/jobs/job_paused01/resume").ExpectInvalid("jobLevel");
    }

    [Fact]
    public void The_search_may_be_freer()
    {
        var bench = new SorceBench(new() { MaxSearchItems = 3, SearchNeedsText = false });
        Assert.Equal(3, bench.Get("/locations/search?q=springfield")["items"].GetArrayLength());
        Assert.Equal("""{"items":[]}""", bench.Get("/locations/search").Expect(200).Text);
    }

    [Fact]
    public void Every_question_may_need_options() =>
        new SorceBench(new() { QuestionsNeedOptions = true }).Patch("job_s01", """{"questions":[{"prompt":"a","order":0}]}""").ExpectInvalid("questions");
}
