namespace JobDraftsPS.Core.Tests.Pacing;

/// <summary>
/// The window against a model of the service: requests arrive at any moment between sending and reply, and the service counts each
/// arrival for exactly one window.
/// </summary>
public sealed class SlidingWindowModelTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_service_never_counts_more_than_it_allows(int seed)
    {
        var model = new QuotaModel(new Random(seed));

        model.Run(requests: 400);

        Assert.Equal(400, model.Sent);
        Assert.True(model.MostInAWindow <= model.Limit, $"{model.MostInAWindow} in a window of {model.Window} ms where {model.Limit} are allowed.");
    }

    [Theory]
    [InlineData(60, 6000, 40)]
    [InlineData(60, 60_000, 400)]
    [InlineData(5, 6000, 20)]
    [InlineData(1, 10_000, 30)]
    public void Busy_callers_use_nearly_all_that_is_allowed(int limit, int window, int latency)
    {
        var model = new QuotaModel(new Random(7)) { Limit = limit, Window = window, LongestCall = latency, Workers = limit + 8, LongestPause = 0, NotCounted = 0 };

        model.Run(requests: 40 * limit);

        var windows = (double)model.Lasted / window;
        Assert.True(model.Sent >= 0.95 * limit * windows, $"{model.Sent} sent in {windows:0.0} windows of {limit}.");
        Assert.True(model.MostInAWindow <= limit);
    }
}
