using JobDraftsPS.Core.Calls;

namespace JobDraftsPS.Core.Tests.House;

/// <summary>The folders of Core stand on one another in one direction.</summary>
public sealed class FolderTests
{
    private static readonly IReadOnlyDictionary<(string From, string To), string> Core = FolderReferences.Of(typeof(JobWrite).Assembly, "JobDraftsPS.Core");

    [Fact]
    public void No_folder_refers_back_to_one_that_stands_on_it()
    {
        var cycle = FolderReferences.Cycle(Core.Keys);

        Assert.True(cycle.Count == 0, "These references close a cycle:\n" + string.Join("\n", cycle.Zip(cycle.Skip(1), (from, to) => $"{from} -> {to}: {Core[(from, to)]}")));
    }

    [Theory]
    [InlineData("Calls")]
    [InlineData("Pacing")]
    [InlineData("Journal")]
    [InlineData("Http")]
    [InlineData("Fields")]
    [InlineData("Errors")]
    [InlineData("Services")]
    [InlineData("Connections")]
    [InlineData("Plans")]
    [InlineData("Forms")]
    [InlineData("Sheets")]
    public void What_every_service_shares_knows_none_of_them(string folder)
    {
        Assert.Empty(Core.Where(edge => edge.Key.From == folder && (edge.Key.To is "OpenTrain" or "TextKing" or "Sorce")).Select(edge => edge.Value));
    }

    [Fact]
    public void Every_service_is_seen()
    {
        Assert.All(["OpenTrain", "TextKing", "Sorce"], service => Assert.Contains((service, "Calls"), Core.Keys));
    }

    [Fact]
    public void A_reference_in_a_method_body_alone_closes_a_cycle_and_is_named()
    {
        var edges = FolderReferences.Of(typeof(FolderTests).Assembly, "JobDraftsPS.Core.Tests.House.Ring");

        var cycle = FolderReferences.Cycle(edges.Keys);

        Assert.Equal(["Lower", "Upper", "Lower"], cycle);
        Assert.Contains("Lower.Base (Climb) -> ", edges[("Lower", "Upper")], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_over_several_folders_is_found_and_only_that()
    {
        (string From, string To)[] tree = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e")];

        Assert.Empty(FolderReferences.Cycle(tree));
        Assert.Equal(["b", "d", "e", "b"], FolderReferences.Cycle([.. tree, ("e", "b")]));
    }
}
