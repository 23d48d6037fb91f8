using JobDraftsPS.Core.OpenTrain;
using JobDraftsPS.Core.TextKing;

namespace JobDraftsPS.Core.Tests.Fields;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("jobTitel", "jobTitle")]
    [InlineData("experiance_level", "experienceLevel")]
    [InlineData("PricePerHours", "pricePerHour")]
    [InlineData("head count", "headcount")]
    [InlineData("language", "languages")]
    public void A_slip_finds_the_name_that_was_meant(string written, string meant)
    {
        Assert.Equal(meant, DraftFields.Known.Nearest(written));
    }

    [Theory]
    [InlineData("remarks from accounting")]
    [InlineData("")]
    [InlineData("xqzw")]
    public void What_is_far_from_every_name_finds_none(string written)
    {
        Assert.Null(DraftFields.Known.Nearest(written));
    }

    [Fact]
    public void A_name_is_nearest_to_itself()
    {
        Assert.All(DraftFields.Known.Fields, field => Assert.Equal(field.Name, DraftFields.Known.Nearest(field.Name)));
    }

    [Fact]
    public void A_header_of_any_length_is_survived()
    {
        Assert.Null(DraftFields.Known.Nearest(new string('x', 100_000)));
    }

    [Theory]
    [InlineData("is_active")]
    [InlineData("IsActive")]
    [InlineData("is-active")]
    [InlineData("IS ACTIVE")]
    public void Names_are_found_in_either_spelling_and_any_case(string name)
    {
        Assert.Equal("is_active", TranslationJobFields.Known.Find(name)!.Name);
    }
}
