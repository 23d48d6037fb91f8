using System.Globalization;
using CsvHelper;

namespace JobDraftsPS.Console.Tests;

/// <summary>The sample as somebody sees it who has just cloned the repository.</summary>
public class SampleTests(SampleRun run) : IClassFixture<SampleRun>
{
    /// <summary>What is wrong on purpose: the job, and what must be said about it.</summary>
    private static readonly Dictionary<string, string[]> BadRows = new()
    {
        ["ot-draft-03"] = ["Row 3", "Skipped", "'21,50' is not a number"],
        ["ot-draft-13"] = ["Row 13", "Skipped", "'EXPERTS'", "EXPERT, ENTRY_LEVEL, INTERMEDIATE, ANY_EXPERIENCE_LEVEL"],
        ["bbbbbbbb-0000-4000-8000-000000000001"] = ["Row 28", "Refused", "is running", "Nothing was changed"],
    };

    private static readonly List<Dictionary<string, string>> Sheet = ReadSheet();

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
    public void The_preview_shows_every_row_and_names_each_bad_cell()
    {
        var plan = Section("The plan:");
        Assert.All(Numbered(), row => Assert.Single(plan, line => Is(line, row.Number, row.Row)));
        Assert.Contains(plan, line => line.Contains("status: DRAFT -> ACTIVE", StringComparison.Ordinal));

        var findings = Section("Findings:");
        Assert.Equal(2, findings.Count);
        Assert.Contains("row 3, column 'pricePerHour'", findings[0], StringComparison.Ordinal);
        Assert.Contains("row 13, column 'experienceLevel'", findings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_other_row_is_done()
    {
        var results = Section("Results:");
        var published = Section("Published:");
        var rows = Numbered().Where(row => !BadRows.ContainsKey(Cell(row.Row, "jobId"))).ToArray();

        Assert.Equal(Sheet.Count - BadRows.Count, rows.Length);
        Assert.All(rows, row => Assert.Contains(" Applied", Assert.Single(results, line => Is(line, row.Number, row.Row)), StringComparison.Ordinal));
        Assert.All(rows.Where(row => Cell(row.Row, "service") == "OpenTrain"), row => Assert.Matches($"^{Cell(row.Row, "jobId")} .* OPEN", Assert.Single(published, line => line.StartsWith($"{Cell(row.Row, "jobId")} ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Gaps_are_filled_in_round_by_round_on_a_form()
    {
        var filled = Section("Filling in the form:");

        Assert.All(filled, line => Assert.Matches(@"^  ot-draft-\d\d: \w+ = \w+$", line));
        Assert.Equal("  ot-draft-14: pricePerHour = 24", filled[^1]);
    }

    [Fact]
    public void One_edit_is_taken_back()
    {
        var undone = Section("Undone, of 12 jobs that can be put back:");

        Assert.Contains(undone, line => line.Contains("briefing: Legal text", StringComparison.Ordinal));
        Assert.Single(undone, line => line.Contains(" Applied", StringComparison.Ordinal));
    }

    [Fact]
    public void The_summary_counts_what_was_done()
    {
        Assert.Matches($@"Rows +: {Sheet.Count}\s", run.Result.Output);
        Assert.Matches($@"Applied +: {Sheet.Count - BadRows.Count}\s", run.Result.Output);
    }

    [Fact]
    public void Into_a_file_go_no_escape_codes()
    {
        Assert.DoesNotContain('\u001b', run.Result.Output + run.Result.Error);
    }

    [Fact]
    public void The_readme_shows_what_the_sample_prints()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf("```text\n", StringComparison.Ordinal) + "```text\n".Length;
        var shown = readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n').Where(line => line != "...");
        var printed = run.Result.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToHashSet();

        Assert.All(shown, line => Assert.Contains(line.TrimEnd(), printed));
    }

    /// <summary>The rows with their places, from 1.</summary>
    private static IEnumerable<(int Number, Dictionary<string, string> Row)> Numbered() => Sheet.Select((row, index) => (index + 1, row));

    /// <summary>True for the line of a row: it begins with the row's number and names its service and job.</summary>
    private static bool Is(string line, int number, Dictionary<string, string> row) =>
        line.TrimStart().StartsWith($"{number} ", StringComparison.Ordinal) && line.Contains($" {Cell(row, "service")} ", StringComparison.OrdinalIgnoreCase) && line.EndsWith(Cell(row, "jobId"), StringComparison.Ordinal);

    /// <summary>The lines between a heading and the next one.</summary>
    private List<string> Section(string heading)
    {
        var lines = run.Result.Output.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        Assert.Contains(heading, lines);
        return [.. lines.Skip(lines.IndexOf(heading) + 1).TakeWhile(line => !line.EndsWith(':') || line.StartsWith(' ')).Where(line => line.Trim().Length > 0)];
    }

    private static List<Dictionary<string, string>> ReadSheet()
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(Checkout.Root, "samples", "QuickStart", "edits.csv")), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }

    private static string Cell(Dictionary<string, string> row, string column) => row[column];
}
