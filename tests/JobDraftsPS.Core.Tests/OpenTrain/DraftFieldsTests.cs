using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Core.Tests.OpenTrain;

public sealed class DraftFieldsTests
{
    [Fact]
    public void All_26_documented_keys_are_known()
    {
        Assert.Equal(26, DraftFields.Known.Fields.Count);
    }

    [Theory]
    [InlineData("timeRequirement")]
    [InlineData("visibility")]
    [InlineData("labelingOverview")]
    [InlineData("subjectMatter")]
    public void A_value_of_a_key_without_a_documented_type_goes_out_as_what_it_is(string key)
    {
        var field = DraftFields.Known.Find(key)!;

        Assert.Equal(40, FieldValues.Read(field, 40));
        Assert.Equal(true, FieldValues.Read(field, true));
        Assert.Equal("40", FieldValues.Read(field, "40"));
        var table = new Dictionary<string, object?> { ["hours"] = 3 };
        Assert.Same(table, FieldValues.Read(field, table));
    }

    [Fact]
    public void Without_checks_no_bound_is_kept()
    {
        Assert.Equal(0L, FieldValues.Read(DraftFields.Unchecked.Find("headcount")!, 0));
        Assert.Equal("WIZARD", FieldValues.Read(DraftFields.Unchecked.Find("experienceLevel")!, "WIZARD"));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(DraftFields.Known.Find("headcount")!, 0));
    }

    [Fact]
    public void All_three_rates_at_once_are_remarked()
    {
        FieldChange[] rates = [new("pricePerHour", 1m), new("pricePerLabel", 1m), new("fixedPrice", 1m)];

        Assert.Contains("pricePerHour, pricePerLabel, fixedPrice", DraftRates.Remark(rates), StringComparison.Ordinal);
        Assert.Null(DraftRates.Remark(rates[..2]));
        Assert.Null(DraftRates.Remark([.. rates[..2], new("fixedPrice", null)]));
    }

    [Fact]
    public void The_accounts_own_list_decides_what_may_be_sent()
    {
        var fields = DraftFields.AllowedBy(new DraftCapabilities { UpdateKeys = ["jobTitle", "brandNew"] });

        Assert.Equal(["jobTitle", "brandNew"], fields.Fields.Select(field => field.Name));
        Assert.Null(fields.Find("pricePerHour"));
        Assert.Equal(FieldType.Any, fields.Find("brandNew")!.Type);
    }

    [Fact]
    public void An_account_that_lists_nothing_may_send_the_documented_keys()
    {
        Assert.Equal(26, DraftFields.AllowedBy(new DraftCapabilities()).Fields.Count);
    }

    [Fact]
    public void The_services_own_enum_values_win_over_the_documented_ones()
    {
        var level = Allowed("experienceLevel", "NOVICE").Find("experienceLevel")!;

        Assert.Equal("NOVICE", FieldValues.Read(level, "novice"));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(level, "EXPERT"));
    }

    [Fact]
    public void A_list_stays_a_list_where_the_service_names_its_values()
    {
        var labels = Allowed("labelTypes", "Bounding Box", "Text").Find("labelTypes")!;

        Assert.Equal(new[] { "Bounding Box", "Text" }, FieldValues.Read(labels, "bounding box; text"));
        Assert.Equal(new[] { "Text" }, FieldValues.Read(labels, new object[] { "Text" }));
        var wrong = Assert.Throws<FieldValueException>(() => FieldValues.Read(labels, "Text;Txet"));
        Assert.Contains("'Txet' is not one of the allowed values: Bounding Box, Text", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_or_list_keeps_the_form_it_was_given_in()
    {
        var software = Allowed("labelingSoftware", "Box Tool", "CVAT").Find("labelingSoftware")!;

        Assert.Equal("CVAT", FieldValues.Read(software, "cvat"));
        Assert.Equal(new[] { "CVAT", "Box Tool" }, FieldValues.Read(software, "cvat;box tool"));
    }

    [Fact]
    public void A_key_that_the_service_lists_twice_is_one_field()
    {
        var fields = DraftFields.AllowedBy(new DraftCapabilities { UpdateKeys = ["jobTitle", "JobTitle", "job_title"] });

        Assert.Equal("jobTitle", Assert.Single(fields.Fields).Name);
    }

    private static FieldSet Allowed(string key, params string[] values) =>
        DraftFields.AllowedBy(new DraftCapabilities { UpdateKeys = [key], Enums = new Dictionary<string, string[]> { [key] = values } });
}
