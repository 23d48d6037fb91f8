using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.Tests.Plans;

/// <summary>What a journal gives back: the values from before the run, each job once, and a reason for all that cannot be taken back.</summary>
public sealed class PlanUndoTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-undo-");
    private int rows;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Each_job_goes_back_to_what_it_was_and_the_last_one_written_goes_first()
    {
        var undo = Undo([.. Row("a", """{"x":1,"y":"old"}""", """{"x":2,"y":"new"}"""), .. Row("b", """{"x":null}""", """{"x":5}""")]);

        Assert.Empty(undo.Findings);
        Assert.Equal(["b", "a"], undo.Inputs.Select(input => input.JobId));
        Assert.Equal([1, 2], undo.Inputs.Select(input => input.Row));
        Assert.All(undo.Inputs, input => Assert.Equal(PlanOperation.Update, input.Operation));
        Assert.Equal([("x", null)], undo.Inputs[0].Cells.Select(cell => (cell.Key, cell.Value)));
        Assert.Equal([("x", 1L), ("y", "old")], undo.Inputs[1].Cells.Select(cell => (cell.Key, cell.Value)));
    }

    [Fact]
    public void Of_two_rows_on_one_job_the_earlier_values_count()
    {
        var undo = Undo([.. Row("a", """{"x":1}""", """{"x":2}"""), .. Row("a", """{"x":2,"y":7}""", """{"x":3,"y":8}""")]);

        Assert.Equal([("x", 1L), ("y", 7L)], Assert.Single(undo.Inputs).Cells.Select(cell => (cell.Key, cell.Value)));
    }

    [Fact]
    public void A_set_that_is_put_back_says_that_its_entries_get_new_ids()
    {
        var bench = new PlanBench();
        var undo = Undo(Row("s", """{"questions":[{"prompt":"Why?"}]}""", """{"questions":[]}""", service: "Sorce"));
        var plan = bench.Plan(undo.Inputs);
        plan.Findings = [];

        undo.Annotate(plan, [PlanBench.RulesOf(JobService.Sorce)]);

        Assert.Equal($"1|questions|Info|{PlanCodes.NewIds}", PlanBench.Only(plan));
    }

    [Theory]
    [InlineData("Refused")]
    [InlineData("NotSent")]
    public void What_was_not_done_needs_no_undoing(string outcome)
    {
        var undo = Undo(Row("a", """{"x":1}""", """{"x":2}""", outcome));

        Assert.Empty(undo.Inputs);
        Assert.Empty(undo.Findings);
    }

    [Theory]
    [InlineData("Unknown")]
    [InlineData(null)]
    public void What_nobody_knows_is_looked_up_by_its_own_run_first(string? outcome)
    {
        var undo = Undo(Row("a", """{"x":1}""", """{"x":2}""", outcome));

        Assert.Empty(undo.Inputs);
        Assert.Contains("nobody knows whether it was done", Assert.Single(undo.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_were_not_known_before_stay_and_are_named()
    {
        var undo = Undo([.. Row("a", """{"x":1}""", """{"x":2,"y":3}"""), .. Row("a", """{"y":3}""", """{"y":4}""")]);

        // What the second row found is what the first one wrote, so it is nothing to go back to.
        Assert.Equal([("x", 1L)], Assert.Single(undo.Inputs).Cells.Select(cell => (cell.Key, cell.Value)));
        var finding = Assert.Single(undo.Findings);
        Assert.Equal(PlanCodes.CannotUndo, finding.Code);
        Assert.EndsWith("Row 1 of the journal, Update of OpenTrain 'a': the values before are not known: y.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Publish", "becomes")]
    [InlineData("Create", "no call that deletes a draft")]
    [InlineData("Close", "nothing opens")]
    public void What_is_no_edit_says_why_it_stays(string operation, string says)
    {
        var undo = Undo(Row("a", "{}", "{}", "Applied", operation));

        Assert.Empty(undo.Inputs);
        var message = Assert.Single(undo.Findings).Message;
        Assert.True(message.Contains(says, StringComparison.Ordinal) || message.Contains("does not become a draft again", StringComparison.Ordinal), message);
    }

    [Fact]
    public void A_journal_of_another_token_is_refused()
    {
        var undo = Undo(Row("a", """{"x":1}""", """{"x":2}"""));

        undo.RequireAccounts(new Dictionary<string, string> { ["OpenTrain"] = "aa", ["Sorce"] = "zz" });

        Assert.Throws<JobDraftsApiException>(() => undo.RequireAccounts(new Dictionary<string, string> { ["OpenTrain"] = "bb" }));
    }

    [Fact]
    public void A_value_that_somebody_changed_after_the_run_is_named()
    {
        var bench = new PlanBench();
        var undo = Undo(Row("a", """{"jobTitle":"Old","headcount":1}""", """{"jobTitle":"New","headcount":2}"""));
        var job = bench.State.Know(JobService.OpenTrain, null, "a");
        job.Values["jobTitle"] = "New";
        job.Values["headcount"] = 9L;
        var plan = bench.Plan(undo.Inputs);

        undo.Annotate(plan, [PlanBench.RulesOf(JobService.OpenTrain)]);

        Assert.Equal($"1|headcount|Warning|{PlanCodes.ChangedSince}", PlanBench.Only(plan));
        PlanFile.RequireUnedited(plan, "the undo");
    }

    [Fact]
    public void What_the_journal_wrote_last_is_remembered_where_the_service_does_not_tell()
    {
        var state = new PlanSnapshot();
        state.Know(JobService.OpenTrain, null, "a").Values["told"] = "service";
        var path = Journal([.. Row("a", "{}", """{"x":1,"told":"run"}"""), .. Row("a", "{}", """{"x":2}"""), .. Row("a", "{}", """{"x":9}""", "Refused"), .. Row("b", "{}", """{"x":9}""", "Applied", "Publish")]);

        LastKnown.Add(path, state);

        var job = state.Know(JobService.OpenTrain, null, "a");
        Assert.Equal(2L, job.Values["x"]);
        Assert.Equal("service", job.Values["told"]);
        Assert.Equal(["x"], job.Remembered);
        Assert.Empty(state.Know(JobService.OpenTrain, null, "b").Values);
    }

    private string[] Row(string job, string before, string after, string? outcome = "Applied", string operation = "Update", string service = "OpenTrain")
    {
        var row = ++rows;
        var intent = $$"""{"type":"intent","at":"2026-03-02T08:00:01+00:00","row":"r{{row}}","number":{{row}},"service":"{{service}}","operation":"{{operation}}","jobId":"{{job}}","before":{{before}},"after":{{after}}}""";
        return outcome is null ? [intent] : [intent, $$"""{"type":"reply","at":"2026-03-02T08:00:02+00:00","row":"r{{row}}","outcome":"{{outcome}}"}"""];
    }

    private PlanUndo Undo(string[] lines) => PlanUndo.Read(Journal(lines));

    private string Journal(string[] lines)
    {
        var path = Path.Combine(folder.FullName, "run.jsonl");
        string[] head =
        [
            """{"type":"run","at":"2026-03-02T08:00:00+00:00","version":1,"command":"Update-JobDraft"}""",
            """{"type":"account","at":"2026-03-02T08:00:00+00:00","service":"OpenTrain","account":"aa"}""",
        ];
        File.WriteAllLines(path, [.. head, .. lines]);
        return path;
    }
}
