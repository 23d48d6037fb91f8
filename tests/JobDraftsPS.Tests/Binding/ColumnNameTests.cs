using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

public sealed class ColumnNameTests(Bench bench) : IClassFixture<Bench>
{
    [Theory]
    [InlineData("is_active")]
    [InlineData("IsActive")]
    [InlineData("ISACTIVE")]
    [InlineData("Is Active")]
    [InlineData("is-active")]
    public void Our_names_and_the_services_bind_in_any_case(string column)
    {
        Assert.Equal("""{"is_active":false}""", bench.Run("$row | Set-TranslationJob", ("row", Rows.TranslationJob(column, "no"))).Body);
    }

    [Theory]
    [InlineData("JobId")]
    [InlineData("job_id")]
    [InlineData("JOBID")]
    [InlineData("id")]
    [InlineData("Id")]
    public void The_id_column_is_found_under_its_names(string column)
    {
        var run = bench.Run("$row | Update-JobDraft", ("row", Rows.Of((column, "j"), ("JobTitle", "New"))));

        Assert.Equal("""{"jobTitle":"New"}""", run.Body);
        Assert.EndsWith("/job-drafts/j", run.Writes.Single().Path, StringComparison.Ordinal);
    }

    [Fact]
    public void JobId_wins_over_a_sheets_own_id()
    {
        var run = bench.Run("$row | Update-JobDraft", ("row", Rows.Of(("id", "17"), ("jobId", "j"), ("jobTitle", "New"))));

        Assert.EndsWith("/job-drafts/j", Assert.Single(run.Writes).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_no_field_warns_once_with_the_nearest_name()
    {
        var rows = Enumerable.Range(1, 100).Select(i => Rows.Of(("jobId", "j" + i), ("jobTitel", "x"), ("jobTitle", "New"))).ToArray();

        var run = bench.Run("$rows | Update-JobDraft -ThrottleLimit 8", ("rows", rows));

        Assert.Equal(100, run.Writes.Count);
        var warning = Assert.Single(run.Result.Warnings);
        Assert.Contains("'jobTitel'", warning, StringComparison.Ordinal);
        Assert.Contains("did you mean 'jobTitle'?", warning, StringComparison.Ordinal);
        Assert.All(run.Writes, call => Assert.Equal("""{"jobTitle":"New"}""", call.Body));
    }

    [Fact]
    public void A_column_like_nothing_warns_without_a_guess()
    {
        var run = bench.Run("$row | Update-JobDraft -JobTitle New", ("row", Rows.Draft("responsible person", "Mara")));

        Assert.Equal("""{"jobTitle":"New"}""", run.Body);
        Assert.DoesNotContain("did you mean", Assert.Single(run.Result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_columns_of_the_other_services_in_a_shared_sheet_are_not_mentioned()
    {
        object[] rows =
        [
            Rows.Of(("service", "OpenTrain"), ("jobId", "j"), ("projectId", ""), ("jobTitle", "New"), ("briefing", ""), ("is_active", ""), ("salaryMin", ""), ("operation", "Update")),
            Rows.Of(("service", "TextKing"), ("jobId", StubServices.TextKingJobId), ("projectId", StubServices.ProjectId), ("jobTitle", ""), ("briefing", "Warm"), ("is_active", ""), ("salaryMin", null), ("operation", "")),
        ];

        var run = bench.Run("$rows[0] | Update-JobDraft; $rows[1] | Set-TranslationJob", ("rows", rows));

        Assert.Empty(run.Result.AllErrors);
        Assert.Empty(run.Result.Warnings);
        Assert.Equal(["""{"jobTitle":"New"}""", """{"briefing":"Warm"}"""], run.Writes.Select(call => call.Body));
    }

    [Theory]
    [InlineData("opentrain")]
    [InlineData("OPENTRAIN")]
    [InlineData(" OpenTrain ")]
    public void The_service_column_is_read_in_any_case(string service)
    {
        Assert.Equal("""{"jobTitle":"New"}""", bench.Run("$row | Update-JobDraft", ("row", Rows.Of(("service", service), ("jobId", "j"), ("jobTitle", "New")))).Body);
    }

    [Theory]
    [InlineData("OpenTrane")]
    [InlineData("0")]
    [InlineData("OpenTrain, TextKing")]
    public void A_service_that_there_is_not_is_refused_with_those_there_are(string service)
    {
        var run = bench.Run("$row | Update-JobDraft", ("row", Rows.Of(("service", service), ("jobId", "j"), ("jobTitle", "New"))));

        Assert.Empty(run.Writes);
        Assert.Single(run.Result.Errors).Says("JobDrafts.BadValue", System.Management.Automation.ErrorCategory.InvalidData, $"'{service}'", "OpenTrain, TextKing, Sorce");
    }
}
