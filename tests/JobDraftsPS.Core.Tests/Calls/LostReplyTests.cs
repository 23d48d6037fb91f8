using JobDraftsPS.Core.Tests.Calls.Writes;
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
        (SandboxFaultKind.NotJson, null),
        (SandboxFaultKind.ErrorInOk, null),
        (SandboxFaultKind.HtmlStatus, 504),
        (SandboxFaultKind.HtmlStatus, 502),
        (SandboxFaultKind.Status, 500),
        (SandboxFaultKind.Status, 503),
        (SandboxFaultKind.Status, 408),
    ];

    public static TheoryData<string, SandboxFaultKind, int?> EveryWriteAndFault => Rows(_ => true, isProven: true);

    public static TheoryData<string, SandboxFaultKind, int?> EveryRepeatableWriteAndFault => Rows(write => write.Rule == WriteRule.SameResult);

    public static TheoryData<string, SandboxFaultKind, int?> EveryLookedAtWriteAndFault => Rows(write => write.Rule == WriteRule.LookFirst, isProven: true);

    public static TheoryData<string> EveryWrite => [.. WriteCases.All.Where(write => write.Rule != WriteRule.Never).Select(write => write.Name)];

    public static TheoryData<string> EveryAnsweredWrite => [.. WriteCases.All.Where(write => !write.AnswersNothing).Select(write => write.Name)];

    public static TheoryData<string, SandboxFaultKind, int?> EveryCreateWithoutProof => Rows(write => write.NeedsProof, isProven: false);

    public static TheoryData<string> EveryProvenWrite => [.. WriteCases.All.Where(write => write.Rule != WriteRule.Never && !write.NeedsProof).Select(write => write.Name)];

    public static TheoryData<string, int> EveryLookedAtWriteAndStatus =>
        [.. WriteCases.All.Where(write => write.Rule == WriteRule.LookFirst).SelectMany(write => new[] { 403, 500, 503 }.Select(status => new TheoryDataRow<string, int>(write.Name, status)))];

    public static TheoryData<string> EveryLookedAtWrite => [.. WriteCases.All.Where(write => write.Rule == WriteRule.LookFirst && !write.NeedsProof).Select(write => write.Name)];

    [Theory]
    [MemberData(nameof(EveryCreateWithoutProof))]
    public async Task A_lost_create_whose_absence_no_list_proves_is_unknown_and_sent_once(string write, SandboxFaultKind fault, int? status)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(fault, status);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Contains(WriteCases.Of(write).Target!, error.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(world.Writes);
        Assert.Equal(0, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryWriteAndFault))]
    public async Task A_reply_lost_once_leaves_the_work_done_at_most_once_and_the_caller_told(string write, SandboxFaultKind fault, int? status)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(fault, status);
        var wasHandled = LostReplyWorld.IsHandled(fault);
        var (rule, list) = (WriteCases.Of(write).Rule, (WriteCases.Of(write).TakesList ? 1 : 0) + (WriteCases.Of(write).ReadsRecord ? 1 : 0));
        if (rule == WriteRule.Never)
        {
            var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

            Assert.Equal(CallOutcome.Unknown, error.Outcome);
            Assert.False(string.IsNullOrEmpty(error.RecommendedAction));
            Assert.Single(world.Writes);
            Assert.Equal(wasHandled ? 1 : 0, await world.HeldAsync());
            return;
        }

        Assert.NotNull(await world.SendAsync());

        // Where a second call would do harm the state is read, and only what is not done is sent again.
        var looks = rule == WriteRule.LookFirst;
        Assert.Equal(looks && wasHandled ? 1 : 2, world.Writes.Count);
        Assert.Equal(looks, world.Reads > list);
        Assert.Equal(looks && wasHandled, world.Context.Reconciled);
        Assert.Single(world.Writes.Select(sent => sent.Body).Distinct());
        Assert.Equal(world.Writes.Count, world.Context.Attempts);
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryRepeatableWriteAndFault))]
    public async Task A_reply_that_is_always_lost_leaves_an_unknown_outcome_and_nothing_twice(string write, SandboxFaultKind fault, int? status)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(fault, status, count: 99);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Contains("not known", error.Message, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(error.RecommendedAction));
        Assert.Equal(5, world.Writes.Count);
        Assert.Equal(LostReplyWorld.IsHandled(fault) ? 1 : 0, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryAnsweredWrite))]
    public async Task A_success_without_a_body_is_done_and_sent_once(string write)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(SandboxFaultKind.EmptyBody, null);

        Assert.NotNull(await world.SendAsync());

        Assert.Single(world.Writes);
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryLookedAtWriteAndFault))]
    public async Task A_write_whose_every_reply_is_lost_is_told_by_the_state(string write, SandboxFaultKind fault, int? status)
    {
        using var world = await LostReplyWorld.OfAsync(write);
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

            // An answered failure whose work the state shows undone is no riddle; a broken connection may still deliver.
            Assert.Equal(status is null ? CallOutcome.Unknown : CallOutcome.Refused, error.Outcome);
            Assert.Equal(5, world.Writes.Count);
            Assert.Equal(0, await world.HeldAsync());
        }
    }

    [Theory]
    [MemberData(nameof(EveryLookedAtWriteAndStatus))]
    public async Task A_lost_write_whose_look_fails_is_unknown_says_how_to_look_and_is_not_repeated(string write, int status)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(SandboxFaultKind.DropAfterHandling, null);
        world.BreakReads(status, skip: WriteCases.Of(write).TakesList ? 1 : 0);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal($"{WriteCases.Of(write).Service}.Unknown", error.ErrorId);
        Assert.Contains("looking failed too", error.Message, StringComparison.Ordinal);
        Assert.Contains(WriteCases.Of(write).Target!, error.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(world.Writes);
    }

    [Theory]
    [MemberData(nameof(EveryLookedAtWrite))]
    public async Task The_last_reply_that_is_lost_is_looked_up_too(string write)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(SandboxFaultKind.DropBeforeHandling, null, count: 4);
        world.Break(SandboxFaultKind.DropAfterHandling, null);

        Assert.NotNull(await world.SendAsync());

        Assert.Equal(5, world.Writes.Count);
        Assert.True(world.Context.Reconciled);
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryLookedAtWrite))]
    public async Task The_last_lost_reply_whose_look_fails_says_how_to_look(string write)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(SandboxFaultKind.DropBeforeHandling, null, count: 99);
        world.BreakReads(500, skip: 4 + (WriteCases.Of(write).TakesList ? 1 : 0));

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.Equal($"{WriteCases.Of(write).Service}.ConnectionLost", error.ErrorId);
        Assert.Contains(WriteCases.Of(write).Target!, error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(5, world.Writes.Count);
    }

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task What_an_earlier_run_sent_and_the_service_did_is_not_done_twice(string write)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        await world.SendAndForgetAsync();

        Assert.NotNull(await world.SendAsync(sentBefore: true));

        var looks = WriteCases.Of(write).Rule == WriteRule.LookFirst;
        Assert.Equal(looks ? 1 : 2, world.Writes.Count);
        Assert.Equal(looks, world.Context.Reconciled);
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryProvenWrite))]
    public async Task What_an_earlier_run_sent_and_the_service_never_got_is_done_once(string write)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        await world.TakeListAsync();

        Assert.NotNull(await world.SendAsync(sentBefore: true));

        Assert.Single(world.Writes);
        Assert.Equal(1, await world.HeldAsync());
    }

    /// <param name="which">The writes.</param>
    /// <param name="isProven">True for the faults after which the state tells what happened, false for the others, null for all.</param>
    private static TheoryData<string, SandboxFaultKind, int?> Rows(Func<WriteCase, bool> which, bool? isProven = null) =>
    [
        .. from write in WriteCases.All.Where(which)
           from fault in Faults
           where !write.AnswersNothing || !IsOfBody(fault.Kind)
           where isProven is null || isProven == (!write.NeedsProof || LostReplyWorld.IsHandled(fault.Kind))
           select new TheoryDataRow<string, SandboxFaultKind, int?>(write.Name, fault.Kind, fault.Status),
    ];

    private static bool IsOfBody(SandboxFaultKind fault) =>
        fault is SandboxFaultKind.HalfBody or SandboxFaultKind.TruncatedJson or SandboxFaultKind.NotJson;
}
