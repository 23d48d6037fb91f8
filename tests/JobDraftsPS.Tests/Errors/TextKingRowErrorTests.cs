using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Errors;

public sealed class TextKingRowErrorTests(SandboxBench bench) : IClassFixture<SandboxBench>
{
    private const string Project = StubServices.ProjectId;

    [Theory]
    [InlineData("22222222-2222-4222-8222-222222222222", "bbbbbbbb-0000-4000-8000-000000000001", "Winter manual", "running", 1)]
    [InlineData("22222222-2222-4222-8222-222222222222", "bbbbbbbb-0000-4000-8000-000000000001", "Winter manual", "running", 4)]
    [InlineData("33333333-3333-4333-8333-333333333333", "dddddddd-0000-4000-8000-000000000001", "Autumn flyer", "canceled", 4)]
    public void A_project_that_is_not_prepared_is_named_with_its_state(string project, string job, string name, string state, int throttleLimit)
    {
        var error = Middle(Rows.Of(("projectId", project), ("jobId", job), ("briefing", "Late")), throttleLimit);

        error.Says("TextKing.Http403", ErrorCategory.PermissionDenied, name, $"is {state}", "prepared", job, "Nothing was changed.");
    }

    [Theory]
    [InlineData(Project, "aaaaaaaa-0000-4000-8000-000000000099", "aaaaaaaa-0000-4000-8000-000000000099")]
    [InlineData("99999999-9999-4999-8999-999999999999", "cccccccc-0000-4000-8000-000000000001", "99999999-9999-4999-8999-999999999999")]
    public void A_job_that_is_not_there_or_not_ones_own_is_named(string project, string job, string named)
    {
        var error = Middle(Rows.Of(("projectId", project), ("jobId", job), ("briefing", "Lost")), 4);

        error.Says("TextKing.Http404", ErrorCategory.ObjectNotFound, named, "Nothing was changed.", "Check the id");
    }

    [Theory]
    [InlineData(Project, "job-7", "'job-7' is no job id")]
    [InlineData("project-7", "aaaaaaaa-0000-4000-8000-000000000002", "'project-7' is no project id")]
    [InlineData(Project, "{aaaaaaaa-0000-4000-8000-000000000002}", "is no job id")]
    public void An_id_that_is_no_GUID_is_refused_before_it_is_sent(string project, string job, string words)
    {
        var before = bench.Writes().Count;

        var error = Middle(Rows.Of(("projectId", project), ("jobId", job), ("briefing", "Lost")), 4);

        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, words, "UUID", "Nothing was sent.");
        Assert.Equal(before + 2, bench.Writes().Count);
    }

    [Fact]
    public void A_row_without_project_is_refused()
    {
        Middle(Rows.Of(("jobId", "aaaaaaaa-0000-4000-8000-000000000002"), ("briefing", "Lost")), 4)
            .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "aaaaaaaa-0000-4000-8000-000000000002", "without the project", "Nothing was sent.", "projectId");
    }

    [Fact]
    public void A_row_without_id_is_refused()
    {
        Middle(Rows.Of(("projectId", Project), ("briefing", "Lost")), 4)
            .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "no jobId", "Nothing was sent.", "Fill the jobId column");
    }

    [Fact]
    public void A_row_of_another_service_is_refused()
    {
        Middle(Rows.Of(("service", "OpenTrain"), ("jobId", "ot-draft-01"), ("briefing", "Lost")), 4)
            .Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, "'ot-draft-01' belongs to OpenTrain", "works on TextKing", "Nothing was sent.");
    }

    [Fact]
    public void A_wrong_quality_lists_the_allowed_ones()
    {
        Middle(Rows.Of(("projectId", Project), ("jobId", "aaaaaaaa-0000-4000-8000-000000000002"), ("quality", "basic")), 4)
            .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "'basic'", "translation, translation-and-correction", "Nothing was sent.");
    }

    [Fact]
    public void A_wrong_field_on_the_command_line_ends_the_command()
    {
        var before = bench.Writes().Count;

        var result = bench.Run("try { Set-TranslationJob aaaaaaaa-0000-4000-8000-000000000002 $project -Field @{ breifing = 'x' } } catch { throw }", ("project", Project));

        result.Terminating!.Says("JobDrafts.UnknownField", ErrorCategory.InvalidData, "'breifing'", "did you mean 'briefing'?", "Nothing was sent.");
        Assert.Equal(before, bench.Writes().Count);
    }

    private static PSObject Good(int number) => Rows.Of(("projectId", Project), ("jobId", $"aaaaaaaa-0000-4000-8000-{number:D12}"), ("briefing", "Warm"));

    private ErrorRecord Middle(PSObject bad, int throttleLimit) => bench.MiddleRowOf("Set-TranslationJob", [Good(1), bad, Good(3)], throttleLimit);
}
