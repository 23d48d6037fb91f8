using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.Sorce;

/// <summary>The states that edits are compared with cost as few reads as can be, and are never guessed.</summary>
public sealed class ListingStatesTests
{
    private static readonly string[] Budgets = ["budgets"];
    private string list = """{"items":[{"id":"a","budgets":[]},{"id":"b","budgets":[{"window":"DAILY","budgetCents":1}]},{"id":"c"}]}""";
    private int listStatus = 200;

    [Fact]
    public async Task The_first_is_read_by_its_id_and_one_list_serves_the_others()
    {
        using var bench = Bench();
        var states = bench.Sorce.NewStates([]);

        foreach (var id in new[] { "a", "b" })
        {
            Assert.Equal(id, (await states.ReadAsync(id, Budgets, fresh: false, bench.Context)).Listing.JobId);
        }

        Assert.Equal(["/jobs/a", "/jobs"], Targets(bench));
    }

    [Theory]
    [InlineData("c")]
    [InlineData("nobody")]
    public async Task What_the_list_leaves_out_is_read_by_its_id(string id)
    {
        using var bench = Bench();
        var states = bench.Sorce.NewStates([]);

        await states.ReadAsync("a", Budgets, fresh: false, bench.Context);
        var state = await states.ReadAsync(id, Budgets, fresh: false, bench.Context);

        Assert.NotNull(state.Listing.Budgets);
        Assert.Equal(["/jobs/a", "/jobs", "/jobs/" + id], Targets(bench));
    }

    [Fact]
    public async Task A_listing_of_the_list_is_read_again_once_this_run_may_have_changed_it()
    {
        using var bench = Bench();
        var states = bench.Sorce.NewStates([]);

        foreach (var id in new[] { "a", "b", "b", "a" })
        {
            await states.ReadAsync(id, Budgets, fresh: false, bench.Context);
        }

        Assert.Equal(["/jobs/a", "/jobs", "/jobs/b", "/jobs/a"], Targets(bench));
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(403, "{}")]
    [InlineData(200, "<html>")]
    public async Task A_list_that_cannot_be_read_costs_nothing_but_the_reads_by_id(int status, string body)
    {
        using var bench = Bench();
        (listStatus, list) = (status, body);
        var states = bench.Sorce.NewStates([]);

        await states.ReadAsync("a", Budgets, fresh: false, bench.Context);
        Assert.Equal("b", (await states.ReadAsync("b", Budgets, fresh: false, bench.Context)).Listing.JobId);
        Assert.Equal("c", (await states.ReadAsync("c", Budgets, fresh: false, bench.Context)).Listing.JobId);

        Assert.Equal(1, Targets(bench).Count(target => target == "/jobs"));
    }

    [Fact]
    public async Task What_is_to_be_merged_with_is_read_fresh()
    {
        using var bench = Bench();
        var states = bench.Sorce.NewStates([new JobListing { JobId = "a", Budgets = [] }]);

        await states.ReadAsync("a", Budgets, fresh: true, bench.Context);
        await states.ReadAsync("b", Budgets, fresh: true, bench.Context);

        Assert.Equal(["/jobs/a", "/jobs/b"], Targets(bench));
    }

    [Fact]
    public async Task What_was_read_before_is_not_read_again_unless_it_lacks_the_set()
    {
        using var bench = Bench();
        var states = bench.Sorce.NewStates([new JobListing { JobId = "a", Budgets = [] }, new JobListing { JobId = "b" }]);

        await states.ReadAsync("a", Budgets, fresh: false, bench.Context);
        Assert.Empty(bench.Requests);
        await states.ReadAsync("b", Budgets, fresh: false, bench.Context);

        Assert.Equal(["/jobs"], Targets(bench));
    }

    [Fact]
    public async Task Many_at_once_share_the_list()
    {
        using var bench = Bench();
        var states = bench.Sorce.NewStates([]);
        await states.ReadAsync("a", Budgets, fresh: false, bench.Context);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => states.ReadAsync($"x{i}", Budgets, fresh: false, bench.Context)));

        Assert.Equal(1, Targets(bench).Count(target => target == "/jobs"));
    }

    private static IReadOnlyList<string> Targets(ServiceBench bench) => [.. bench.Requests.Select(request => request.Target.Replace("/api/external/v1", string.Empty, StringComparison.Ordinal))];

    private ServiceBench Bench() => new(request => request.Target.EndsWith("/jobs", StringComparison.Ordinal)
        ? WireReply.Of(listStatus, list)
        : WireReply.Of(200, $$"""{"id":"{{request.Target.Split('/')[^1]}}","budgets":[]}"""));
}
