using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

/// <summary>What counts as given, as left out, and as to be cleared.</summary>
public sealed class GivenFieldTests(Bench bench) : IClassFixture<Bench>
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void An_empty_cell_leaves_the_field_alone(string? empty)
    {
        var row = Rows.Of(("jobId", "j"), ("jobTitle", "New"), ("headcount", empty), ("languages", empty), ("pricePerHour", empty), ("experienceLevel", empty), ("clear", empty));

        var run = bench.Run("$row | Update-JobDraft", ("row", row));

        Assert.Equal("""{"jobTitle":"New"}""", run.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void An_empty_parameter_leaves_the_field_alone(string? empty)
    {
        var run = bench.Run(
            "Update-JobDraft j -JobTitle New -Headcount $empty -Languages $empty -PricePerHour $empty -ExperienceLevel $empty -JobDescription $empty",
            ("empty", empty));

        Assert.Equal("""{"jobTitle":"New"}""", run.Body);
    }

    [Fact]
    public void An_empty_switch_of_a_translation_job_leaves_it_as_it_is()
    {
        var run = bench.Run("$row | Set-TranslationJob -IsActive $empty -Briefing Warm", ("row", Rows.TranslationJob("is_active", "")), ("empty", ""));

        Assert.Equal("""{"briefing":"Warm"}""", run.Body);
    }

    [Fact]
    public void A_parameter_wins_over_the_row()
    {
        var run = bench.Run("$row | Update-JobDraft -JobTitle FromCommand", ("row", Rows.Of(("jobId", "j"), ("jobTitle", "FromRow"), ("headcount", "2"))));

        Assert.Equal("""{"jobTitle":"FromCommand","headcount":2}""", run.Body);
    }

    [Fact]
    public void An_empty_parameter_lets_the_row_speak()
    {
        var run = bench.Run("$row | Update-JobDraft -JobTitle ''", ("row", Rows.Draft("jobTitle", "FromRow")));

        Assert.Equal("""{"jobTitle":"FromRow"}""", run.Body);
    }

    [Fact]
    public void Clearing_by_the_command_wins_over_the_row_too()
    {
        var run = bench.Run("$row | Update-JobDraft -Clear jobTitle", ("row", Rows.Draft("jobTitle", "FromRow")));

        Assert.Equal("""{"jobTitle":null}""", run.Body);
    }

    [Theory]
    [InlineData("Update-JobDraft j -Clear labelTypes, Data_Volume")]
    [InlineData("Update-JobDraft j -Field @{ labelTypes = $null } -Clear dataVolume")]
    [InlineData("@{ jobId = 'j'; clear = 'labelTypes; dataVolume' } | Update-JobDraft")]
    [InlineData("@{ jobId = 'j'; clear = 'labelTypes', 'dataVolume' } | Update-JobDraft")]
    public void Clearing_is_said_and_sends_null(string command)
    {
        var run = bench.Run(command);

        Assert.Equal("""{"labelTypes":null,"dataVolume":null}""", run.Body);
    }

    [Theory]
    [InlineData("Update-JobDraft j -JobTitle a -Field @{ jobTitle = 'b' }")]
    [InlineData("Update-JobDraft j -JobTitle a -Clear jobTitle")]
    [InlineData("Update-JobDraft j -Field @{ jobTitle = 'b' } -Clear JobTitle")]
    [InlineData("Update-JobDraft j -Field @{ job_title = 'a'; jobTitle = 'b' }")]
    [InlineData("Update-JobDraft j -Clear jobTitle, job_title")]
    [InlineData("Set-TranslationJob $job $project -Briefing a -Clear briefing")]
    [InlineData("Set-TranslationJob $job $project -IsActive no -Field @{ is_active = 'yes' }")]
    public void A_field_named_twice_by_the_command_is_an_error(string command)
    {
        var run = bench.Run($"try {{ {command} }} catch {{ throw }}", ("job", StubServices.TextKingJobId), ("project", StubServices.ProjectId));

        Assert.Empty(run.Writes);
        Assert.Empty(run.Result.Errors);
        run.Result.Terminating!.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "named twice", "Nothing was sent.");
    }

    [Fact]
    public void A_row_that_fills_and_clears_one_field_is_an_error()
    {
        var run = bench.Run("$row | Update-JobDraft", ("row", Rows.Of(("jobId", "j"), ("jobTitle", "a"), ("clear", "jobTitle"))));

        Assert.Empty(run.Writes);
        Assert.Single(run.Result.Errors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 1: ", "'jobTitle'", "clears");
    }

    [Fact]
    public void Two_columns_of_one_field_are_an_error()
    {
        var run = bench.Run("$row | Set-TranslationJob", ("row", Rows.Of(("projectId", StubServices.ProjectId), ("jobId", StubServices.TextKingJobId), ("is_active", "no"), ("IsActive", "yes"))));

        Assert.Empty(run.Writes);
        Assert.Single(run.Result.Errors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Two columns", "'is_active'");
    }

    [Fact]
    public void A_required_field_of_a_translation_job_cannot_be_cleared()
    {
        var run = bench.Run("$row | Set-TranslationJob", ("row", Rows.TranslationJob("clear", "name")));

        Assert.Empty(run.Writes);
        Assert.Single(run.Result.Errors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "'name' cannot be cleared", "Nothing was sent.");
    }

    [Theory]
    [InlineData("System.Object[]")]
    [InlineData("jobTitel")]
    public void A_clear_column_that_names_no_field_is_an_error_of_its_row_alone(string clear)
    {
        object[] rows = [Rows.Draft("clear", clear), Rows.Draft("jobTitle", "Good")];

        var run = bench.Run("$rows | Update-JobDraft", ("rows", rows));

        Assert.Equal("""{"jobTitle":"Good"}""", Assert.Single(run.Writes).Body);
        var error = Assert.Single(run.Result.AllErrors);
        Assert.StartsWith("Row 1: ", error.Text(), StringComparison.Ordinal);
        error.HandsBack(rows[0]);
    }

    [Fact]
    public void SkipCheck_lets_a_row_clear_what_only_the_service_knows()
    {
        Assert.Equal("""{"somethingNew":null}""", bench.Run("$row | Update-JobDraft -SkipCheck", ("row", Rows.Draft("clear", "somethingNew"))).Body);
    }

    [Theory]
    [InlineData("'j' | Update-JobDraft")]
    [InlineData("@{ jobId = 'j'; jobTitle = ''; headcount = $null } | Update-JobDraft")]
    [InlineData("@{ jobId = 'j'; remark = 'call back' } | Update-JobDraft 3>&1 | Where-Object { $_.Message -notlike '*remark*' } | ForEach-Object { Write-Warning $_.Message }")]
    [InlineData("@{ jobId = $job; projectId = $project } | Set-TranslationJob")]
    public void A_row_that_says_nothing_warns_and_sends_nothing(string command)
    {
        var script = command.Replace("Write-Warning $_.Message", "$_", StringComparison.Ordinal);
        var run = bench.Run(script, ("job", StubServices.TextKingJobId), ("project", StubServices.ProjectId));

        Assert.Empty(run.Writes);
        Assert.Empty(run.Result.AllErrors);
        var warning = Assert.Single(run.Result.Warnings.Concat(run.Result.Output.Select(item => item.ToString())));
        Assert.StartsWith("Row 1: ", warning, StringComparison.Ordinal);
        Assert.Contains("nothing is given to change, so nothing is sent", warning, StringComparison.Ordinal);
    }
}
