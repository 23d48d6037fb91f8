using JobDraftsPS.Core.Journal;

namespace JobDraftsPS.Core.Tests.Journal;

/// <summary>Lines that were moved or that say what this module does not know never make a row that may be done one to do.</summary>
public sealed class DamagedOrderTests : IDisposable
{
    private readonly JournalBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("Aqplied")]
    [InlineData("applied")]
    [InlineData("0")]
    [InlineData("")]
    public async Task An_outcome_that_is_not_known_is_looked_up(string word)
    {
        await SentAsync();
        Rewrite(lines => lines.Select(line => line.Replace("\"Applied\"", $"\"{word}\"", StringComparison.Ordinal)));

        Assert.Equal(JournalRowState.Sent, Reopened());
        Assert.Equal(CallOutcome.Unknown, Shown());
    }

    [Fact]
    public async Task A_row_that_is_done_stays_done_wherever_its_other_lines_lie()
    {
        await SentAsync();
        Rewrite(lines => lines.Where(line => IsOf(line, "reply")).Concat(lines.Where(line => IsOf(line, "intent") || IsOf(line, "sent"))));

        Assert.Equal(JournalRowState.Done, Reopened());
        Assert.Equal(CallOutcome.Applied, Shown());
    }

    [Fact]
    public async Task A_refusal_behind_the_reply_does_not_undo_it()
    {
        await SentAsync();
        Rewrite(lines => lines.Concat(lines.Where(line => IsOf(line, "reply")).Select(line => line.Replace("\"Applied\"", "\"Refused\"", StringComparison.Ordinal))));

        Assert.Equal(JournalRowState.Done, Reopened());
    }

    [Fact]
    public async Task A_refusal_of_an_earlier_attempt_says_nothing_of_a_later_one()
    {
        await SentAsync();
        Rewrite(lines => lines.Select(line => IsOf(line, "reply")
            ? System.Text.RegularExpressions.Regex.Replace(line.Replace("\"Applied\"", "\"Refused\"", StringComparison.Ordinal), "\"at\":\"[^\"]*\"", "\"at\":\"2001-01-01T00:00:00+00:00\"")
            : line));

        Assert.Equal(JournalRowState.Sent, Reopened());
    }

    private static bool IsOf(string line, string type) => line.StartsWith($"{{\"type\":\"{type}\"", StringComparison.Ordinal);

    private async Task SentAsync() => await bench.RunAsync(false, bench.Calls.Update("a"));

    /// <summary>Of a journal without checksums, as earlier versions wrote them: with them it would be refused.</summary>
    private void Rewrite(Func<IReadOnlyList<string>, IEnumerable<string>> change)
    {
        bench.ForgetChecksums();
        var lines = File.ReadAllLines(bench.Path);
        var head = lines.TakeWhile(line => IsOf(line, "run") || IsOf(line, "account")).ToArray();
        File.WriteAllLines(bench.Path, [.. head, .. change(lines[head.Length..^1])]);
    }

    private JournalRowState Reopened()
    {
        using var journal = bench.Open(resume: true);
        return journal.Claim(bench.Calls.Update("a"), 1).State;
    }

    private CallOutcome Shown()
    {
        var view = new JournalView();
        view.Add(bench.Path);
        return Assert.Single(view.Results()).Outcome;
    }
}
