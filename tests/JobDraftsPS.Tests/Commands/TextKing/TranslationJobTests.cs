using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands.TextKing;

public sealed class TranslationJobTests : IDisposable
{
    private const string Spring = "11111111-1111-4111-8111-111111111111";
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string Job = "aaaaaaaa-0000-4000-8000-000000000001";

    private readonly SandboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Rows_make_jobs_in_their_order_and_a_bad_one_does_not_stop_the_others()
    {
        object[] rows =
        [
            Rows.Of(("projectId", Spring), ("name", "A"), ("target_language", "fr"), ("Quality", "Translation"), ("briefing", "")),
            Rows.Of(("projectId", Spring), ("name", "B"), ("target_language", "EN"), ("Quality", "translation")),
            Rows.Of(("projectId", Spring), ("name", "C"), ("target_language", "de"), ("Quality", "translation-and-correction"), ("is_active", "no")),
        ];

        var result = bench.Run("$rows | New-TranslationJob -SourceLanguage en", ("rows", rows));

        Assert.Equal(["A", "C"], result.Output.Select(job => job.Properties["Name"].Value));
        Assert.Equal(["new", "new"], result.Output.Select(job => job.Properties["State"].Value));
        Assert.Equal([true, false], result.Output.Select(job => job.Properties["IsActive"].Value));
        var error = Assert.Single(result.AllErrors);
        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 2: ", "source and the target language are the same", "Nothing was sent.", "Get-TranslationLanguage");
        error.HandsBack(rows[1]);
        Assert.Equal(14, bench.Run($"Get-TranslationJob {Spring}").Output.Count);
    }

    [Theory]
    [InlineData("-Name A -SourceLanguage en -Quality translation", "needs target_language")]
    [InlineData("-SourceLanguage en", "needs name, target_language, quality")]
    [InlineData("-Name ' ' -SourceLanguage en -TargetLanguage fr -Quality translation", "'name' cannot be empty")]
    [InlineData("-Name A -SourceLanguage en -TargetLanguage en -Quality translation", "the same: 'en'")]
    [InlineData("-Name A -SourceLanguage en -TargetLanguage fr -Quality basic", "translation, translation-and-correction")]
    [InlineData("-Name A -SourceLanguage en -TargetLanguage fr -Quality translation -Topic General", "is not a UUID")]
    [InlineData("-Name A -SourceLanguage en -TargetLanguage fr -Quality translation -IsActive perhaps", "neither true nor false")]
    public void A_job_that_the_service_would_refuse_never_leaves(string parameters, string words)
    {
        var error = Assert.Single(bench.Run($"try {{ New-TranslationJob {Spring} {parameters} }} catch {{ throw }}").AllErrors);

        Assert.Contains(words, error.Text(), StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", error.Text(), StringComparison.Ordinal);
        Assert.Empty(bench.Requests());
    }

    [Theory]
    [InlineData("-SourceLanguage en -TargetLanguage en")]
    [InlineData("-Full -TargetLanguage EN")]
    public void An_edit_to_the_same_language_twice_never_leaves(string parameters)
    {
        Assert.Single(bench.Run($"Set-TranslationJob {Job} {Spring} {parameters}").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "are the same", "Nothing was sent.");
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void An_unknown_language_the_service_refuses() =>
        Assert.Single(bench.Run($"New-TranslationJob {Spring} -Name A -SourceLanguage en -TargetLanguage xx -Quality translation").AllErrors)
            .Says("TextKing.Http400", ErrorCategory.InvalidData, "xx", Spring, "Nothing was changed.");

    [Fact]
    public void A_row_that_names_a_job_is_no_new_one()
    {
        Assert.Single(bench.Run($"Get-TranslationJob {Spring} {Job} | New-TranslationJob -Name A").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, Job, "makes new ones", "Set-TranslationJob");
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void Jobs_are_deleted_by_record_by_id_and_once()
    {
        Assert.Empty(bench.Run($"Get-TranslationJob {Spring} | Where-Object IsActive -eq $false | Remove-TranslationJob -Confirm:$false").AllErrors);
        var result = bench.Run($"Remove-TranslationJob {Job}, {Job} {Spring} -Confirm:$false");

        Assert.Empty(result.Output);
        Assert.Single(result.AllErrors).Says("TextKing.Http404", ErrorCategory.ObjectNotFound, Job, "Nothing was changed.");
        Assert.Equal(9, bench.Run($"Get-TranslationJob {Spring}").Output.Count);
    }

    [Fact]
    public void A_project_is_no_job_to_delete()
    {
        Assert.Single(bench.Run($"Get-TranslationProject {Spring} -SkipCheck | Remove-TranslationJob -Confirm:$false").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "no jobId", "Nothing was sent.");
        Assert.Empty(bench.Writes());
    }

    [Theory]
    [InlineData("job-7")]
    [InlineData("'aaaaaaaa000040008000000000000001'")]
    [InlineData("'aaaaaaaa-0000-4000 -8000-000000000001'")]
    public void A_bad_job_id_never_leaves(string id)
    {
        Assert.Single(bench.Run($"Remove-TranslationJob {id} {Spring} -Confirm:$false").AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "is no job id", "Nothing was sent.", "Get-TranslationJob");
        Assert.Empty(bench.Requests());
    }

    [Fact]
    public void An_id_in_upper_case_is_the_same_job()
    {
        var result = bench.Run($"Set-TranslationJob {Job.ToUpperInvariant()} {Spring} -Briefing Warm");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warnings);
        Assert.Equal("Warm", Assert.Single(result.Output).Properties["Briefing"].Value);
    }

    [Fact]
    public void Jobs_come_by_state()
    {
        Assert.Equal(2, bench.Run($"Get-TranslationJob {Winter} -State Translation-Pending").Output.Count);
        Assert.Empty(bench.Run($"Get-TranslationJob {Winter} -State completed, canceled").Output);
        Assert.Equal(12, bench.Run($"Get-TranslationProject | Get-TranslationJob -State new").Output.Count);
    }
}
