using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>What New-JobDraftPlan finds out, and that it changes nothing.</summary>
public sealed class PlanningTests : IDisposable
{
    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Planning_sends_no_write_for_any_operation_or_hazard()
    {
        var sheet = Sheet("""
            service,jobId,operation,jobTitle,jobDescription,headcount,title,budgets,questions,clear
            OpenTrain,ot-draft-01,Update,A,,4,,,,
            OpenTrain,ot-live-01,Update,Another name,,,,,,
            OpenTrain,ot-draft-07,Publish,,,,,,,
            OpenTrain,ot-live-02,Close,,,,,,,
            OpenTrain,,Create,,Count birds,2,,,,
            Sorce,job_s01,Update,,,,,[],,
            Sorce,job_live02,Update,,,,,,"[{""prompt"":""Why?""}]",
            Sorce,job_s01,Publish,,,,,,,
            Sorce,job_live01,Close,,,,,,,
            Sorce,,Create,,,,Baker,,,
            """);

        var result = bench.Run("New-JobDraftPlan $sheet -OutFile $out -Confirm:$false", ("sheet", sheet), ("out", Path.Combine(folder.Path, "plan.json")));

        Assert.Empty(result.AllErrors);
        var rows = RowsOf(Assert.Single(result.Output));
        Assert.DoesNotContain(FindingsOf(result.Output[0]), finding => finding.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(["", "LiveEdit", "", "Irreversible", "", "UnlimitedBudget ReplaceSetLoss", "ReplaceSetLoss FrozenFields", "", "Irreversible", ""], rows.Select(HazardsOf));
        Assert.Equal("jobTitle: Traffic light states -> Another name", ChangesOf(rows[1])[0]);
        Assert.Equal("status: DRAFT -> OPEN", ChangesOf(rows[2])[0]);
        Assert.Equal("headcount: unknown -> 4", ChangesOf(rows[0])[1]);
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void Piped_rows_and_records_make_a_plan_too()
    {
        var result = bench.Run("@(@{ jobId = 'ot-draft-01'; headcount = '4'; Operation = 'update' }, @{ jobId = 'ot-draft-02'; headcount = '5' }) | New-JobDraftPlan -Service OpenTrain; Get-JobListing -JobId job_s01 | New-JobDraftPlan -Operation Publish");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["headcount: unknown -> 4", "headcount: unknown -> 5"], RowsOf(result.Output[0]).Select(row => ChangesOf(row)[0]));
        Assert.Equal("status: DRAFT -> ACTIVE", ChangesOf(RowsOf(result.Output[1])[0])[0]);
        Assert.Empty(bench.Writes());
    }

    [Fact]
    public void Wrong_rows_are_all_named_and_a_warning_counts_them()
    {
        var result = bench.Run("@(@{ jobId = 'ot-draft-01'; hedcount = '4' }, @{ jobId = 'gone'; headcount = '5' }, (Get-Command Get-JobDraftConnection), @{ jobId = 'ot-closed-01'; headcount = 'x' }) | New-JobDraftPlan -Service OpenTrain");

        Assert.Empty(result.AllErrors);
        var findings = FindingsOf(Assert.Single(result.Output));
        Assert.Contains(findings, finding => finding.StartsWith("Error, row 1, column 'hedcount'", StringComparison.Ordinal) && finding.Contains("'headcount'", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("Error, row 2", StringComparison.Ordinal) && finding.Contains("no job 'gone'", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("Error, row 3", StringComparison.Ordinal) && finding.Contains("is not a job", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("Error, row 4, column 'headcount'", StringComparison.Ordinal));
        Assert.Contains("4 errors", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("jobId,headcount\n", "no row below its header")]
    [InlineData("jobId,headcount\nj1,\"4\n", "never closed")]
    public void A_sheet_that_cannot_be_read_ends_the_command(string text, string says)
    {
        var result = bench.Run("New-JobDraftPlan $sheet -Service OpenTrain", ("sheet", Sheet(text)));

        Assert.Equal("JobDrafts.Plan", result.AllErrors[^1].Id());
        Assert.Contains(says, result.AllErrors[^1].Text(), StringComparison.Ordinal);
        Assert.Empty(bench.Requests());
    }

    [Fact]
    public void More_changes_than_MaxChange_allows_end_the_command()
    {
        var result = bench.Run("'ot-draft-07', 'ot-draft-15' | New-JobDraftPlan -Service OpenTrain -Operation Publish -MaxChange 1");

        Assert.Contains("changes 2 rows, and -MaxChange allows 1", result.AllErrors[^1].Text(), StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_journal_gives_the_last_values_of_drafts()
    {
        var journal = Path.Combine(folder.Path, "run.jsonl");

        var result = bench.Run("@{ jobId = 'ot-draft-01'; headcount = '4' } | Update-JobDraft -JournalPath $journal | Out-Null; @{ jobId = 'ot-draft-01'; headcount = '5'; dataType = 'x' } | New-JobDraftPlan -Service OpenTrain -JournalPath $journal", ("journal", journal));

        Assert.Empty(result.AllErrors);
        Assert.Equal(["headcount: 4 -> 5", "dataType: unknown -> x"], ChangesOf(RowsOf(result.Output[^1])[0]).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains(FindingsOf(result.Output[^1]), finding => finding.Contains("journal knows", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIf_writes_no_file()
    {
        var file = Path.Combine(folder.Path, "plan.json");

        bench.Run("'ot-draft-07' | New-JobDraftPlan -Service OpenTrain -Operation Publish -OutFile $file -WhatIf", ("file", file));

        Assert.False(File.Exists(file));
    }

    private string Sheet(string text)
    {
        var path = Path.Combine(folder.Path, "sheet.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private static PSObject[] RowsOf(PSObject plan) => [.. ((Array)plan.Properties["Rows"].Value).Cast<object>().Select(PSObject.AsPSObject)];

    private static string[] ChangesOf(PSObject row) => [.. ((Array)row.Properties["Changes"].Value).Cast<object>().Select(change => change.ToString()!)];

    private static string HazardsOf(PSObject row) => string.Join(' ', ((Array)row.Properties["Hazards"].Value).Cast<object>());

    private static string[] FindingsOf(PSObject plan) => [.. ((Array)plan.Properties["Findings"].Value).Cast<object>().Select(finding => finding.ToString()!)];
}
