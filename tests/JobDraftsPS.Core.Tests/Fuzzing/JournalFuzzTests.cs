using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Tests.Journal;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>Journals that a disk, an editor or another program has damaged.</summary>
public sealed class JournalFuzzTests : IDisposable
{
    private readonly JournalBench bench = new(request => request.Path.EndsWith("/b", StringComparison.Ordinal)
        ? ScriptedNetwork.Json(422, """{"error":"No.","code":"VALIDATION_FAILED","message":"headcount is wrong"}""")
        : CallBench.Good(request));

    private readonly FuzzFile file = new("journal.jsonl");

    public void Dispose()
    {
        file.Dispose();
        bench.Dispose();
    }

    [Fact]
    public async Task A_damaged_journal_is_shown_or_refused()
    {
        var seed = await SampleAsync();
        FuzzRun.Check([seed], bytes => Try(() =>
        {
            var view = new JournalView();
            view.Add(file.Holding(bytes));
            FuzzWalk.Through(view.Results());
            FuzzWalk.Through(view.Summarize());
        }));
    }

    [Fact]
    public async Task A_damaged_journal_is_gone_on_with_or_refused()
    {
        var seed = await SampleAsync();
        FuzzRun.Check([seed], bytes => Try(() =>
        {
            using var journal = RunJournal.Open(file.Holding(bytes), JournalBench.Command, resume: true);
            foreach (var id in new[] { "a", "b", "c" })
            {
                var row = journal.Claim(bench.Calls.Update(id), null);
                if (row.State == JournalRowState.Done)
                {
                    _ = journal.AnswerOf(row);
                }
            }

            journal.ByNumber();
            _ = journal.Created;
        }));
    }

    [Fact]
    public async Task What_a_damaged_journal_says_was_done_can_be_read_for_an_undo()
    {
        var seed = await SampleAsync();
        FuzzRun.Check([seed], bytes => Try(() => FuzzWalk.Through(JournalHistory.Read(file.Holding(bytes)).All)));
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (JobDraftsApiException refused)
        {
            FuzzWalk.Through(refused);
        }
    }

    private async Task<string> SampleAsync()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"), bench.Calls.OpenTrain.Create(Core.OpenTrain.DraftImport.FromText("Count birds.")));
        return await File.ReadAllTextAsync(bench.Path, TestContext.Current.CancellationToken);
    }
}
