using JobDraftsPS.Core.Tests.Calls.Writes;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Calls;

/// <summary>
/// Every write against what is no lost reply: a service that asks to wait, a proxy that points elsewhere, a network that never took the
/// request. Nothing is looked up, nothing is doubled, and what the caller is told is what the service holds.
/// </summary>
public sealed class PushBackTests
{
    private static readonly Dictionary<string, (SandboxFault Fault, int Wait)> PushBacks = new(StringComparer.Ordinal)
    {
        ["429 in seconds"] = (new() { Kind = SandboxFaultKind.RateLimited, RetryAfterSeconds = 7, RetryAfterForm = RetryAfterForm.Seconds }, 7),
        ["429 with a date"] = (new() { Kind = SandboxFaultKind.RateLimited, RetryAfterSeconds = 7, RetryAfterForm = RetryAfterForm.HttpDate }, 6),
        ["429 in the body"] = (new() { Kind = SandboxFaultKind.RateLimited, RetryAfterSeconds = 7, RetryAfterForm = RetryAfterForm.Body }, 0),
        ["429 with nothing"] = (new() { Kind = SandboxFaultKind.Status, Status = 429 }, 0),
    };

    public static TheoryData<string, string> EveryWriteAndPushBack => Pairs(WriteCases.All, PushBacks.Keys);

    public static TheoryData<string, RetryAfterForm> EveryWriteAndForm => Pairs(WriteCases.All.Where(write => write.Rule != WriteRule.Never && !write.NeedsProof), [RetryAfterForm.Seconds, RetryAfterForm.HttpDate, RetryAfterForm.Body]);

    public static TheoryData<string, int> EveryWriteAndRedirect => Pairs(WriteCases.All, [301, 302, 307, 308]);

    public static TheoryData<string, WireFault> EveryWriteThatNeverLeft => Pairs(WriteCases.All, [WireFault.Refused, WireFault.NameUnknown]);

    public static TheoryData<string, WireFault> EveryWriteAndReset => Pairs(WriteCases.All, [WireFault.ResetBefore, WireFault.ResetAfter]);

    [Theory]
    [MemberData(nameof(EveryWriteAndPushBack))]
    public async Task Too_many_requests_are_waited_out_and_the_work_is_done_once(string write, string pushBack)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        var (fault, wait) = PushBacks[pushBack];
        world.Break(fault);

        Assert.NotNull(await world.SendAsync());

        Assert.Equal(2, world.Writes.Count);
        Assert.False(world.Context.Reconciled);
        Assert.Equal(ReadsOf(write), world.Reads);
        Assert.True(world.Waits.Sum(waited => waited.TotalSeconds) >= wait, $"It waited {string.Join(", ", world.Waits)}.");
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryWriteAndForm))]
    public async Task A_service_that_is_away_and_says_for_how_long_is_asked_again_after_that(string write, RetryAfterForm form)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(new SandboxFault { Kind = SandboxFaultKind.Status, Status = 503, RetryAfterSeconds = 9, RetryAfterForm = form });

        Assert.NotNull(await world.SendAsync());

        Assert.Equal(2, world.Writes.Count);
        Assert.True(form == RetryAfterForm.Body || world.Waits.Sum(waited => waited.TotalSeconds) >= 8, $"It waited {string.Join(", ", world.Waits)}.");
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryWriteAndRedirect))]
    public async Task A_redirect_is_neither_followed_nor_repeated_and_is_told(string write, int status)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(new SandboxFault { Kind = SandboxFaultKind.Redirect, Status = status });

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync);

        // Some services answer so after they have done the work, so nobody is told that nothing happened.
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.False(string.IsNullOrEmpty(error.RecommendedAction));
        Assert.Equal(status, error.StatusCode);
        Assert.Single(world.Writes);
        Assert.Equal(0, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryWriteThatNeverLeft))]
    public async Task What_never_left_is_sent_again_without_a_look(string write, WireFault fault)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(fault);

        Assert.NotNull(await world.SendAsync());

        Assert.Single(world.Writes);
        Assert.Equal(ReadsOf(write), world.Reads);
        Assert.Equal(1, await world.HeldAsync());
    }

    [Theory]
    [MemberData(nameof(EveryWriteAndReset))]
    public async Task A_connection_that_is_reset_leaves_the_work_done_at_most_once(string write, WireFault fault)
    {
        using var world = await LostReplyWorld.OfAsync(write);
        world.Break(fault);
        var rule = WriteCases.Of(write).Rule;
        var arrived = fault == WireFault.ResetAfter ? 1 : 0;
        if (rule == WriteRule.Never || (WriteCases.Of(write).NeedsProof && arrived == 0))
        {
            Assert.Equal(CallOutcome.Unknown, (await Assert.ThrowsAsync<JobDraftsApiException>(world.SendAsync)).Outcome);
            Assert.Equal(arrived, await world.HeldAsync());
            return;
        }

        Assert.NotNull(await world.SendAsync());

        Assert.Equal(rule == WriteRule.LookFirst ? 1 : arrived + 1, world.Writes.Count);
        Assert.Equal(rule == WriteRule.LookFirst && arrived == 1, world.Context.Reconciled);
        Assert.Equal(1, await world.HeldAsync());
    }

    /// <summary>The reads that a write makes by itself when nothing goes wrong.</summary>
    private static int ReadsOf(string write) => (WriteCases.Of(write).TakesList ? 1 : 0) + (WriteCases.Of(write).ReadsRecord ? 1 : 0);

    private static TheoryData<string, T> Pairs<T>(IEnumerable<WriteCase> writes, IEnumerable<T> faults) =>
        [.. writes.SelectMany(write => faults.Select(fault => new TheoryDataRow<string, T>(write.Name, fault)))];
}
