using JobDraftsPS.Core.Calls;
using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>Which calls wait for each other, and what one row does in two steps.</summary>
public sealed class JobWriteTests : IDisposable
{
    private const string Other = "c0ffee00-1234-4abc-9def-000000000002";

    private readonly CallBench bench = new(CallBench.Good);

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Whatever_is_done_to_one_job_has_one_target()
    {
        Assert.Equal(bench.Update("a").TargetKey, bench.Update("a", 9).TargetKey);
        Assert.Equal(bench.Update("a").TargetKey, bench.OpenTrain.Publish("a", null).TargetKey);
        Assert.NotEqual(bench.Update("a").TargetKey, bench.Update("b").TargetKey);
        Assert.NotEqual(bench.OpenTrain.Publish("a", null).TargetKey, bench.Sorce.Publish("a").TargetKey);
    }

    [Fact]
    public void Textkings_ids_are_the_same_in_either_case_and_others_are_not()
    {
        Assert.Equal(Translation(CallBench.TranslationId).TargetKey, Translation(CallBench.TranslationId.ToUpperInvariant()).TargetKey);
        Assert.NotEqual(Translation(CallBench.TranslationId).TargetKey, Translation(Other).TargetKey);
        Assert.NotEqual(bench.Update("a").TargetKey, bench.Update("A").TargetKey);
        Assert.NotEqual(bench.Sorce.Publish("job_a").TargetKey, bench.Sorce.Publish("job_A").TargetKey);
    }

    [Fact]
    public void What_is_to_be_created_is_its_own_target()
    {
        Assert.NotEqual(Draft("one").TargetKey, Draft("two").TargetKey);
        Assert.Equal(Draft("one").TargetKey, Draft("one").TargetKey);
        Assert.NotEqual(NewTranslation("one").TargetKey, NewTranslation("two").TargetKey);
    }

    [Fact]
    public void Whatever_is_done_to_a_project_itself_has_one_target()
    {
        Assert.Equal(bench.TextKing.UpdateProject(CallBench.Project, [new("name", "one")]).TargetKey, bench.TextKing.UpdateProject(CallBench.Project.ToUpperInvariant(), [new("name", "two")]).TargetKey);
        Assert.Equal(bench.TextKing.UpdateProject(CallBench.Project, [new("name", "one")]).TargetKey, bench.TextKing.Start(CallBench.Project).TargetKey);
        Assert.NotEqual(bench.TextKing.Start(CallBench.Project).TargetKey, NewTranslation("one").TargetKey);
    }

    [Fact]
    public void A_journal_tells_the_parts_of_a_job_apart_and_spells_its_id_one_way()
    {
        var callback = bench.TextKing.DeleteCallback(CallBench.Project, CallBench.TranslationId, Other);

        Assert.NotEqual(callback.Identity, bench.TextKing.DeleteCallback(CallBench.Project, CallBench.TranslationId, CallBench.Project).Identity);
        Assert.Equal(callback.Identity, bench.TextKing.DeleteCallback(CallBench.Project, CallBench.TranslationId.ToUpperInvariant(), Other).Identity);
        Assert.Equal("a", bench.Update("a").Identity);
    }

    [Fact]
    public async Task A_second_step_follows_the_first_and_gives_the_rows_record()
    {
        var call = Draft("one").Then(record => bench.Update(((JobDraft)record).JobId));

        Assert.IsType<JobDraft>(await call.SendAsync(bench.Context()));

        Assert.Equal(["POST", "PATCH"], bench.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Without_a_second_step_the_first_one_is_all()
    {
        Assert.NotNull(await Draft("one").Then(_ => null).SendAsync(bench.Context()));

        Assert.Single(bench.Requests);
    }

    [Theory]
    [InlineData(422, CallOutcome.Refused)]
    [InlineData(429, CallOutcome.Refused)]
    [InlineData(503, CallOutcome.Unknown)]
    public async Task A_second_step_that_fails_says_that_the_first_one_was_done(int status, CallOutcome outcome)
    {
        using var half = new CallBench(request => request.Method == "PATCH"
            ? ScriptedNetwork.Json(status, """{"error":"No.","code":"NO"}""", ("Retry-After", "4000"))
            : CallBench.Good(request));
        var call = half.OpenTrain.Create(DraftImport.FromText("Label forty pictures.")).Then(_ => half.Update("job_1"));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => call.SendAsync(half.Context()));

        // Where the second request was never sent the row still did something: it is not one that was not sent.
        Assert.Equal(outcome, error.Outcome);
        Assert.Contains("was created, but its further fields were not written", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Run the same row again", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(422, true)]
    [InlineData(503, false)]
    public async Task Only_a_refusal_is_explained(int status, bool isExplained)
    {
        var explained = false;
        using var refusing = new CallBench(_ => ScriptedNetwork.Json(status, """{"error":"No.","code":"NO"}"""));
        var call = new JobWrite(refusing.Session(JobService.OpenTrain), Call(), (_, _) => new CallFailure { Message = "No." }, "Update", null, "a")
        {
            Explain = (error, _) =>
            {
                explained = true;
                return Task.FromResult(error);
            },
        };

        await Assert.ThrowsAsync<JobDraftsApiException>(() => call.SendAsync(refusing.Context()));

        Assert.Equal(isExplained, explained);
    }

    [Fact]
    public async Task What_the_answer_did_not_say_is_read_before_the_record_is_handed_out()
    {
        var call = new JobWrite(bench.Session(JobService.OpenTrain), Call(), (_, _) => new CallFailure { Message = "No." }, "Update", null, "a")
        {
            Complete = (record, _) => Task.FromResult<object>(record + ", completed"),
            Finish = (record, _) => record + ", finished",
        };

        Assert.Equal("read, completed, finished", await call.SendAsync(bench.Context()));
    }

    [Fact]
    public void The_record_of_a_kept_answer_is_read_like_a_fresh_one()
    {
        Assert.IsType<JobDraft>(bench.Update("a").FromAnswer("""{"ok":true,"jobId":"job_1","status":"DRAFT"}"""));
        Assert.Null(bench.Update("a").FromAnswer("[]"));
        Assert.Null(bench.Update("a").FromAnswer("{"));
    }

    private static ApiCall Call() => new(new("PATCH", "/jobs/{jobId}", "the edit of job 'a'", "a") { Json = "{}" }, _ => "read", "anything");

    private JobWrite Draft(string text) => bench.OpenTrain.Create(DraftImport.FromText($"Label forty pictures of {text}."));

    private JobWrite Translation(string id) => bench.TextKing.Update(new JobEdit(id, [new FieldChange("briefing", "b")], CallBench.Project));

    private JobWrite NewTranslation(string name) => bench.TextKing.CreateJob(CallBench.Project, [new("name", name), new("source_language", "de"), new("target_language", "en"), new("quality", "standard")]);
}
