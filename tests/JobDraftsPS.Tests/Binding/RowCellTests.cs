using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

public sealed class RowCellTests(Bench bench) : IClassFixture<Bench>
{
    public static TheoryData<string, string, string?> Drafts => CellTable.Drafts;

    public static TheoryData<string, string, string?> TranslationJobs => CellTable.TranslationJobs;

    [Theory]
    [MemberData(nameof(Drafts))]
    public void A_cell_of_a_draft_becomes_what_it_says_or_is_refused(string field, string cell, string? json) =>
        Check("Update-JobDraft", Rows.Draft(field, cell), field, json);

    [Theory]
    [MemberData(nameof(TranslationJobs))]
    public void A_cell_of_a_translation_job_becomes_what_it_says_or_is_refused(string field, string cell, string? json) =>
        Check("Set-TranslationJob", Rows.TranslationJob(field, cell), field, json);

    private void Check(string command, PSObject row, string field, string? json)
    {
        var run = bench.Run($"$row | {command}", ("row", row));

        if (json is not null)
        {
            Assert.Equal($$"""{"{{field}}":{{json}}}""", run.Body);
            return;
        }

        Assert.Empty(run.Writes);
        var error = Assert.Single(run.Result.Errors);
        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 1: ", $"'{field}'", "Nothing was sent.");
        error.HandsBack(row);
    }
}
