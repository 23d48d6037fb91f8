using JobDraftsPS.Core.Pacing;

namespace JobDraftsPS.Core.Tests.Pacing;

/// <summary>How many places are free, and how a limit is told to a person.</summary>
public sealed class QuotaRoomTests
{
    private const long Window = 60_000;
    private const long Stale = 100_000;
    private const long Margin = 15;

    private readonly QuotaState quota = new();

    [Fact]
    public void Room_is_what_is_neither_under_way_nor_counted()
    {
        Take(at: 1000, answeredAt: 2000);
        Enter(at: 1000);

        Assert.Equal(3, Room(5, at: 3000));
        Assert.Equal(3, Room(5, at: 2000 + Window + Margin - 1));
        Assert.Equal(4, Room(5, at: 2000 + Window + Margin));
    }

    [Fact]
    public void A_lowered_limit_leaves_no_room_and_no_debt()
    {
        Take(at: 1000, answeredAt: 1000);
        Take(at: 1000, answeredAt: 1000);

        Assert.Equal(0, Room(1, at: 2000));
    }

    [Fact]
    public void A_learnt_limit_is_the_one_that_counts()
    {
        quota.LearntLimit = 3;

        Assert.Equal(3, Room(20, at: 1000));
    }

    [Fact]
    public void There_is_no_room_while_the_service_asked_to_wait()
    {
        quota.PausedUntil = 5000;

        Assert.Equal(0, Room(5, at: 4999));
        Assert.Equal(5, Room(5, at: 5000));
    }

    [Fact]
    public void Asking_takes_nothing()
    {
        Room(5, at: 1000);

        Assert.Equal(5, Room(5, at: 1000));
    }

    [Theory]
    [InlineData(24 * 60 * 60, "0 in 24 hours are allowed")]
    [InlineData(60 * 60, "0 in 1 hour are allowed")]
    [InlineData(60, "0 in 1 minute are allowed")]
    [InlineData(5 * 60, "0 in 5 minutes are allowed")]
    [InlineData(90, "0 in 90 seconds are allowed")]
    [InlineData(1, "0 in 1 second are allowed")]
    public void A_window_is_told_in_the_largest_unit_that_fits(int seconds, string told) =>
        Assert.Equal(told, SlidingWindow.TryEnter(quota, new QuotaRule(new QuotaWindow(() => 0, () => TimeSpan.FromSeconds(seconds))), 1000, Stale).Why);

    [Fact]
    public void An_unknown_place_that_counts_changes_nothing()
    {
        SlidingWindow.Leave(quota, "somebody else's", counted: true, 1200);

        Assert.Empty(quota.Slots);
    }

    private static QuotaRule Rule(int limit) => new(new QuotaWindow(() => limit, () => TimeSpan.FromMilliseconds(Window)));

    private int Room(int limit, long at) => SlidingWindow.Room(quota, Rule(limit), at, Stale);

    private QuotaSlot Enter(long at) => SlidingWindow.TryEnter(quota, Rule(5), at, Stale).Slot!;

    private void Take(long at, long answeredAt) => SlidingWindow.Leave(quota, Enter(at).Id, counted: true, answeredAt);
}
