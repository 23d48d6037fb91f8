using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Core.Tests.OpenTrain;

public sealed class DraftGapTests
{
    [Fact]
    public void A_gap_goes_into_the_fields_that_its_work_list_names()
    {
        var gap = Assert.Single(Gaps(new MissingField { Field = "pay", Type = "number", UpdateKeys = ["paymentType", "pricePerHour"] }));

        Assert.Equal(["paymentType", "pricePerHour"], gap.Fields.Select(field => field.Name));
        Assert.Equal([FieldType.Choice, FieldType.Number], gap.Fields.Select(field => field.Type));
        Assert.Equal("paymentType (enum: PAY_PER_LABEL, PAY_PER_HOUR, FIXED_PRICE), pricePerHour (number)", gap.Describe());
    }

    [Theory]
    [InlineData("number", FieldType.Number)]
    [InlineData("boolean", FieldType.Flag)]
    [InlineData("string[]", FieldType.TextList)]
    public void The_told_type_decides_for_a_key_whose_type_no_page_states(string told, FieldType type)
    {
        var gap = Assert.Single(Gaps(new MissingField { Field = "timeRequirement", Type = told, UpdateKeys = ["timeRequirement"] }));

        Assert.Equal(type, Assert.Single(gap.Fields).Type);
    }

    [Fact]
    public void What_the_gap_allows_goes_before_what_the_field_allows_in_general()
    {
        var gap = Assert.Single(Gaps(new MissingField { Field = "experienceLevel", UpdateKeys = ["experienceLevel"], EnumValues = ["EXPERT", "WIZARD"] }));

        Assert.Equal(["EXPERT", "WIZARD"], Assert.Single(gap.Fields).Allowed);
    }

    [Fact]
    public void The_values_of_a_gap_of_several_fields_belong_to_the_field_of_its_name()
    {
        var gap = Assert.Single(Gaps(new MissingField { Field = "dataVolumeUnit", UpdateKeys = ["dataVolume", "dataVolumeUnit"], EnumValues = ["BOXES"] }));

        Assert.Empty(gap.Fields[0].Allowed);
        Assert.Equal(["BOXES"], gap.Fields[1].Allowed);
    }

    [Theory]
    [InlineData("number", FieldType.Number)]
    [InlineData("string[]", FieldType.TextList)]
    [InlineData("boolean", FieldType.Flag)]
    [InlineData("string", FieldType.Text)]
    [InlineData("mystery", FieldType.Any)]
    [InlineData(null, FieldType.Any)]
    public void A_field_that_only_the_service_knows_has_the_type_that_the_gap_tells(string? told, FieldType type)
    {
        var gap = Assert.Single(Gaps(new MissingField { Field = "shiftLength", Type = told, UpdateKeys = ["shiftLength"] }));

        Assert.Equal(("shiftLength", type), (gap.Fields[0].Name, gap.Fields[0].Type));
    }

    [Fact]
    public void A_value_that_is_wrong_is_a_gap_unless_it_is_one_already_or_no_field()
    {
        var validation = new JobValidation
        {
            MissingFields = [new MissingField { Field = "headcount", UpdateKeys = ["headcount"] }],
            Issues =
            [
                new ValidationIssue { Field = "pricePerHour", Message = "Price per hour has to be above zero." },
                new ValidationIssue { Field = "headcount", Message = "Too few." },
                new ValidationIssue { Field = "theWhole", Message = "Too vague." },
                new ValidationIssue { Message = "Just so." },
            ],
        };

        var gaps = DraftGap.Of(validation, DraftFields.Known);

        Assert.Equal(["headcount", "pricePerHour"], gaps.Select(gap => gap.Asked.Field));
        Assert.Equal("Price per hour has to be above zero.", gaps[1].Asked.Prompt);
        Assert.Equal("number", gaps[1].Asked.Type);
    }

    private static IReadOnlyList<DraftGap> Gaps(MissingField missing) => DraftGap.Of(new JobValidation { MissingFields = [missing] }, DraftFields.Known);
}
