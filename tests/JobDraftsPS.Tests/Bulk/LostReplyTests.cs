using System.Collections.Concurrent;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>Each command with each way to lose an answer: the record, the journal, and what the service holds.</summary>
public sealed class LostReplyTests(LostReplyTests.Runs runs) : IClassFixture<LostReplyTests.Runs>
{
    private static readonly string[] Kinds = ["New-JobDraft", "Update-JobDraft", "Publish-OpenTrain", "Set-TranslationJob", "Publish-Sorce"];

    public static TheoryData<string, string> EveryCommandAndFault =>
        [.. Kinds.SelectMany(kind => FaultTable.Names.Select(fault => new TheoryDataRow<string, string>(kind, fault)))];

    [Theory]
    [MemberData(nameof(EveryCommandAndFault))]
    public void A_lost_reply_ends_as_one_record_one_deed_and_a_journal_that_says_so(string kind, string fault)
    {
        var run = runs.Of(kind);
        var row = FaultTable.Names.ToList().IndexOf(fault);
        var wasFound = kind == "Publish-Sorce" && FaultTable.IsHandled(fault) && !FaultTable.SaysDone(fault);
        var writes = wasFound || FaultTable.SaysDone(fault) ? 1 : 2;

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(FaultTable.Names.Count, run.Result.Output.Count);
        Assert.Equal(writes, run.WritesOf(row));
        var lines = run.JournalOf(row);
        Assert.Equal(["intent", "sent", wasFound ? "reconciled" : "reply"], lines.Select(line => (string)line["type"]!));
        Assert.Equal("Applied", (string?)lines[^1]["outcome"]);
        Assert.Equal(writes, (int?)lines[^1]["attempts"]);
        Assert.Equal(FaultTable.SaysDone(fault) && !LostReplyRun.CanBeReadBack(kind), lines[^1]["answer"] is null);
        Assert.Equal(1, run.HeldOf(row));
    }

    [Theory]
    [InlineData("Update-JobDraft ot-draft-07 -Headcount 3", "PATCH", "reply")]
    [InlineData("Publish-Job ot-draft-07 -Service OpenTrain", "POST", "reply")]
    [InlineData("New-JobDraft -Description 'Outline every ship.'", "POST", "reply")]
    [InlineData("Set-TranslationJob aaaaaaaa-0000-4000-8000-000000000001 11111111-1111-4111-8111-111111111111 -Briefing Short.", "PUT", "reply")]
    [InlineData("Publish-Job job_s01 -Service Sorce", "POST", "reconciled")]
    public void An_answer_that_takes_too_long_is_a_lost_one(string command, string method, string last)
    {
        using var bench = new SandboxBench();
        using var journal = new JournalFile();

        var result = bench.Run($$"""
            Connect-JobDraftService -Sandbox $sandbox -TimeoutSec 1
            $sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'SlowBody'; Method = '{{method}}' }
            {{command}} -JournalPath $journal -Verbose
            """, ("journal", journal.Path));

        Assert.Empty(result.AllErrors);
        Assert.Single(result.Output);
        Assert.Contains(result.Verbose, line => line.Contains("TimedOut", StringComparison.Ordinal));
        Assert.Equal(last, journal.Types[^2]);
    }

    [Fact]
    public void A_publish_that_nobody_can_tell_is_unknown_says_how_to_look_and_stays_open_in_the_journal()
    {
        using var bench = new SandboxBench();
        using var journal = new JournalFile();

        var result = bench.Run("""
            $sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'DropAfterHandling'; Method = 'POST' }, @{ Kind = 'Status'; Status = 403; Method = 'GET' }
            Publish-Job job_s01 -Service Sorce -JournalPath $journal
            Publish-Job job_s01 -Service Sorce -JournalPath $journal
            """, ("journal", journal.Path));

        var error = Assert.Single(result.AllErrors);
        Assert.Equal("Sorce.Unknown", error.Id());
        Assert.Equal("Unknown", error.Property("Outcome"));
        Assert.Contains("dashboard", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        // The second run looks, finds it done, and never sends it again.
        Assert.Equal("ACTIVE", Assert.Single(result.Output).Properties["Status"].Value);
        Assert.Single(bench.Writes());
        Assert.Equal(["intent", "sent", "reply", "reconciled"], journal.TypesOf("job_s01"));
    }

    [Fact]
    public void A_call_that_never_left_was_not_sent()
    {
        using var bench = new SandboxBench();
        using var journal = new JournalFile();

        var result = bench.Run("""
            Update-JobDraft ot-draft-01 -Headcount 3 | Out-Null
            $sandbox | Stop-JobDraftSandbox
            Update-JobDraft ot-draft-01 -Headcount 4 -JournalPath $journal
            """, ("journal", journal.Path));

        var error = Assert.Single(result.AllErrors);
        Assert.Equal("OpenTrain.ConnectionFailed", error.Id());
        Assert.Equal("NotSent", error.Property("Outcome"));
        Assert.Equal("NotSent", (string?)journal.LinesOf("ot-draft-01")[^1]["outcome"]);
        Assert.Equal(5, (int?)journal.LinesOf("ot-draft-01")[^1]["attempts"]);
    }

    /// <summary>The run of each command, made when the first test asks for it.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly ConcurrentDictionary<string, LostReplyRun> runs = new();

        public void Dispose()
        {
            foreach (var run in runs.Values)
            {
                run.Dispose();
            }
        }

        internal LostReplyRun Of(string kind) => runs.GetOrAdd(kind, found => new LostReplyRun(found));
    }
}
