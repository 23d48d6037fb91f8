using System.Collections;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Tests.Fields;

/// <summary>The forms in which each type of field takes its value, from a cell and from PowerShell, and what is said of all others.</summary>
public sealed class FieldFormsTests
{
    private static readonly FieldDefinition Day = new("starts_on", FieldType.LocalDate);
    private static readonly FieldDefinition Either = new("requirements", FieldType.TextOrList);
    private static readonly FieldDefinition Items = new("questions", FieldType.ItemList);
    private static readonly FieldDefinition Key = new("topic", FieldType.Uuid);
    private static readonly FieldDefinition Any = new("note", FieldType.Any);
    private static readonly FieldDefinition Whole = new("count", FieldType.Whole);

    public static TheoryData<object, string> ValuesOfTheShell => new()
    {
        { 'x', "x" },
        { 7, "7" },
        { 7L, "7" },
        { 7.50m, "7.50" },
        { 0.1, "0.1" },
        { true, "true" },
        { false, "false" },
        { new Guid("49353ab0-fdbf-4e1c-a063-cdf4aad98782"), "49353ab0-fdbf-4e1c-a063-cdf4aad98782" },
        { new Uri("https://example.com/a"), "https://example.com/a" },
        { new DateTime(2026, 5, 4), "2026-05-04" },
        { new DateTime(2026, 5, 4, 17, 30, 0), "2026-05-04T17:30:00" },
    };

    public static TheoryData<object, string> NoNumbers => new()
    {
        { "21,50", "'21,50'" },
        { new[] { "1", "2" }, "a list or an object" },
        { new Hashtable(), "a list or an object" },
        { true, "a Boolean" },
    };

    [Theory]
    [MemberData(nameof(ValuesOfTheShell))]
    public void A_value_of_the_shell_becomes_the_text_that_a_cell_would_hold(object value, string text) => Assert.Equal(text, FieldValues.Text(value));

