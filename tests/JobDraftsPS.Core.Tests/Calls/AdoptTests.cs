using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>A create without a key whose reply is lost finds its own entry among the new ones, or is sent again, or is left to a person.</summary>
public sealed class AdoptTests : IDisposable
{
    private readonly AdoptBench bench = new();
    private readonly CreateLedger ledger = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task The_list_is_taken_once_before_the_first_create()
    {
        await bench.SendAsync("Baker", ledger);
        await bench.SendAsync("Cook", ledger);

        Assert.Equal(["list", "create", "create"], bench.Requests);
    }

    [Fact]
    public async Task Creates_that_begin_together_share_one_list()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => bench.SendAsync("Baker " + i, ledger)));

        Assert.Equal(1, bench.Lists);
        Assert.Equal("list", bench.Requests[0]);
    }

    [Fact]
    public async Task One_new_entry_that_holds_what_was_sent_is_taken()
    {
        bench.Fate = _ => CreateFate.DoneAndReplyLost;

        var context = bench.Context(ledger);
        var id = await bench.Create("Cook").SendAsync(context);

        Assert.Equal("job_1", id);
        Assert.True(context.Reconciled);
        Assert.Equal(1, bench.Creates);
        Assert.Equal(1, bench.Held("Cook"));
    }

    [Fact]
    public async Task An_old_entry_with_the_same_content_is_never_taken()
    {
        bench.Fate = number => number == 1 ? CreateFate.NeverDone : CreateFate.Answered;

        Assert.Equal("job_1", await bench.SendAsync("Baker", ledger));

        Assert.Equal(2, bench.Creates);
        Assert.Equal(2, bench.Held("Baker"));
    }

    [Fact]
    public async Task None_and_it_is_sent_again()
    {
        bench.Fate = number => number < 3 ? CreateFate.NeverDone : CreateFate.Answered;

        await bench.SendAsync("Cook", ledger);

        Assert.Equal(["list", "create", "list", "create", "list", "create"], bench.Requests);
        Assert.Equal(1, bench.Held("Cook"));
    }

    [Theory]
    [InlineData(nameof(CreateFate.DoneAndReplyLost), 2)]
    [InlineData(nameof(CreateFate.NeverDone), 1)]
    public async Task A_list_that_may_be_a_part_proves_nothing_and_the_create_is_not_repeated(string fate, int held)
    {
        // The oldest twenty of more: what was made last is not among them.
        Enumerable.Range(0, 30).ToList().ForEach(number => bench.Add($"Other {number}"));
        bench.Add("Welder");
        bench.Shown = 20;
        bench.IsWhole = false;
        bench.Fate = _ => Enum.Parse<CreateFate>(fate);

        var unknown = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.SendAsync("Welder", new CreateLedger()));

        Assert.Equal(CallOutcome.Unknown, unknown.Outcome);
        Assert.Equal(1, bench.Creates);
        Assert.Equal(held, bench.Held("Welder"));
    }

    [Fact]
    public async Task A_list_that_shows_its_newest_entries_first_proves_what_is_missing_among_them()
    {
        Enumerable.Range(0, 30).ToList().ForEach(number => bench.Add($"Other {number}"));
        bench.Shown = 20;
        bench.IsWhole = false;
        bench.NewestFirst = true;
        var ledger = new CreateLedger();
        await bench.SendAsync("First", ledger);
        bench.Fate = number => number == 2 ? CreateFate.NeverDone : CreateFate.Answered;

        await bench.SendAsync("Second", ledger);

        Assert.Equal((3, 1), (bench.Creates, bench.Held("Second")));
    }

    [Fact]
    public async Task Two_rows_of_the_same_content_take_two_entries()
    {
        bench.Fate = _ => CreateFate.DoneAndReplyLost;

        var ids = new[] { await bench.SendAsync("Cook", ledger), await bench.SendAsync("Cook", ledger) };

        Assert.Equal(["job_1", "job_2"], ids);
        Assert.Equal(2, bench.Creates);
    }

    [Fact]
    public async Task Several_and_a_person_has_to_say()
    {
        bench.Fate = _ =>
        {
            bench.Add("Cook");
            return CreateFate.DoneAndReplyLost;
        };

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.SendAsync("Cook", ledger));

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal("Sorce.Unknown", error.ErrorId);
        Assert.Contains("job_else1, job_2", error.Message, StringComparison.Ordinal);
        Assert.Equal("Look at the dashboard.", error.RecommendedAction);
        Assert.Equal(1, bench.Creates);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_keeps_the_create_here()
    {
        bench.ListStatus = _ => 403;

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.SendAsync("Cook", ledger));

        Assert.NotEqual(CallOutcome.Unknown, error.Outcome);
        Assert.Equal(0, bench.Creates);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_for_one_row_is_taken_for_the_next()
    {
        bench.ListStatus = number => number == 1 ? 403 : 200;

        await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.SendAsync("Cook", ledger));
        await bench.SendAsync("Cook", ledger);

        Assert.Equal(["list", "list", "create"], bench.Requests);
    }

    [Fact]
    public async Task A_killed_run_is_gone_on_with_the_list_that_it_took()
    {
        using (var journal = bench.Journal())
        {
            var first = new CreateLedger(journal);
            await bench.SendAsync("Cook", journal, first);
            bench.Fate = _ => CreateFate.DoneAndReplyLost;
            bench.ListStatus = _ => 403;
            await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.SendAsync("Waiter", journal, first));
        }

        bench.ListStatus = _ => 200;
        using var again = bench.Journal();
        var second = new CreateLedger(again);

        Assert.Null(await bench.SendAsync("Cook", again, second));
        Assert.Equal("job_2", await bench.SendAsync("Waiter", again, second));
        Assert.Equal(2, bench.Creates);
    }

    [Fact]
    public async Task What_an_earlier_run_made_for_one_row_is_not_taken_for_another()
    {
        using (var journal = bench.Journal())
        {
            var first = new CreateLedger(journal);
            bench.Fate = number => number == 1 ? CreateFate.NeverDone : CreateFate.Answered;
            bench.ListStatus = number => number == 2 ? 403 : 200;

            // The first row ends unknown and not done; the second, of the same content, is done.
            await Assert.ThrowsAsync<JobDraftsApiException>(() => bench.SendAsync("Cook", journal, first));
            Assert.Equal("job_1", await bench.SendAsync("Cook", journal, first));
        }

        using var again = bench.Journal();
        Assert.Equal("job_2", await bench.SendAsync("Cook", again, new CreateLedger(again)));
        Assert.Equal(2, bench.Held("Cook"));
    }
}
