using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Errors;

/// <summary>A bad row is one clear error with what was piped in; the rows around it go on, in order.</summary>
public sealed class OpenTrainRowErrorTests(SandboxBench bench) : IClassFixture<SandboxBench>
{
    [Theory]
    [InlineData("headcount", "4.6", "'4.6' is not a whole number", 1)]
    [InlineData("headcount", "4.6", "'4.6' is not a whole number", 4)]
    [InlineData("pricePerHour", "21,50", "'21,50' is not a number", 4)]
    [InlineData("experienceLevel", "senior", "EXPERT, ENTRY_LEVEL, INTERMEDIATE, ANY_EXPERIENCE_LEVEL", 1)]
    [InlineData("experienceLevel", "senior", "EXPERT, ENTRY_LEVEL, INTERMEDIATE, ANY_EXPERIENCE_LEVEL", 4)]
    [InlineData("paymentType", "HOURLY", "PAY_PER_LABEL, PAY_PER_HOUR, FIXED_PRICE", 4)]
    public void A_value_that_does_not_fit_is_refused_with_what_would(string column, string cell, string allowed, int throttleLimit)
    {
        var before = bench.Writes().Count;

        var error = Middle(Rows.Of(("jobId", "ot-draft-02"), (column, cell)), throttleLimit);

        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, $"'{column}'", cell, allowed, "Nothing was sent.");
        Assert.Equal(before + 2, bench.Writes().Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(" ", 4)]
    [InlineData(null, 4)]
    public void A_row_without_id_is_refused(string? id, int throttleLimit)
    {
        var error = Middle(Rows.Of(("jobId", id), ("jobTitle", "Lost")), throttleLimit);

        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "no jobId", "Nothing was sent.", "Fill the jobId column");
    }

    [Fact]
    public void A_row_of_another_service_is_refused()
    {
        var error = Middle(Rows.Of(("service", "Sorce"), ("jobId", "job_s01"), ("jobTitle", "x")), 4);

        error.Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, "'job_s01' belongs to Sorce", "works on OpenTrain", "Nothing was sent.");
    }

    [Theory]
    [InlineData("ot-draft-99", "OpenTrain.NOT_FOUND", ErrorCategory.ObjectNotFound, 1)]
    [InlineData("ot-draft-99", "OpenTrain.NOT_FOUND", ErrorCategory.ObjectNotFound, 4)]
    [InlineData("ot-foreign-01", "OpenTrain.FORBIDDEN", ErrorCategory.PermissionDenied, 4)]
    public void A_draft_that_is_not_there_or_not_ones_own_is_named(string id, string errorId, ErrorCategory category, int throttleLimit)
    {
        var error = Middle(Rows.Of(("jobId", id), ("jobTitle", "Lost")), throttleLimit);

        error.Says(errorId, category, id, "Nothing was changed.");
    }

    [Theory]
    [InlineData("ot-live-01", "OPEN", 1)]
    [InlineData("ot-live-01", "OPEN", 4)]
    [InlineData("ot-closed-01", "ARCHIVED", 4)]
    public void A_job_that_is_no_draft_any_more_is_named_with_its_status(string id, string status, int throttleLimit)
    {
        var error = Middle(Rows.Of(("jobId", id), ("jobTitle", "Late")), throttleLimit);

        error.Says("OpenTrain.CONFLICT", ErrorCategory.InvalidOperation, id, status, "Nothing was changed.");
    }

    [Fact]
    public void An_id_that_is_too_long_is_refused_before_it_is_sent()
    {
        var before = bench.Writes().Count;

        var error = Middle(Rows.Of(("jobId", new string('x', 65)), ("jobTitle", "Lost")), 4);

        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "65 characters", "Nothing was sent.");
        Assert.Equal(before + 2, bench.Writes().Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_empty_row_between_others_is_a_warning_and_no_error(int throttleLimit)
    {
        object[] rows = [Good("ot-draft-01"), Rows.Of(("jobId", "ot-draft-02"), ("jobTitle", "")), Good("ot-draft-03")];

        var result = bench.Run("$rows | Update-JobDraft -ThrottleLimit $limit", ("rows", rows), ("limit", throttleLimit));

        Assert.Empty(result.AllErrors);
        Assert.Equal(["ot-draft-01", "ot-draft-03"], result.Output.Select(record => record.Properties["JobId"].Value));
        var warning = Assert.Single(result.Warnings);
        Assert.StartsWith("Row 2: ", warning, StringComparison.Ordinal);
        Assert.Contains("ot-draft-02", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Field @{ jobTitel = 'x' }", "did you mean 'jobTitle'?")]
    [InlineData("-Field @{ salary = 5 }", "no field 'salary'")]
    [InlineData("-Clear experience", "no field 'experience'")]
    public void An_unknown_key_on_the_command_line_ends_the_command(string given, string words)
    {
        var before = bench.Writes().Count;

        var result = bench.Run($"try {{ 'ot-draft-01', 'ot-draft-02' | Update-JobDraft {given} }} catch {{ throw }}");

        Assert.Empty(result.Errors);
        result.Terminating!.Says("JobDrafts.UnknownField", ErrorCategory.InvalidData, words, "Nothing was sent.", "-SkipCheck");
        Assert.Equal(before, bench.Writes().Count);
    }

    [Fact]
    public void SkipCheck_lets_the_service_refuse_an_unknown_key_and_the_service_is_quoted()
    {
        var result = bench.Run("'ot-draft-01' | Update-JobDraft -SkipCheck -Field @{ jobTitel = 'x' }");

        var error = Assert.Single(result.AllErrors);
        Assert.StartsWith("OpenTrain.", error.Id(), StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains("jobTitel", error.Text(), StringComparison.Ordinal);
        Assert.Contains("ot-draft-01", error.Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", error.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void SkipCheck_lets_the_service_refuse_a_wrong_enum()
    {
        var result = bench.Run("@{ jobId = 'ot-draft-01'; experienceLevel = 'senior' } | Update-JobDraft -SkipCheck");

        var error = Assert.Single(result.AllErrors);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains("experienceLevel", error.Text(), StringComparison.Ordinal);
        Assert.Contains("EXPERT", error.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_enum_on_the_command_line_ends_the_command_and_lists_the_allowed_ones()
    {
        var result = bench.Run("try { 'ot-draft-01', 'ot-draft-02' | Update-JobDraft -ExperienceLevel EXP } catch { throw }");

        Assert.Empty(result.Errors);
        result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "-ExperienceLevel", "'EXP'", "EXPERT, ENTRY_LEVEL, INTERMEDIATE, ANY_EXPERIENCE_LEVEL", "Nothing was sent.");
    }

    [Fact]
    public void Failed_rows_can_be_mended_and_piped_again()
    {
        object[] rows = [Rows.Of(("jobId", "ot-draft-01"), ("headcount", "3")), Rows.Of(("jobId", "ot-draft-02"), ("headcount", "4.6"))];

        var result = bench.Run("""
            $rows | Update-JobDraft -ErrorVariable failed -ErrorAction SilentlyContinue | ForEach-Object JobId
            $failed.TargetObject | ForEach-Object { $_.headcount = '4'; $_ } | Update-JobDraft | ForEach-Object JobId
            """, ("rows", rows));

        Assert.Equal(["ot-draft-01", "ot-draft-02"], result.Output.Select(id => id.ToString()));
    }

    private static PSObject Good(string id) => Rows.Of(("jobId", id), ("headcount", "3"));

    private ErrorRecord Middle(PSObject bad, int throttleLimit) =>
        bench.MiddleRowOf("Update-JobDraft", [Good("ot-draft-01"), bad, Good("ot-draft-03")], throttleLimit);
}
