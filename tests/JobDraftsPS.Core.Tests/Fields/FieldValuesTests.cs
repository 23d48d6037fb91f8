using System.Collections;
using System.Globalization;
using System.Text.Json;
using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Tests.Fields;

public sealed class FieldValuesTests
{
    private static readonly FieldDefinition Price = new("pricePerLabel", FieldType.Number, minimum: 0);
    private static readonly FieldDefinition Headcount = new("headcount", FieldType.Whole, minimum: 1);
    private static readonly FieldDefinition Level = new("experienceLevel", FieldType.Choice, ["EXPERT", "ENTRY_LEVEL"]);

    [Theory]
    [InlineData("0.06", "0.06")]
    [InlineData("0.060", "0.060")]
    [InlineData(" 21.50 ", "21.50")]
    [InlineData("0", "0")]
    [InlineData("007", "7")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void The_digits_that_were_written_are_the_digits_that_are_sent(string cell, string sent)
    {
        var json = new JobEdit("a", [new FieldChange("pricePerLabel", FieldValues.Read(Price, cell))]).ToJson();

        Assert.Equal($$"""{"pricePerLabel":{{sent}}}""", json);
    }

    [Theory]
    [InlineData("21,50")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1kb")]
    [InlineData("+5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("5 000")]
    [InlineData("5 EUR")]
    [InlineData("$5")]
    [InlineData("(5)")]
    [InlineData("--5")]
    [InlineData("٣")]
    [InlineData("½")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("79228162514264337593543950336")]
    [InlineData(" ")]
    public void What_is_not_plain_digits_is_no_number(string cell)
    {
        Assert.Throws<FieldValueException>(() => FieldValues.Read(Price, cell));
    }

    [Theory]
    [InlineData("0.00000000000000000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("7922816251426433759354395033.51")]
    public void More_digits_than_can_be_sent_are_an_error_and_are_not_rounded(string cell)
    {
        Assert.Contains("more digits than can be sent exactly", Assert.Throws<FieldValueException>(() => FieldValues.Read(Price, cell)).Message, StringComparison.Ordinal);
        Assert.Throws<FieldValueException>(() => FieldValues.Read(Headcount, cell));
    }

    [Theory]
    [InlineData("1.0000000000000000000000000000")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-0.50")]
    public void As_many_digits_as_can_be_sent_are_taken(string cell) => Assert.Equal(decimal.Parse(cell, CultureInfo.InvariantCulture), FieldValues.Number(cell));

    [Fact]
    public void Every_decimal_comes_back_from_its_own_text_in_any_culture()
    {
        var random = new Random(20260104);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "en-US", "de-DE", "fr-FR", "ar-SA", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                for (var i = 0; i < 200; i++)
                {
                    var number = new decimal(random.Next(), random.Next(), random.Next(0, 1000), random.Next(2) == 0, (byte)random.Next(0, 20));
                    Assert.Equal(number, FieldValues.Number(number.ToString(CultureInfo.InvariantCulture)));
                    Assert.Equal(number, FieldValues.Number(number));
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_double_is_sent_as_it_was_typed()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var typed = decimal.Round((decimal)random.NextDouble() * 1000, random.Next(0, 6));
            Assert.Equal(typed, FieldValues.Number((double)typed));
        }

        Assert.Equal(0.06m, FieldValues.Number(0.06));
        Assert.Throws<FieldValueException>(() => FieldValues.Number(double.NaN));
        Assert.Throws<FieldValueException>(() => FieldValues.Number(double.MaxValue));
    }

    [Theory]
    [InlineData("4.6")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9223372036854775808")]
    public void A_whole_number_is_neither_rounded_nor_below_its_minimum(string cell)
    {
        Assert.Throws<FieldValueException>(() => FieldValues.Read(Headcount, cell));
    }

    [Fact]
    public void A_whole_number_may_be_written_with_zeros_behind_the_point()
    {
        Assert.Equal(4L, FieldValues.Read(Headcount, "4.0"));
    }

    [Theory]
    [InlineData("expert", "EXPERT")]
    [InlineData(" Entry_Level ", "ENTRY_LEVEL")]
    public void A_choice_is_taken_in_any_case_and_sent_in_the_services_spelling(string cell, string sent)
    {
        Assert.Equal(sent, FieldValues.Read(Level, cell));
    }

    [Theory]
    [InlineData("EXP")]
    [InlineData("EXPERT,ENTRY_LEVEL")]
    [InlineData("0")]
    public void A_part_of_a_choice_is_no_choice(string cell)
    {
        var wrong = Assert.Throws<FieldValueException>(() => FieldValues.Read(Level, cell));

        Assert.Contains("EXPERT, ENTRY_LEVEL", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_spelling_of_a_choice_by_case_alone_gives_the_same()
    {
        var random = new Random(3);
        for (var i = 0; i < 100; i++)
        {
            var spelled = string.Concat("ENTRY_LEVEL".Select(letter => random.Next(2) == 0 ? char.ToLowerInvariant(letter) : letter));
            Assert.Equal("ENTRY_LEVEL", FieldValues.Read(Level, spelled));
        }
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("No", false)]
    [InlineData("1", true)]
    [InlineData(0, false)]
    [InlineData(1L, true)]
    [InlineData("false", false)]
    public void A_flag_is_read_from_its_words(object cell, bool flag)
    {
        Assert.Equal(flag, FieldValues.Flag(cell));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("y")]
    [InlineData("wahr")]
    [InlineData(2)]
    public void Any_other_word_is_no_flag(object cell)
    {
        Assert.Throws<FieldValueException>(() => FieldValues.Flag(cell));
    }

    [Fact]
    public void A_list_is_split_at_semicolons_and_its_entries_come_back()
    {
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var entries = Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"entry {random.Next()}").ToArray();
            Assert.Equal(entries, FieldValues.TextList(string.Join(random.Next(2) == 0 ? ";" : " ; ", entries)));
            Assert.Equal(entries, FieldValues.TextList(entries));
            Assert.Equal(entries, FieldValues.TextList(new ArrayList(entries)));
        }

        Assert.Equal(["a", "b"], FieldValues.TextList(";a;; b;"));
    }

    [Theory]
    [InlineData("System.String[]")]
    [InlineData("System.Object[]")]
    [InlineData("System.Collections.Hashtable")]
    [InlineData("System.Collections.Generic.List`1[System.String]")]
    [InlineData("System.Management.Automation.PSCustomObject")]
    [InlineData("System.Int32")]
    public void The_name_of_a_type_is_a_list_that_was_lost(string cell)
    {
        Assert.Throws<FieldValueException>(() => FieldValues.Text(cell));
        Assert.Throws<FieldValueException>(() => FieldValues.TextList(cell));
    }

    [Theory]
    [InlineData("System.Design and architecture")]
    [InlineData("Systems")]
    [InlineData("System.")]
    [InlineData("System.Nothing")]
    public void A_text_that_only_looks_a_little_like_a_type_is_a_text(string cell)
    {
        Assert.Equal(cell, FieldValues.Text(cell));
    }

    [Fact]
    public void Lists_and_objects_are_no_texts()
    {
        Assert.Throws<FieldValueException>(() => FieldValues.Text(new[] { "a" }));
        Assert.Throws<FieldValueException>(() => FieldValues.Text(new Hashtable()));
        Assert.Throws<FieldValueException>(() => FieldValues.TextList(new Hashtable()));
    }

    [Fact]
    public void Any_text_reaches_the_body_as_it_is()
    {
        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => char.ConvertFromUtf32(Letter(random))));
            using var body = JsonDocument.Parse(new JobEdit("a", [new FieldChange("briefing", text)]).ToJson());

            Assert.Equal(text, body.RootElement.GetProperty("briefing").GetString());
        }
    }

    [Fact]
    public void Half_a_character_does_not_break_the_body()
    {
        using var body = JsonDocument.Parse(new JobEdit("a", [new FieldChange("briefing", "a\ud800b")]).ToJson());

        Assert.Equal("a\ufffdb", body.RootElement.GetProperty("briefing").GetString());
    }

    [Fact]
    public void An_edit_holds_what_was_given_in_its_order_and_null_only_where_told()
    {
        var edit = new JobEdit("a", [new("b", "x"), new("a", null), new("n", 0.06m), new("l", new[] { "p", "q" }), new("f", true), new("w", 4L)]);

        Assert.Equal("""{"b":"x","a":null,"n":0.06,"l":["p","q"],"f":true,"w":4}""", edit.ToJson());
    }

    private static int Letter(Random random) => random.Next(5) switch
    {
        0 => random.Next(0x20),
        1 => random.Next(0x20, 0x7f),
        2 => random.Next(0x80, 0x800),
        3 => random.Next(0xe000, 0x10000),
        _ => random.Next(0x10000, 0x110000),
    };

    [Theory]
    [InlineData("2026-05-04", "2026-05-04")]
    [InlineData(" 2026-05-04 ", "2026-05-04")]
    [InlineData("2026-05-04T00:00:00", "2026-05-04")]
    [InlineData("2026-05-04T17:30:00", "2026-05-04T17:30:00")]
    public void A_date_goes_out_as_it_stands_on_the_clock(string given, string sent) =>
        Assert.Equal(sent, FieldValues.Read(new FieldDefinition("due_date", FieldType.LocalDateTime), given));

    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Local)]
    public void A_date_of_the_shell_keeps_its_hands_too(DateTimeKind kind) =>
        Assert.Equal("2026-05-04T17:30:00", FieldValues.Read(new FieldDefinition("due_date", FieldType.LocalDateTime), new DateTime(2026, 5, 4, 17, 30, 0, kind)));

    public static TheoryData<object> NoLocalDates() =>
        ["4.5.2026", "05/04/2026", "2026-5-4", "2026-02-30", "tomorrow", "2026-05-04T00:00:00Z", "2026-05-04T00:00:00+02:00", "2026-05-04 17:30:00", 20260504, new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero), new DateTime(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc)];

    [Theory]
    [MemberData(nameof(NoLocalDates))]
    public void What_is_no_date_or_names_a_zone_is_refused(object given) =>
        Assert.Contains("2026-05-04", Assert.Throws<FieldValueException>(() => FieldValues.Read(new FieldDefinition("due_date", FieldType.LocalDateTime), given)).Message, StringComparison.Ordinal);
}
