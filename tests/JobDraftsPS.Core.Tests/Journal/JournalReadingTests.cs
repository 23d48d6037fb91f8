using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Core.Tests.Journal;

/// <summary>What a journal says, to a person who reads it and to a plan that takes it back.</summary>
public sealed class JournalReadingTests : IDisposable
{
    private const string Head = """{"type":"run","at":"2026-03-02T08:00:00+00:00","version":1,"command":"Update-JobDraft"}""";
    private const string Account = """{"type":"account","at":"2026-03-02T08:00:00+00:00","service":"OpenTrain","account":"aa"}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jobdrafts-reading-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Each_row_is_one_deed_in_the_order_of_its_first_sending()
    {
        var deeds = Deeds(Head, Account, Intent("r2", 2, "b", "1", "2"), Intent("r1", 1, "a", "3", "4"), Reply("r1", "Refused"), Reply("r2", "Applied"));

        Assert.Equal(["b", "a"], deeds.All.Select(deed => deed.JobId));
        Assert.Equal([2, 1], deeds.All.Select(deed => deed.Number));
        Assert.Equal([CallOutcome.Applied, CallOutcome.Refused], deeds.All.Select(deed => deed.Outcome));
        Assert.All(deeds.All, deed => Assert.Equal("Update", deed.Operation));
        Assert.All(deeds.All, deed => Assert.Equal("p", deed.ProjectId));
        Assert.Equal("aa", deeds.Accounts["OpenTrain"]);
    }

    [Fact]
    public void A_row_that_was_sent_twice_goes_back_to_what_was_there_before_the_first_time()
    {
        var deed = Assert.Single(Deeds(Head, Intent("r1", 1, "a", "1", "2"), Reply("r1", "Unknown"), Intent("r1", 1, "a", "2", "2"), Reply("r1", "Applied")).All);

        Assert.Equal("""{"x":1}""", deed.Before!.Value.GetRawText());
        Assert.Equal("""{"x":2}""", deed.After!.Value.GetRawText());
        Assert.Equal(CallOutcome.Applied, deed.Outcome);
    }

    [Fact]
    public void A_row_that_is_sent_anew_has_no_outcome_until_its_reply()
    {
        var deed = Assert.Single(Deeds(Head, Intent("r1", 1, "a", "1", "2"), Reply("r1", "Refused"), Intent("r1", 1, "a", "1", "2")).All);

        Assert.Null(deed.Outcome);
    }

    [Theory]
    [InlineData("""{"jobId":"job_7","id":"other"}""")]
    [InlineData("""{"id":"job_7"}""")]
    public void What_was_created_is_known_by_the_id_in_its_answer(string answer)
    {
        var intent = """{"type":"intent","at":"2026-03-02T08:00:01+00:00","row":"r1","number":1,"service":"OpenTrain","operation":"Create","after":{"x":1}}""";
        var reply = """{"type":"reply","at":"2026-03-02T08:00:02+00:00","row":"r1","outcome":"Applied","answer":""" + answer + "}";

        Assert.Equal("job_7", Assert.Single(Deeds(Head, intent, reply).All).JobId);
        Assert.Equal("job_7", Assert.Single(View(Path(Head, intent, reply)).Results()).JobId);
    }

    [Theory]
    [InlineData("""{"type":"run","at":"2026-03-02T08:00:00+00:00","version":2}""", "version 2")]
    [InlineData("""{"type":"end","at":"2026-03-02T08:00:00+00:00","version":1}""", "it is no journal")]
    [InlineData("", "it is empty")]
    public void What_is_no_journal_of_this_version_is_not_read(string first, string says)
    {
        var path = Path(first.Length == 0 ? [] : [first]);

        Assert.Contains(says, Assert.Throws<JobDraftsApiException>(() => JournalHistory.Read(path)).Message, StringComparison.Ordinal);
        Assert.Contains(says, Assert.Throws<JobDraftsApiException>(() => new JournalView().Add(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", RunOutcome.NoChange)]
    [InlineData("Applied Applied end0", RunOutcome.Applied)]
    [InlineData("Applied Refused end1", RunOutcome.Partial)]
    [InlineData("Applied Unknown end1", RunOutcome.Partial)]
    [InlineData("Refused NotSent end2", RunOutcome.Failed)]
    [InlineData("Applied Applied", RunOutcome.Stopped)]
    [InlineData("Applied Applied end1", RunOutcome.Partial)]
    public void The_outcome_of_a_run_is_what_became_of_its_rows(string story, RunOutcome outcome)
    {
        var words = story.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rows = words.Where(word => !word.StartsWith("end", StringComparison.Ordinal)).ToArray();
        var summary = View(Path([Head, .. rows.SelectMany((word, i) => new[] { Intent($"r{i}", i + 1, "a", "1", "2"), Reply($"r{i}", word) }), .. words.Except(rows).Select(word => End(word[3..]))])).Summarize();

        Assert.Equal(outcome, summary.Outcome);
        Assert.Equal(rows.Length, summary.Rows);
        Assert.Equal(rows.Count(word => word == "Applied"), summary.Applied);
        Assert.Equal(rows.Count(word => word == "Refused"), summary.Refused);
        Assert.Equal(rows.Count(word => word == "NotSent"), summary.NotSent);
        Assert.Equal(rows.Count(word => word == "Unknown"), summary.Unknown);
        Assert.Equal(outcome is RunOutcome.NoChange or RunOutcome.Applied, summary.ResumeWith is null);
        Assert.Equal(["Update-JobDraft"], summary.Command);
    }

    [Fact]
    public void An_end_that_others_follow_is_not_the_end()
    {
        var summary = View(Path(Head, Intent("r1", 1, "a", "1", "2"), Reply("r1", "Applied"), End("0"), Head, Intent("r2", 2, "b", "1", "2"))).Summarize();

        Assert.Equal(RunOutcome.Stopped, summary.Outcome);
        Assert.Equal(1, summary.Unknown);
    }

    [Fact]
    public void Several_journals_read_as_one_and_the_latest_moment_is_when_to_go_on()
    {
        var early = Path(Head, Intent("r1", 1, "a", "1", "2"), Reply("r1", "NotSent"), End("1", "2026-03-03T08:00:00+00:00"));
        var late = Path(Head.Replace("08:00:00", "07:00:00", StringComparison.Ordinal), Intent("r1", 1, "a", "1", "2"), Reply("r1", "NotSent"), End("1", "2026-03-04T08:00:00+00:00"));
        var done = Path(Head, Intent("r1", 1, "a", "1", "2"), Reply("r1", "Applied"), End("0"));

        var summary = View(early, late, done).Summarize();

        Assert.Equal(3, summary.Rows);
        Assert.Equal(RunOutcome.Partial, summary.Outcome);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero), summary.ContinueAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero), summary.StartedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 9, TimeSpan.Zero), summary.LastAt);
        Assert.Equal([early, late, done], summary.Journal);
        Assert.Equal($"Run Update-JobDraft -JournalPath '{early}'; Update-JobDraft -JournalPath '{late}' again after 2026-03-04 08:00:00 UTC, with the same input.", summary.ResumeWith);
    }

    [Fact]
    public void A_torn_end_is_told_whichever_journal_has_it()
    {
        var torn = Path(Head);
        File.AppendAllText(torn, """{"type":"int""");

        Assert.True(View(torn, Path(Head)).WasTorn);
        Assert.True(View(Path(Head), torn).WasTorn);
        Assert.True(View(torn, torn).WasTorn);
        Assert.False(View(Path(Head)).WasTorn);
    }

