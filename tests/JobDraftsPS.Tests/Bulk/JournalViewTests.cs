using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>Which journals Get-JobDraftJournal reads, and what it says when there is none.</summary>
public sealed class JournalViewTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Bench bench = new();

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("Get-JobDraftJournal $path")]
    [InlineData("Get-JobDraftJournal $path -Summary")]
    [InlineData("Get-JobDraftJournal -LiteralPath $path -Summary")]
    [InlineData("$path | Get-JobDraftJournal -Summary")]
    public void Without_a_journal_there_is_an_error_and_no_summary_that_reads_like_a_quiet_night(string script)
    {
        foreach (var name in new[] { "none.jsonl", "none*.jsonl", "none [1.jsonl" })
        {
            var result = bench.Run(script, ("path", Path.Combine(folder.Path, name))).Result;

            Assert.Empty(result.Output);
            Assert.Single(result.AllErrors).Says("JobDrafts.Journal", ErrorCategory.InvalidData, name, "cannot be used");
        }
    }

    [Fact]
    public void A_journal_whose_name_is_made_of_pattern_signs_is_found()
    {
        var path = Path.Combine(folder.Path, "night [1].jsonl");

        var result = bench.Run("Update-JobDraft a -JobTitle New -JournalPath $path | Out-Null; Get-JobDraftJournal $path", ("path", path)).Result;

        Assert.Empty(result.AllErrors);
        Assert.Equal("a", Assert.Single(result.Output).Properties["JobId"].Value);
    }

    [Fact]
    public void Several_journals_read_as_one_and_one_that_is_missing_is_told()
    {
        var result = bench.Run(
            "'a', 'b' | ForEach-Object { Update-JobDraft $_ -JobTitle New -JournalPath \"$folder/$_.jsonl\" } | Out-Null; Get-JobDraftJournal \"$folder/*.jsonl\", \"$folder/c.jsonl\"",
            ("folder", folder.Path)).Result;

        Assert.Equal(["a", "b"], result.Output.Select(row => row.Properties["JobId"].Value));
        Assert.Single(result.AllErrors).Says("JobDrafts.Journal", ErrorCategory.InvalidData, "c.jsonl");
    }
}