    [Theory]
    [MemberData(nameof(NoNumbers))]
    public void What_is_no_number_is_shown_as_it_was_given(object value, string shown) =>
        Assert.StartsWith(shown, Assert.Throws<FieldValueException>(() => FieldValues.Number(value)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void The_largest_and_the_smallest_whole_number_are_taken(string cell, long number) => Assert.Equal(number, FieldValues.Read(Whole, cell));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    public void A_whole_number_beyond_them_is_refused(string cell) => Assert.Throws<FieldValueException>(() => FieldValues.Read(Whole, cell));

    [Theory]
    [InlineData(" ")]
    [InlineData(";")]
    [InlineData(" ; ;")]
    public void A_cell_without_an_entry_does_not_empty_a_list(string cell) =>
        Assert.Contains("clear the field", Assert.Throws<FieldValueException>(() => FieldValues.TextList(cell)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_field_that_is_a_text_or_a_list_goes_out_as_it_was_given()
    {
        Assert.Equal("one", FieldValues.Read(Either, "one"));
        Assert.Equal(new[] { "one", "two" }, FieldValues.Read(Either, "one; two"));
        Assert.Equal(new[] { "two" }, FieldValues.Read(Either, ";two"));
        Assert.Equal(new[] { "one" }, FieldValues.Read(Either, new[] { "one" }));
    }

    [Fact]
    public void Allowed_values_hold_for_a_text_and_for_each_entry_of_a_list()
    {
        var limited = Either.WithAllowed(["DE", "EN"]);

        Assert.Equal("DE", FieldValues.Read(limited, "de"));
        Assert.Equal(new[] { "DE", "EN" }, FieldValues.Read(limited, "de;en"));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(limited, "de;fr"));
    }

    [Theory]
    [InlineData(FieldType.TextList, FieldType.TextList)]
    [InlineData(FieldType.TextOrList, FieldType.TextOrList)]
    [InlineData(FieldType.Text, FieldType.Choice)]
    [InlineData(FieldType.Any, FieldType.Choice)]
    public void A_field_whose_values_become_known_is_a_choice_and_a_list_stays_a_list(FieldType before, FieldType after)
    {
        var known = new FieldDefinition("language", before, canClear: false).WithAllowed(["DE"]);

        Assert.Equal(after, known.Type);
        Assert.Equal(["DE"], known.Allowed);
        Assert.False(known.CanClear);
    }

    [Fact]
    public void A_uuid_is_taken_with_its_hyphens_only()
    {
        Assert.Equal("49353AB0-fdbf-4e1c-a063-cdf4aad98782", FieldValues.Read(Key, " 49353AB0-fdbf-4e1c-a063-cdf4aad98782 "));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(Key, "49353ab0fdbf4e1ca063cdf4aad98782"));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(Key, "law"));
    }

    [Theory]
    [InlineData("System.Nowhere.Thing[]")]
    [InlineData("System.Collections.Immutable.Nothing")]
    public void A_type_that_is_not_known_here_is_a_lost_list_too(string cell) => Assert.Throws<FieldValueException>(() => FieldValues.Text(cell));

    [Fact]
    public void A_day_takes_no_time_of_day()
    {
        Assert.Equal("2026-05-04", FieldValues.Read(Day, "2026-05-04"));
        Assert.Equal("2026-05-04", FieldValues.Read(Day, new DateTime(2026, 5, 4)));

        var error = Assert.Throws<FieldValueException>(() => FieldValues.Read(Day, "2026-05-04T17:30:00"));

        Assert.Contains("only a date is taken", error.Message, StringComparison.Ordinal);
        Assert.Throws<FieldValueException>(() => FieldValues.Read(Day, new DateTime(2026, 5, 4, 0, 0, 1)));
    }

    [Fact]
    public void A_date_that_is_wrong_is_told_the_forms_that_its_field_takes()
    {
        var day = Assert.Throws<FieldValueException>(() => FieldValues.Read(Day, "soon")).Message;
        var moment = Assert.Throws<FieldValueException>(() => FieldValues.Read(new FieldDefinition("due_date", FieldType.LocalDateTime), "soon")).Message;

        Assert.DoesNotContain("T17:30:00", day, StringComparison.Ordinal);
        Assert.Contains("2026-05-04T17:30:00", moment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_only_the_service_knows_goes_out_as_it_was_given()
    {
        var list = new ArrayList { 1 };

        Assert.Same(list, FieldValues.Read(Any, list));
        Assert.Equal("text", FieldValues.Read(Any, "text"));
        Assert.Throws<FieldValueException>(() => FieldValues.Read(Any, "System.Object[]"));
    }

    [Fact]
    public void A_list_of_objects_is_read_from_json_in_one_cell()
    {
        var read = ReadItems("""[{"text":"Why?"},{"text":"When?"}]""");

        Assert.Equal(["Why?", "When?"], read.Select(item => Assert.IsAssignableFrom<IEnumerable<KeyValuePair<string, object?>>>(item).Single().Value));
    }

    [Fact]
    public void One_object_is_a_list_of_one()
    {
        Assert.Single(ReadItems("""{"text":"Why?"}"""));
        Assert.Single(ReadItems(new Hashtable { ["text"] = "Why?", ["kind"] = "open" }));
    }

    [Fact]
    public void A_list_of_the_shell_may_mix_objects_with_json_and_holes_are_left_out()
    {
        var read = ReadItems(new object?[] { new Hashtable { ["text"] = "A" }, null, """ [{"text":"B"},{"text":"C"}] """, "plain" });

        Assert.Equal(4, read.Length);
        Assert.Equal("plain", read[3]);
    }

    [Theory]
    [InlineData("Why?", "written as JSON")]
    [InlineData(" ", "written as JSON")]
    [InlineData("[{", "none that can be read")]
    public void What_is_no_list_of_objects_is_refused_and_says_how_one_is_written(string cell, string says) =>
        Assert.Contains(says, Assert.Throws<FieldValueException>(() => FieldValues.Read(Items, cell)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_entries_of_a_list_are_read_the_fields_own_way()
    {
        var counted = new FieldDefinition("questions", FieldType.ItemList, readItems: items => [items.Length]);

        Assert.Equal(new object[] { 2 }, FieldValues.Read(counted, """[{"a":1},{"a":2}]"""));
    }

    private static object[] ReadItems(object value) => (object[])FieldValues.Read(Items, value);
}