    [Fact]
    public void A_row_without_a_reply_says_that_it_will_be_looked_up()
    {
        var result = Assert.Single(View(Path(Head, Intent("r1", 3, "a", "1", "2"))).Results());

        Assert.Equal(3, result.Row);
        Assert.Equal(CallOutcome.Unknown, result.Outcome);
        Assert.Contains("the next run looks it up", result.Message, StringComparison.Ordinal);
        Assert.Null(result.DurationMs);
    }

    [Fact]
    public void A_row_that_was_found_done_without_being_sent_is_told_from_its_reply()
    {
        var reply = """{"type":"reconciled","at":"2026-03-02T08:00:02+00:00","row":"r1","number":4,"service":"Sorce","operation":"Publish","jobId":"job_1","outcome":"Applied","attempts":0}""";

        var result = Assert.Single(View(Path(Head, reply)).Results());

        Assert.Equal((4, JobService.Sorce, "Publish", "job_1", CallOutcome.Applied, 0), (result.Row, result.Service, result.Operation, result.JobId, result.Outcome, result.Attempts));
    }

    [Fact]
    public void A_row_that_was_sent_keeps_what_it_was_sent_for()
    {
        var result = Assert.Single(View(Path(Head, Intent("r1", 3, "a", "1", "2"), Reply("r1", "Applied"))).Results());

        Assert.Equal((3, JobService.OpenTrain, "a", "p"), (result.Row, result.Service, result.JobId, result.ProjectId));
        Assert.Equal(8000, result.DurationMs);
    }

    [Theory]
    [InlineData("plan.json", "Run Invoke-JobDraftPlan -Path 'plan.json' -JournalPath 'it''s.jsonl' again, with the same plan and parameters.")]
    [InlineData(null, "Run Invoke-JobDraftPlan -JournalPath 'it''s.jsonl' again, with the same plan and parameters.")]
    public void A_plan_goes_on_with_its_file_and_its_journal(string? planFile, string advice) =>
        Assert.Equal(advice, ResumeAdvice.OfPlan("Invoke-JobDraftPlan", planFile, "it's.jsonl", null));

    [Fact]
    public void Without_a_journal_nothing_can_go_on() =>
        Assert.StartsWith("Make the plan anew and apply it after 2026-03-02 08:00:00 UTC:", ResumeAdvice.OfPlan("Invoke-JobDraftPlan", "plan.json", null, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1))), StringComparison.Ordinal);

    private static string Intent(string row, int number, string job, string before, string after) =>
        $$$"""{"type":"intent","at":"2026-03-02T08:00:01+00:00","row":"{{{row}}}","number":{{{number}}},"service":"OpenTrain","operation":"Update","projectId":"p","jobId":"{{{job}}}","before":{"x":{{{before}}}},"after":{"x":{{{after}}}}}""";

    private static string Reply(string row, string outcome) => $$"""{"type":"reply","at":"2026-03-02T08:00:09+00:00","row":"{{row}}","outcome":"{{outcome}}"}""";

    private static string End(string failed, string? continueAt = null) =>
        $$"""{"type":"end","at":"2026-03-02T08:00:09+00:00","done":1,"failed":{{failed}}{{(continueAt is null ? string.Empty : $",\"continueAt\":\"{continueAt}\"")}}}""";

    private static JournalView View(params string[] paths)
    {
        var view = new JournalView();
        foreach (var path in paths)
        {
            view.Add(path);
        }

        return view;
    }

    private JournalHistory Deeds(params string[] lines) => JournalHistory.Read(Path(lines));

    private string Path(params string[] lines)
    {
        var path = System.IO.Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.jsonl");
        File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")));
        return path;
    }
}
