using System.Globalization;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

/// <summary>Objects that bring values of their own types: nothing is rounded, nothing takes the machine's culture.</summary>
public sealed class TypedValueTests(Bench bench) : IClassFixture<Bench>
{
    public static TheoryData<string, object, string> Values => new()
    {
        { "pricePerLabel", 0.06, "0.06" },
        { "pricePerLabel", 0.06f, "0.06" },
        { "pricePerLabel", 0.1 + 0.2, "0.30000000000000004" },
        { "pricePerHour", 21, "21" },
        { "pricePerHour", 21L, "21" },
        { "headcount", 4, "4" },
        { "headcount", 4.0, "4" },
        { "dataVolume", 1e21, "1000000000000000000000" },
        { "jobTitle", 12, "\"12\"" },
        { "jobTitle", (short)12, "\"12\"" },
        { "jobTitle", 12u, "\"12\"" },
        { "jobTitle", (byte)12, "\"12\"" },
        { "jobTitle", 12ul, "\"12\"" },
        { "jobTitle", 0.5, "\"0.5\"" },
        { "jobTitle", true, "\"true\"" },
        { "languages", new[] { "English", "Polish" }, """["English","Polish"]""" },
        { "languages", new object?[] { "a;b", "", null, "c" }, """["a;b","c"]""" },
        { "subjectMatter", new[] { "Law" }, """["Law"]""" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_typed_value_of_a_row_goes_out_exactly(string field, object value, string json)
    {
        Assert.Equal($$"""{"{{field}}":{{json}}}""", bench.Run("$row | Update-JobDraft", ("row", Rows.Draft(field, value))).Body);
    }

    [Fact]
    public void A_decimal_keeps_its_digits()
    {
        Assert.Equal("""{"pricePerHour":21.50}""", bench.Run("$row | Update-JobDraft", ("row", Rows.Draft("pricePerHour", 21.50m))).Body);
        Assert.Equal("""{"pricePerHour":21.50}""", bench.Run("Update-JobDraft j -PricePerHour $price", ("price", 21.50m)).Body);
    }

    [Theory]
    [InlineData("Update-JobDraft j -PricePerLabel 0.06")]
    [InlineData("Update-JobDraft j -Field @{ pricePerLabel = 0.06 }")]
    [InlineData("@{ jobId = 'j'; pricePerLabel = 0.06 } | Update-JobDraft")]
    public void A_literal_of_six_cents_stays_six_cents(string command) =>
        Assert.Equal("""{"pricePerLabel":0.06}""", bench.Run(command).Body);

    [Fact]
    public void A_date_goes_out_in_the_same_form_on_every_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var run = bench.Run("$row | Update-JobDraft", ("row", Rows.Of(("jobId", "j"), ("timeRequirement", new DateTime(2026, 3, 1)), ("workloadDesc", new DateTime(2026, 3, 1, 9, 5, 0)), ("pricePerHour", 21.5))));

            Assert.Equal("""{"timeRequirement":"2026-03-01","workloadDesc":"2026-03-01T09:05:00","pricePerHour":21.5}""", run.Body);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    [InlineData(1, "true")]
    [InlineData(0, "false")]
    public void A_typed_flag_is_a_flag(object value, string json)
    {
        Assert.Equal($$"""{"is_active":{{json}}}""", bench.Run("$row | Set-TranslationJob", ("row", Rows.TranslationJob("is_active", value))).Body);
        Assert.Equal($$"""{"is_active":{{json}}}""", bench.Run($"Set-TranslationJob {StubServices.TextKingJobId} {StubServices.ProjectId} -IsActive $value", ("value", value)).Body);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    [InlineData(true)]
    public void A_value_that_is_no_exact_number_is_refused(object value)
    {
        var run = bench.Run("$row | Update-JobDraft", ("row", Rows.Draft("pricePerHour", value)));

        Assert.Empty(run.Writes);
        Assert.Equal("JobDrafts.BadValue", Assert.Single(run.Result.AllErrors).Id());
    }

    [Theory]
    [InlineData("-SubjectMatter Law", "\"Law\"")]
    [InlineData("-SubjectMatter Law, Finance", """["Law","Finance"]""")]
    [InlineData("-Languages English", """["English"]""")]
    [InlineData("-Languages English, Polish", """["English","Polish"]""")]
    public void A_list_parameter_takes_one_or_several(string given, string json)
    {
        var field = given.StartsWith("-S", StringComparison.Ordinal) ? "subjectMatter" : "languages";
        Assert.Equal($$"""{"{{field}}":{{json}}}""", bench.Run("Update-JobDraft j " + given).Body);
    }

    [Fact]
    public void A_field_that_only_the_service_knows_goes_out_as_given()
    {
        var run = bench.Run("Update-JobDraft j -SkipCheck -Field @{ somethingNew = @{ a = 1; b = @($true, $null, 'x') } }");

        using var body = System.Text.Json.JsonDocument.Parse(run.Body);
        var value = body.RootElement.GetProperty("somethingNew");
        Assert.Equal(1, value.GetProperty("a").GetInt32());
        Assert.Equal("[true,null,\"x\"]", value.GetProperty("b").GetRawText());
    }

    [Fact]
    public void A_value_that_was_calculated_in_PowerShell_is_unwrapped()
    {
        var run = bench.Run("""
            $price = [psobject](1 + 0.5); $languages = 'English', 'Polish' | ForEach-Object { $_ }
            [pscustomobject]@{ jobId = [psobject]'j'; pricePerHour = $price; languages = $languages; headcount = (1..3 | ForEach-Object { $_ })[2] } | Update-JobDraft
            """);

        Assert.Equal("""{"pricePerHour":1.5,"languages":["English","Polish"],"headcount":3}""", run.Body);
    }
}
