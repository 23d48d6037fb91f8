using JobDraftsPS.Sandbox.Sorce;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceLocationTests
{
    private readonly SorceBench bench = new();

    [Fact]
    public void A_city_is_found_with_all_its_names() =>
        Assert.Equal(
            """{"items":[{"locationId":61007,"displayName":"Tulsa, Oklahoma, United States","city":"Tulsa","stateProvince":"Oklahoma","country":"United States"}]}""",
            bench.Get("/locations/search?q=tulsa").Expect(200).Text);

    [Theory]
    [InlineData("Springfield", 5)]
    [InlineData("Portland", 2)]
    [InlineData("Portland, Oregon", 1)]
    [InlineData("springfield mass", 1)]
    [InlineData("Salt Lake", 1)]
    [InlineData("Atlantis", 0)]
    [InlineData("land", 0)]
    public void Words_narrow_the_search(string text, int found) => Assert.Equal(found, Cities($"q={text}").Length);

    [Fact]
    public void A_city_of_exactly_the_text_comes_before_its_state() => Assert.Equal("New York", Cities("q=new york")[0]);

    [Fact]
    public void At_most_ten_places_come_back() => Assert.Equal(10, Cities("q=united").Length);

    [Theory]
    [InlineData("/locations/search")]
    [InlineData("/locations/search?q=")]
    [InlineData("/locations/search?q=  ")]
    [InlineData("/locations/search?country=United States")]
    public void A_search_needs_text(string target) => bench.Get(target).ExpectInvalid("q");

    [Fact]
    public void Another_country_has_no_places_yet()
    {
        Assert.Empty(Cities("q=Tulsa&country=Canada"));
        Assert.Single(Cities("q=Tulsa&country=United States"));
    }

    [Fact]
    public void The_table_has_places_enough_and_every_one_can_be_used_in_a_job()
    {
        Assert.True(SorceLocationTable.Count >= 40);
        Assert.Equal("Boise", SorceLocationTable.Find(50321)!.City);
        foreach (var place in SorceLocationTable.Search("United States", SorceLocationTable.Country, int.MaxValue))
        {
            bench.Patch("job_s03", $$"""{"locations":[{"locationId":{{place.LocationId}}}]}""").Expect(200);
        }
    }

    private string[] Cities(string query) =>
        [.. bench.Get($"/locations/search?{query}").Expect(200)["items"].EnumerateArray().Select(item => item.GetProperty("city").GetString()!)];
}
