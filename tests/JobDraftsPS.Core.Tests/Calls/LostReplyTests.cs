using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>Every write against every way in which its answer can go wrong: what the service holds afterwards, and what the caller is told.</summary>
public sealed class LostReplyTests
{
    private static readonly (SandboxFaultKind Kind, int? Status)[] Faults =
    [
        (SandboxFaultKind.DropAfterHandling, null),
        (SandboxFaultKind.DropBeforeHandling, null),
        (SandboxFaultKind.HalfBody, null),
        (SandboxFaultKind.TruncatedJson, null),
        (SandboxFaultKind.EmptyBody, null),
        (SandboxFaultKind.NotJson, null),
        (SandboxFaultKind.ErrorInOk, null),
        (SandboxFaultKind.HtmlStatus, 504),
        (SandboxFaultKind.HtmlStatus, 502),
        (SandboxFaultKind.Status, 500),
        (SandboxFaultKind.Status, 503),
        (SandboxFaultKind.Status, 408),
    ];

    public static TheoryData<WriteKind, SandboxFaultKind, int?> EveryWriteAndFault => Rows(Enum.GetValues<WriteKind>());

    public static TheoryData<WriteKind, SandboxFaultKind, int?> EveryRepeatableWriteAndFault => Rows([.. Enum.GetValues<WriteKind>().Where(kind => kind != WriteKind.ListingPublish)]);

    public static TheoryData<SandboxFaultKind, int?> EveryFault => [.. Faults.Select(fault => new TheoryDataRow<SandboxFaultKind, int?>(fault.Kind, fault.Status))];

    [Theory]
    [MemberData(nameof(EveryWriteAndFault))]
    public async Task A_reply_lost_once_leaves_the_work_done_exactly_once(WriteKind kind, SandboxFaultKind fault, int? status)
    {
        using var world = new LostReplyWorld(kind);
        world.Break(fault, status);

        var record = await world.SendAsync();

        Assert.NotNull(record);
        var wasHandled = LostReplyWorld.IsHandled(fault);
        if (kind == WriteKind.ListingPublish)
        {
            // A second publish is refused, so the listing is read and only what is not done is sent again.
            Assert.Equal(wasHandled ? 1 : 2, world.Writes.Count);
            Assert.Equal(1, world.Reads);
            Assert.Equal(wasHandled, world.Context.Reconciled);
        }
        else
        {
            Assert.Equal(2, world.Writes.Count);
            Assert.False(world.Context.Reconciled);
        }

        Assert.Single(world.Writes.Select(write => write.Body).Distinct());
        Assert.Equal(world.Writes.Count, world.Context.Attempts);
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryRepeatableWriteAndFault))]
    public async Task A_reply_that_is_always_lost_leaves_an_unknown_outcome_and_nothing_twice(WriteKind kind, SandboxFaultKind fault, int? status)
    {
        using var world = new LostReplyWorld(kind);
        world.Break(fault, status, count: 99);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Contains("not known", error.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(error.RecommendedAction));
        Assert.Equal(5, world.Writes.Count);
        Assert.Equal(LostReplyWorld.IsHandled(fault) ? 1 : 0, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task A_publish_whose_every_reply_is_lost_is_told_by_the_listing(SandboxFaultKind fault, int? status)
    {
        using var world = new LostReplyWorld(WriteKind.ListingPublish);
        world.Break(fault, status, count: 99);

        if (LostReplyWorld.IsHandled(fault))
        {
            Assert.NotNull(await world.SendAsync());
            Assert.Single(world.Writes);
            Assert.Equal(1, await world.HeldAsync());
        }
        else
        {
            var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

            // An answered failure whose work the listing shows undone is no riddle; a broken connection may still deliver.
            Assert.Equal(status is null ? CallOutcome.Unknown : CallOutcome.Refused, error.Outcome);
            Assert.Equal(5, world.Writes.Count);
            Assert.Equal(0, await world.HeldAsync());
        }
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_lost_publish_whose_look_fails_is_unknown_says_how_to_look_and_is_not_repeated(int status)
    {
        using var world = new LostReplyWorld(WriteKind.ListingPublish);
        world.Break(SandboxFaultKind.DropAfterHandling, null);
        world.BreakReads(status);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal("Sorce.Unknown", error.ErrorId);
        Assert.Contains("looking failed too", error.Message, StringComparison.Ordinal);
        Assert.Contains("job_s01", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("dashboard", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(world.Writes);
    }

    [Fact]
    public async Task The_last_reply_that_is_lost_is_looked_up_too()
    {
        using var world = new LostReplyWorld(WriteKind.ListingPublish);
        world.Break(SandboxFaultKind.DropBeforeHandling, null, count: 4);
        world.Break(SandboxFaultKind.DropAfterHandling, null);

        Assert.NotNull(await world.SendAsync());

        Assert.Equal(5, world.Writes.Count);
        Assert.True(world.Context.Reconciled);
        Assert.Equal(1, await world.HeldAsync());
    }

    [Fact]
    public async Task The_last_lost_reply_whose_look_fails_says_how_to_look()
    {
        using var world = new LostReplyWorld(WriteKind.ListingPublish);
        world.Break(SandboxFaultKind.DropBeforeHandling, null, count: 99);
        world.BreakReads(500, skip: 4);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal("Sorce.ConnectionLost", error.ErrorId);
        Assert.Contains("dashboard", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(5, world.Writes.Count);
    }

    [Theory]
    [InlineData(WriteKind.DraftCreate)]
    [InlineData(WriteKind.DraftUpdate)]
    [InlineData(WriteKind.DraftPublish)]
    [InlineData(WriteKind.TranslationUpdate)]
    [InlineData(WriteKind.ListingPublish)]
    public async Task What_an_earlier_run_sent_and_the_service_did_is_not_done_twice(WriteKind kind)
    {
        using var world = new LostReplyWorld(kind);
        await world.SendAsync();
        world.BeginAgain();

        Assert.NotNull(await world.SendAsync(sentBefore: true));

        Assert.Equal(kind == WriteKind.ListingPublish ? 1 : 2, world.Writes.Count);
        Assert.Equal(kind == WriteKind.ListingPublish, world.Context.Reconciled);
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [InlineData(WriteKind.DraftCreate)]
    [InlineData(WriteKind.DraftUpdate)]
    [InlineData(WriteKind.DraftPublish)]
    [InlineData(WriteKind.TranslationUpdate)]
    [InlineData(WriteKind.ListingPublish)]
    public async Task What_an_earlier_run_sent_and_the_service_never_got_is_done_once(WriteKind kind)
    {
        using var world = new LostReplyWorld(kind);

        Assert.NotNull(await world.SendAsync(sentBefore: true));

        Assert.Single(world.Writes);
        Assert.Equal(1, await world.HeldAsync());
    }

    private static TheoryData<WriteKind, SandboxFaultKind, int?> Rows(WriteKind[] kinds) =>
        [.. kinds.SelectMany(kind => Faults.Select(fault => new TheoryDataRow<WriteKind, SandboxFaultKind, int?>(kind, fault.Kind, fault.Status)))];
}
