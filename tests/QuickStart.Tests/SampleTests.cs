using System.Management.Automation;
using JobDraftsPS.QuickStart.Commands;

namespace JobDraftsPS.QuickStart.Tests;

/// <summary>The sample as somebody sees it who has just cloned the repository.</summary>
public class SampleTests(SampleRun run) : IClassFixture<SampleRun>
{
    /// <summary>What is wrong on purpose: the job, and what must be said about it.</summary>
    private static readonly Dictionary<string, string[]> BadRows = new()
    {
        ["ot-draft-03"] = ["Row 3", "pricePerHour", "'21,50' is not a number"],
        ["ot-draft-13"] = ["Row 13", "experienceLevel", "'EXPERTS'", "EXPERT, ENTRY_LEVEL, INTERMEDIATE, ANY_EXPERIENCE_LEVEL"],
        ["bbbbbbbb-0000-4000-8000-000000000001"] = ["Row 12", "is running", "Nothing was changed"],
    };

    private static readonly List<PSObject> Sheet = ReadSheet();

    [Fact]
    public void The_sample_succeeds()
    {
        Assert.Equal((0, string.Empty), (run.Result.ExitCode, run.Result.Error));
    }

    [Fact]
    public void The_sheet_has_at_least_thirty_rows_over_three_services()
    {
        Assert.True(Sheet.Count >= 30, $"The sheet has {Sheet.Count} rows.");
        Assert.Equal(["OpenTrain", "Sorce", "TextKing"], Sheet.Select(row => Cell(row, "service")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_bad_row_is_named_with_its_reason()
    {
        var refused = Section("Refused:");

        Assert.Equal(BadRows.Count, refused.Count);
        Assert.All(BadRows, bad =>
        {
            var line = Assert.Single(refused, line => line.Contains(bad.Key, StringComparison.Ordinal));
            Assert.All(bad.Value, words => Assert.Contains(words, line, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_other_row_is_done()
    {
        var edited = Section("After the edits of the sheet:");
        var published = Section("Published:");
        var rows = Sheet.Where(row => !BadRows.ContainsKey(Cell(row, "jobId"))).ToArray();

        Assert.Equal(Sheet.Count - BadRows.Count, rows.Length);
        Assert.All(rows.Where(row => Cell(row, "service") != "Sorce"), row => Assert.Single(edited, line => line.Contains($" {Cell(row, "jobId")} ", StringComparison.Ordinal)));
        Assert.All(rows.Where(row => Cell(row, "service") == "OpenTrain"), row => Assert.Matches($" {Cell(row, "jobId")} .* OPEN ", LineOf(published, row)));
        Assert.All(rows.Where(row => Cell(row, "service") == "Sorce"), row => Assert.Matches($" {Cell(row, "jobId")} .* ACTIVE ", LineOf(published, row)));
    }

    [Fact]
    public void The_summary_counts_what_was_done()
    {
        Assert.Matches($@"Rows +: {Sheet.Count}\s", run.Result.Output);
        Assert.Matches($@"Refused +: {BadRows.Count}\s", run.Result.Output);
    }

    [Fact]
    public void Into_a_file_go_no_escape_codes()
    {
        Assert.DoesNotContain('\u001b', run.Result.Output + run.Result.Error);
    }

    [Fact]
    public void The_readme_shows_what_the_sample_prints()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Around(AppContext.BaseDirectory).Root, "README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf("```text\n", StringComparison.Ordinal) + "```text\n".Length;
        var shown = readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n').Where(line => line != "...");
        var printed = run.Result.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToHashSet();

        Assert.All(shown, line => Assert.Contains(line.TrimEnd(), printed));
    }

    private static string LineOf(List<string> section, PSObject row) =>
        Assert.Single(section, line => line.Contains($" {Cell(row, "jobId")} ", StringComparison.Ordinal));

    /// <summary>The lines between a heading and the next one.</summary>
    private List<string> Section(string heading)
    {
        var lines = run.Result.Output.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        Assert.Contains(heading, lines);
        return [.. lines.Skip(lines.IndexOf(heading) + 1).TakeWhile(line => !line.EndsWith(':') && !line.StartsWith("Rows ", StringComparison.Ordinal)).Where(line => line.Trim().Length > 0)];
    }

    private static List<PSObject> ReadSheet()
    {
        using var reader = new StreamReader(Path.Combine(Checkout.Around(AppContext.BaseDirectory).Root, "samples", "QuickStart", "edits.csv"));
        return [.. CsvSheet.Read(reader, ',')];
    }

    private static string Cell(PSObject row, string column) => (string)row.Properties[column].Value;
}
