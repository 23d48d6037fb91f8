using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Calls.Reads;

/// <summary>Every read against every way in which its answer can go wrong: it is repeated, or it ends with an error that says that nothing was changed.</summary>
public sealed class ReadFaultTests
{
    private static readonly Dictionary<string, Func<SandboxFault>> Faults = new(StringComparer.Ordinal)
    {
        ["dropped before"] = () => new() { Kind = SandboxFaultKind.DropBeforeHandling },
        ["dropped after"] = () => new() { Kind = SandboxFaultKind.DropAfterHandling },
        ["half a body"] = () => new() { Kind = SandboxFaultKind.HalfBody },
        ["truncated JSON"] = () => new() { Kind = SandboxFaultKind.TruncatedJson },
        ["empty body"] = () => new() { Kind = SandboxFaultKind.EmptyBody },
        ["no JSON"] = () => new() { Kind = SandboxFaultKind.NotJson },
        ["error in 200"] = () => new() { Kind = SandboxFaultKind.ErrorInOk },
        ["HTML 504"] = () => new() { Kind = SandboxFaultKind.HtmlStatus, Status = 504 },
        ["500"] = () => new() { Kind = SandboxFaultKind.Status, Status = 500 },
        ["503"] = () => new() { Kind = SandboxFaultKind.Status, Status = 503 },
        ["503 in seconds"] = () => new() { Kind = SandboxFaultKind.Status, Status = 503, RetryAfterSeconds = 5 },
        ["503 with a date"] = () => new() { Kind = SandboxFaultKind.Status, Status = 503, RetryAfterSeconds = 5, RetryAfterForm = RetryAfterForm.HttpDate },
        ["429 in seconds"] = () => new() { Kind = SandboxFaultKind.RateLimited, RetryAfterSeconds = 5 },
        ["429 with a date"] = () => new() { Kind = SandboxFaultKind.RateLimited, RetryAfterSeconds = 5, RetryAfterForm = RetryAfterForm.HttpDate },
        ["429 in the body"] = () => new() { Kind = SandboxFaultKind.RateLimited, RetryAfterSeconds = 5, RetryAfterForm = RetryAfterForm.Body },
        ["429 with nothing"] = () => new() { Kind = SandboxFaultKind.Status, Status = 429 },
    };

    public static TheoryData<string, string> EveryReadAndFault => Pairs(Faults.Keys);

    public static TheoryData<string, string> EveryReadAndLastingFault => Pairs(Faults.Keys.Where(name => !name.StartsWith("429", StringComparison.Ordinal)));

    public static TheoryData<string, WireFault> EveryReadAndWireFault => Pairs(Enum.GetValues<WireFault>());

    public static TheoryData<string, int> EveryReadAndRedirect => Pairs([301, 302, 307, 308]);

    public static TheoryData<string> EveryRead => [.. ReadCases.All.Select(read => read.Name)];

    [Theory]
    [MemberData(nameof(EveryReadAndFault))]
    public async Task A_read_that_goes_wrong_once_is_repeated_and_right(string read, string fault)
    {
        using var world = new ReadWorld(read);
        var right = await world.ReadAsync();
        Assert.False(string.IsNullOrWhiteSpace(right));
        var before = world.Requests;
        world.Break(Faults[fault]());

        Assert.Equal(right, await world.ReadAsync());

        Assert.Equal(2, world.Requests - before);
        Assert.True((!fault.EndsWith("in seconds", StringComparison.Ordinal) && !fault.EndsWith("with a date", StringComparison.Ordinal)) || world.Waits.Sum(wait => wait.TotalSeconds) >= 5, $"It waited {string.Join(", ", world.Waits)}.");
    }

    [Theory]
    [MemberData(nameof(EveryReadAndLastingFault))]
    public async Task A_read_that_keeps_going_wrong_ends_with_an_error_and_has_changed_nothing(string read, string fault)
    {
        using var world = new ReadWorld(read);
        var lasting = Faults[fault]();
        lasting.Count = 99;
        world.Break(lasting);

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.ReadAsync);

        Assert.NotEqual(CallOutcome.Unknown, error.Outcome);
        Assert.NotEqual(CallOutcome.Applied, error.Outcome);
        Assert.Contains("Nothing was changed.", error.Message, StringComparison.Ordinal);

        // A connection that closes before the first byte of an answer the platform tries again by itself: a read may.
        Assert.True(fault.StartsWith("dropped", StringComparison.Ordinal) ? world.Requests is >= 5 and <= 20 : world.Requests == 5, $"{world.Requests} requests.");
    }

    [Theory]
    [MemberData(nameof(EveryReadAndWireFault))]
    public async Task A_read_that_the_network_loses_is_repeated_and_right(string read, WireFault fault)
    {
        using var world = new ReadWorld(read);
        var right = await world.ReadAsync();
        world.Break(fault);

        Assert.Equal(right, await world.ReadAsync());
    }

    [Theory]
    [MemberData(nameof(EveryReadAndRedirect))]
    public async Task A_read_follows_no_redirect(string read, int status)
    {
        using var world = new ReadWorld(read);
        world.Break(new SandboxFault { Kind = SandboxFaultKind.Redirect, Status = status });

        var error = await Assert.ThrowsAsync<JobDraftsApiException>(world.ReadAsync);

        Assert.Equal(status, error.StatusCode);
        Assert.Equal(1, world.Requests);
    }

    [Theory]
    [MemberData(nameof(EveryRead))]
    public async Task A_body_that_comes_too_slowly_is_a_lost_answer(string read)
    {
        // A good answer has all the time that a busy machine may take; the slow one, a byte in 50 ms, needs longer.
        using var world = new ReadWorld(read, TimeSpan.FromSeconds(1.5));
        world.Break(new SandboxFault { Kind = SandboxFaultKind.SlowBody });

        Assert.False(string.IsNullOrWhiteSpace(await world.ReadAsync()));
        Assert.True(world.Requests >= 2);
    }

    private static TheoryData<string, T> Pairs<T>(IEnumerable<T> faults) =>
        [.. ReadCases.All.SelectMany(read => faults.Select(fault => new TheoryDataRow<string, T>(read.Name, fault)))];
}
