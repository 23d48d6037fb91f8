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

    [Fact]
    public void Empty_sets_may_be_null_in_answers()
    {
        var job = new SorceBench(new() { EmptySetsAreNull = true }).Get("/jobs/job_s02").Expect(200);
        Assert.Equal(JsonValueKind.Null, job["budgets"].ValueKind);
        Assert.Equal(JsonValueKind.Array, job["qualifications"].ValueKind);
    }

    [Fact]
    public void Unknown_and_read_only_properties_may_be_refused()
    {
        var bench = new SorceBench(new() { UnknownPropertiesAreIgnored = false });
        bench.Patch("job_s01", """{"status":"CLOSED","wages":5,"title":"x"}""").ExpectInvalid("status", "wages");
        bench.Post("/jobs", """{"title":"x","id":"mine"}""").ExpectInvalid("id");
        bench.Post("/jobs", """{"title":"x","publish":false}""").Expect(201);
    }

    [Fact]
    public void A_location_may_be_taken_as_it_is_sent()
    {
        var bench = new SorceBench(new() { UnknownLocationsAreRefused = false });
        var place = bench.Patch("job_s01", """{"locations":[{"locationId":7,"city":"Delft","stateProvince":"Zuid-Holland","country":"Netherlands"}]}""").Expect(200)["locations"][0];
        Assert.Equal("Delft, Zuid-Holland, Netherlands", place.GetProperty("displayName").GetString());
    }

    [Fact]
    public void Children_may_keep_the_ids_that_are_sent()
    {
        const string edit = """{"qualifications":[{"id":"mine","text":"A","kind":"REQUIRED","order":0}],"questions":[{"id":"mine too","prompt":"B","order":0}]}""";
        Assert.NotEqual("mine", new SorceBench().Patch("job_s01", edit)["qualifications"][0].GetProperty("id").GetString());
        var kept = new SorceBench(new() { ChildrenGetNewIds = false }).Patch("job_s01", edit).Expect(200);
        Assert.Equal("mine", kept["qualifications"][0].GetProperty("id").GetString());
        Assert.Equal("mine too", kept["questions"][0].GetProperty("id").GetString());
    }

    [Fact]
    public void A_copy_of_a_locked_set_may_be_let_through()
    {
        const string same = """{"title":"x","questions":[{"prompt":"Which shifts suit you?","order":0}]}""";
        new SorceBench().Patch("job_live02", same).Expect(409, "JOB_FROZEN");
        var bench = new SorceBench(new() { FrozenPresenceIsRefused = false });
        bench.Patch("job_live02", same).Expect(200);
        bench.Patch("job_live02", """{"questions":[]}""").Expect(409, "JOB_FROZEN");
    }

    [Fact]
    public void A_body_of_a_change_of_status_may_be_refused()
    {
        new SorceBench().Post("/jobs/job_live01/pause", "{}").Expect(200);
        var bench = new SorceBench(new() { ChangeBodyIsIgnored = false });
        bench.Post("/jobs/job_live01/pause", "{}").Expect(422, "VALIDATION_FAILED");
        bench.Post("/jobs/job_live01/pause").Expect(200);
    }

    [Fact]
    public void The_gates_may_stand_in_another_order()
    {
        var bench = new SorceBench(new() { GateOrder = [3, 2, 1] }) { CardOnFile = false, TermsAccepted = false };
        bench.Post("/jobs/job_s06/publish").Expect(402, "PAYMENT_METHOD_REQUIRED");
        bench.CardOnFile = true;
        bench.Post("/jobs/job_s06/publish").Expect(409, "AGREEMENT_OUTDATED");
        bench.TermsAccepted = true;
        bench.Post("/jobs/job_s06/publish").ExpectInvalid("jobLevel");
    }

    [Fact]
    public void A_resume_may_renew_and_an_expired_job_may_come_back()
    {
        var bench = new SorceBench(new() { ResumeRenews = true, ExpiredCanBePublished = true });
        Assert.Equal("2026-04-01T08:15:00Z", bench.Post("/jobs/job_paused01/resume").Expect(200)["expiresAt"].GetString());
        bench.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("ACTIVE", bench.Post("/jobs/job_paused01/publish").Expect(200)["status"].GetString());
    }
}
