using System.Diagnostics;
using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

/// <summary>What may come down the pipeline.</summary>
public sealed class InputKindTests(Bench bench) : IClassFixture<Bench>
{
    [Fact]
    public void A_string_is_a_job_id()
    {
        var run = bench.Run("'a', 'b' | Update-JobDraft -JobTitle New -ThrottleLimit 1");

        Assert.Equal(["/ot/job-drafts/a", "/ot/job-drafts/b"], run.Writes.Select(call => call.Path));
    }

    [Theory]
    [InlineData("Update-JobDraft ' a', 'b ' -JobTitle New -ThrottleLimit 1", "/ot/job-drafts/a", "/ot/job-drafts/b")]
    [InlineData("' a', 'b ' | Update-JobDraft -JobTitle New -ThrottleLimit 1", "/ot/job-drafts/a", "/ot/job-drafts/b")]
    [InlineData("@{ jobId = ' a' }, @{ id = 'b ' } | Update-JobDraft -JobTitle New -ThrottleLimit 1", "/ot/job-drafts/a", "/ot/job-drafts/b")]
    public void Blanks_around_an_id_are_not_part_of_it(string script, params string[] paths) =>
        Assert.Equal(paths, bench.Run(script).Writes.Select(call => call.Path));

    [Fact]
    public void Hashtables_custom_objects_and_ordered_dictionaries_are_rows()
    {
        var run = bench.Run("""
            @{ jobId = 'a'; jobTitle = 'A' },
            [pscustomobject]@{ jobId = 'b'; jobTitle = 'B' },
            [ordered]@{ jobId = 'c'; jobTitle = 'C' } | Update-JobDraft
            """);

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal("""{"jobTitle":"A"}""", run.BodyFor("a"));
        Assert.Equal("""{"jobTitle":"B"}""", run.BodyFor("b"));
        Assert.Equal("""{"jobTitle":"C"}""", run.BodyFor("c"));
    }

    [Fact]
    public void An_id_with_a_slash_stays_one_segment_of_the_path()
    {
        var run = bench.Run("Update-JobDraft '../jobs/x?y' -JobTitle New");

        Assert.Equal("/ot/job-drafts/..%2Fjobs%2Fx%3Fy", Assert.Single(run.Writes).Path);
    }

    [Theory]
    [InlineData("Update-JobDraft -JobTitle New")]
    [InlineData("Publish-Job -Service OpenTrain")]
    [InlineData("New-JobDraft")]
    [InlineData("Set-TranslationJob -Briefing Warm")]
    public void A_process_is_refused_by_name(string command)
    {
        using var process = Process.GetCurrentProcess();
        Refused(command, process, "System.Diagnostics.Process");
    }

    [Theory]
    [InlineData("Update-JobDraft -JobTitle New")]
    [InlineData("Publish-Job -Service OpenTrain")]
    [InlineData("New-JobDraft")]
    public void A_PowerShell_job_is_refused_by_name(string command)
    {
        using var job = new OtherJob();
        Refused(command, job, typeof(OtherJob).FullName!);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(true)]
    public void A_number_or_a_flag_is_refused_by_name(object value) => Refused("Update-JobDraft -JobTitle New", value, value.GetType().FullName!);

    [Fact]
    public void A_process_that_came_from_another_machine_is_refused_by_name()
    {
        using var process = Process.GetCurrentProcess();
        var copy = PSSerializer.Deserialize(PSSerializer.Serialize(process, 1));

        Refused("Publish-Job -Service OpenTrain", copy, "System.Diagnostics.Process");
    }

    [Fact]
    public void A_row_that_went_through_a_file_is_still_a_row()
    {
        var copy = PSSerializer.Deserialize(PSSerializer.Serialize(Rows.Draft("jobTitle", "New")));

        Assert.Equal("""{"jobTitle":"New"}""", bench.Run("$row | Update-JobDraft", ("row", copy)).Body);
    }

    [Theory]
    [InlineData("Get-JobDraft | ForEach-Object { [pscustomobject]@{ Service = $_.Service; JobId = $_.JobId } }", "j")]
    [InlineData("[pscustomobject]@{ Service = [long]0; JobId = 'j' }", "j")]
    [InlineData("[pscustomobject]@{ Service = [int]0; JobId = 'j' }", "j")]
    public void A_part_of_a_record_still_names_its_service_also_as_ConvertTo_Json_writes_it(string rows, string jobId)
    {
        var run = bench.Run(rows + " | Update-JobDraft -JobTitle New");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal("/ot/job-drafts/" + jobId, Assert.Single(run.Writes).Path);
    }

    [Theory]
    [InlineData(2L, "JobDrafts.NotAJob", "belongs to Sorce")]
    [InlineData(3L, "JobDrafts.BadValue", "'3' is not one of OpenTrain, TextKing, Sorce")]
    public void A_number_of_another_service_is_another_service(long service, string id, string words) =>
        Assert.Contains(words, Assert.Single(bench.Run("$row | Update-JobDraft -JobTitle New", ("row", Rows.Of(("Service", service), ("JobId", "j")))).Result.AllErrors, error => error.Id() == id).Text(), StringComparison.Ordinal);

    [Fact]
    public void A_record_of_another_service_is_refused()
    {
        var run = bench.Run("Set-TranslationJob $job $project -Briefing Warm | Update-JobDraft -JobTitle New", ("job", StubServices.TextKingJobId), ("project", StubServices.ProjectId));

        Assert.Equal("PUT", Assert.Single(run.Writes).Method);
        Assert.Single(run.Result.Errors).Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, StubServices.TextKingJobId, "belongs to TextKing", "works on OpenTrain", "Nothing was sent.");
    }

    private void Refused(string command, object input, string typeName)
    {
        var run = bench.Run($", $input1 | {command}", ("input1", input));

        Assert.Empty(run.Writes);
        var error = Assert.Single(run.Result.AllErrors);
        error.Says("JobDrafts.NotAJob", ErrorCategory.InvalidType, "Row 1: ", typeName, "is not a job", "Nothing was sent.");
        error.HandsBack(input);
    }
}
