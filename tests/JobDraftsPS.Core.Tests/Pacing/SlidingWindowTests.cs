using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Tests.Pacing;

public sealed class SlidingWindowTests
{
    private const long Window = 60_000;
    private const long Stale = 100_000;

    /// <summary>So much later than the service's own end of a window the pacer goes on.</summary>
    private const long Margin = 15;

    private readonly QuotaState quota = new();

    [Fact]
    public void Requests_within_the_limit_go_at_once_and_the_next_one_waits()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull(Enter(3, at: 1000).Slot);
        }

        Assert.Null(Enter(3, at: 1000).Slot);
    }

    [Fact]
    public void A_full_window_tells_when_its_oldest_place_is_free_again()
    {
        Take(2, at: 1000, answeredAt: 1400);
        Take(2, at: 1000, answeredAt: 1200);

        var wait = Enter(2, at: 5000);

        Assert.True(wait.IsCertain);
        Assert.Equal(1200 + Window + Margin - 5000, wait.Wait.TotalMilliseconds);
        Assert.Null(Enter(2, at: 1200 + Window + Margin - 1).Slot);
        Assert.NotNull(Enter(2, at: 1200 + Window + Margin).Slot);
    }

    [Fact]
    public void A_place_counts_from_its_answer_because_the_request_may_have_arrived_just_before()
    {
        Take(1, at: 0, answeredAt: 30_000);

        Assert.Null(Enter(1, at: Window + Margin).Slot);
        Assert.NotNull(Enter(1, at: 30_000 + Window + Margin).Slot);
    }

    [Fact]
    public void A_pause_ends_after_a_day_whatever_a_service_or_a_wrong_clock_said()
    {
        const long Day = 24 * 60 * 60 * 1000;
        quota.PausedUntil = 400 * Day;

        Assert.Equal(TimeSpan.FromDays(1), Enter(1, at: 1000).Wait);
        Assert.Equal(TimeSpan.FromMilliseconds(1), Enter(1, at: Day + 999).Wait);
        Assert.NotNull(Enter(1, at: Day + 1000).Slot);
    }

    [Fact]
    public void While_all_places_are_under_way_nobody_can_say_how_long()
    {
        Enter(1, at: 1000);

        var wait = Enter(1, at: 2000);

        Assert.Null(wait.Slot);
        Assert.False(wait.IsCertain);
    }

    [Fact]
    public void A_place_that_did_not_count_is_free_at_once()
    {
        var slot = Enter(1, at: 1000).Slot!;

        SlidingWindow.Leave(quota, slot.Id, counted: false, 1100);

        Assert.NotNull(Enter(1, at: 1100).Slot);
    }

    [Fact]
    public void A_place_is_ended_once_and_an_unknown_one_is_passed_over()
    {
        Take(1, at: 1000, answeredAt: 1100);

        SlidingWindow.Leave(quota, "somebody else's", counted: false, 1200);

        Assert.Single(quota.Slots);
    }

    [Fact]
    public void A_place_of_a_process_that_died_is_free_one_window_after_the_longest_possible_call()
    {
        Enter(1, at: 1000);

        Assert.Null(Enter(1, at: 1000 + Stale + Window + Margin - 1).Slot);
        Assert.NotNull(Enter(1, at: 1000 + Stale + Window + Margin).Slot);
    }

    [Fact]
    public void A_stale_place_gives_a_wait_that_is_known()
    {
        Enter(1, at: 1000);

        var wait = Enter(1, at: 1000 + Stale);

        Assert.True(wait.IsCertain);
        Assert.Equal(Window + Margin, wait.Wait.TotalMilliseconds);
    }

    [Fact]
    public void A_clock_that_is_set_back_keeps_no_place_longer_than_a_window()
    {
        const long hour = 3_600_000;
        Take(1, at: hour, answeredAt: hour + 100);

        Assert.Null(Enter(1, at: 1000).Slot);

        Assert.NotNull(Enter(1, at: 1000 + Window + Margin).Slot);
    }

    [Fact]
    public void A_clock_that_is_set_back_leaves_no_place_under_way_for_ever()
    {
        const long hour = 3_600_000;
        Enter(1, at: hour);

        Assert.Null(Enter(1, at: 1000).Slot);

        Assert.NotNull(Enter(1, at: 1000 + Stale + Window + Margin).Slot);
    }

    [Fact]
    public void A_lowered_limit_waits_until_enough_places_are_free()
    {
        for (var i = 0; i < 4; i++)
        {
            Take(4, at: 1000, answeredAt: 1000 + (i * 100));
        }

        Assert.Equal(1200 + Window + Margin - 2000, Enter(2, at: 2000).Wait.TotalMilliseconds);
    }

    [Fact]
    public void A_limit_of_zero_lets_nothing_through_and_says_so()
    {
        var wait = Enter(0, at: 1000);

        Assert.True(wait.IsCertain);
        Assert.Contains("0 in", wait.Why, StringComparison.Ordinal);
        Assert.True(wait.Wait > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(30, 20)]
    public void A_learnt_limit_lowers_the_documented_one_and_never_raises_it(int learnt, int allowed)
    {
        quota.LearntLimit = learnt;

        Assert.Equal(allowed, Enumerable.Range(0, 40).Count(_ => Enter(20, at: 1000).Slot is not null));
    }

    [Fact]
    public void A_learnt_limit_ends_with_its_window()
    {
        quota.LearntLimit = 3;
        quota.LearntAt = 1000;
        var late = 1000 + Window;

        Assert.Equal(3, Enumerable.Range(0, 40).Count(_ => Enter(20, at: late - 1).Slot is { } slot && Leave(slot)));
        Assert.Equal(17, Enumerable.Range(0, 40).Count(_ => Enter(20, at: late).Slot is not null));

        bool Leave(QuotaSlot slot)
        {
            SlidingWindow.Leave(quota, slot.Id, counted: true, late - 1);
            return true;
        }
    }

    [Fact]
    public void A_pause_holds_even_where_places_are_free_or_no_number_is_known()
    {
        quota.PausedUntil = 5000;

        Assert.Equal(4000, Enter(10, at: 1000).Wait.TotalMilliseconds);
        Assert.Equal(4000, SlidingWindow.TryEnter(quota, null, 1000, Stale).Wait.TotalMilliseconds);
        Assert.NotNull(Enter(10, at: 5000).Slot);
        Assert.NotNull(SlidingWindow.TryEnter(quota, null, 5000, Stale).Slot);
    }

    [Fact]
    public void A_second_window_is_a_number_more_and_both_are_kept()
    {
        // 4 in 10 seconds, and no more than 2 of them in one.
        var rule = new QuotaRule(new QuotaWindow(4, TimeSpan.FromSeconds(10)), new QuotaWindow(2, TimeSpan.FromSeconds(1)));
        var sent = new List<long>();
        for (long now = 1000; sent.Count < 8; now += 5)
        {
            if (SlidingWindow.TryEnter(quota, rule, now, Stale).Slot is { } slot)
            {
                SlidingWindow.Leave(quota, slot.Id, counted: true, now);
                sent.Add(now);
            }
        }

        Assert.All(sent, at => Assert.InRange(sent.Count(other => other >= at && other < at + 1000), 1, 2));
        Assert.All(sent, at => Assert.InRange(sent.Count(other => other >= at && other < at + 10_000), 1, 4));
        Assert.InRange(sent[^1], 12_000, 12_100);
    }

    [Fact]
    public void The_window_that_is_full_for_longest_says_how_long_and_why()
    {
        var rule = new QuotaRule(new QuotaWindow(2, TimeSpan.FromSeconds(60)), new QuotaWindow(2, TimeSpan.FromSeconds(1)));
        SlidingWindow.Leave(quota, SlidingWindow.TryEnter(quota, rule, 1000, Stale).Slot!.Id, counted: true, 1000);
        SlidingWindow.Leave(quota, SlidingWindow.TryEnter(quota, rule, 1100, Stale).Slot!.Id, counted: true, 1100);

        var answer = SlidingWindow.TryEnter(quota, rule, 1200, Stale);

        Assert.Equal("2 in 1 minute are allowed", answer.Why);
        Assert.InRange(answer.Wait.TotalSeconds, 59, 60);
        Assert.Equal(0, SlidingWindow.Room(quota, rule, 1200, Stale));
        Assert.Equal(0, SlidingWindow.Room(quota, rule, 3000, Stale));
    }

    private QuotaWait Enter(int limit, long at) => SlidingWindow.TryEnter(quota, new QuotaRule(new QuotaWindow(() => limit, () => TimeSpan.FromMilliseconds(Window))), at, Stale);

    private void Take(int limit, long at, long answeredAt) => SlidingWindow.Leave(quota, Enter(limit, at).Slot!.Id, counted: true, answeredAt);
}
