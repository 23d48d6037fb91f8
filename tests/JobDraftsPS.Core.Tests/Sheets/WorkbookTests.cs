using System.Xml.Linq;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Tests.Sheets;

/// <summary>What is written into a workbook comes back from it, and looks as it should to those who open it.</summary>
public sealed class WorkbookTests
{
    private static readonly SheetColumn[] Columns =
    [
        new("jobId"),
        new("operation") { Choices = ["Update", "Create"] },
        new("salaryMax", SheetCellKind.Number),
        new("from", SheetCellKind.Date),
        new("is_active", SheetCellKind.Flag),
        new("status") { IsReadOnly = true },
    ];

    [Fact]
    public void Every_kind_of_value_comes_back_as_it_was()
    {
        using var book = new WorkbookFile(Columns, ["007", null, 50000L, new DateTime(2026, 5, 4), true, "LIVE"], ["x", "Create", 21.5m, new DateTime(2026, 5, 4, 17, 30, 0), false, null]);

        var rows = book.Rows();

        Assert.Equal([("jobId", "007"), ("salaryMax", 50000L), ("from", new DateTime(2026, 5, 4)), ("is_active", true), ("status", "LIVE")], rows[0].Cells.Select(cell => (cell.Key, cell.Value!)));
        Assert.Equal(["x", "Create", 21.5d, new DateTime(2026, 5, 4, 17, 30, 0), false], rows[1].Cells.Select(cell => cell.Value!));
        Assert.Equal([(1, 2), (2, 3)], rows.Select(row => (row.Number, row.Line!.Value)));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://a.example\")")]
    [InlineData("@SUM(1)")]
    [InlineData(" leading and trailing ")]
    [InlineData("two\nlines\r\nand\rmore\t")]
    [InlineData("_x0041_ looks like an escape, _x00 does not")]
    [InlineData("\u0001\u000b\u001f")]
    [InlineData("half \ud800 a letter, a whole \ud83d\ude00 one, \uffff")]
    [InlineData("<b>&amp;</b> 'quoted' \"too\"")]
    [InlineData("1e5")]
    [InlineData("2026-05-04")]
    [InlineData("TRUE")]
    public void Any_text_comes_back_as_it_was(string text)
    {
        using var book = new WorkbookFile([new("jobId"), new("title")], ["a", text]);

        Assert.Equal(text, book.Rows()[0].Cells[1].Value);
        Assert.DoesNotContain(book.Part("xl/worksheets/sheet1.xml").Descendants(), element => element.Name.LocalName == "f");
    }

    [Fact]
    public void The_header_is_frozen_bold_and_filtered_and_lists_can_be_chosen_from()
    {
        using var book = new WorkbookFile(Columns, ["a", null, 1L, null, null, "LIVE"], ["b", null, 2L, null, null, "LIVE"]);
        var sheet = book.Part("xl/worksheets/sheet1.xml");
        XNamespace ns = sheet.Root!.Name.Namespace;

        Assert.Equal("A2", sheet.Descendants(ns + "pane").Single().Attribute("topLeftCell")!.Value);
        Assert.Equal("A1:F3", sheet.Descendants(ns + "autoFilter").Single().Attribute("ref")!.Value);
        var list = sheet.Descendants(ns + "dataValidation").Single();
        Assert.Equal("\"Update,Create\"", list.Element(ns + "formula1")!.Value);
        Assert.StartsWith("B2:B", list.Attribute("sqref")!.Value, StringComparison.Ordinal);
        Assert.Contains("<b/>", book.Part("xl/styles.xml").ToString(SaveOptions.DisableFormatting).Replace("<b />", "<b/>", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_too_long_for_a_cell_stands_in_a_hidden_page()
    {
        var words = Enumerable.Range(0, 100).Select(i => $"Country number {i}, with a comma").ToArray();
        using var book = new WorkbookFile([new("jobId"), new("country") { Choices = words }], ["a", null]);

        var sheet = book.Part("xl/worksheets/sheet1.xml");
        Assert.Contains("$A$2:$A$101", sheet.Descendants().Single(element => element.Name.LocalName == "formula1").Value.Replace("A2:A101", "$A$2:$A$101", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(book.Part("xl/workbook.xml").Descendants(), element => element.Name.LocalName == "sheet" && element.Attribute("name")!.Value == "Lists" && element.Attribute("state")!.Value == "hidden");
    }

    [Fact]
    public void A_baseline_comes_back_however_long_its_lines_are()
    {
        var baseline = new SheetBaseline { ExportedAt = DateTimeOffset.UnixEpoch, Accounts = new Dictionary<string, string> { ["Sorce"] = "abc" } };
        baseline.Add("Sorce//1", new Dictionary<string, object?> { ["title"] = new string('x', 29_950) + string.Concat(Enumerable.Repeat("\ud83d\ude00", 20_000)), ["salaryMax"] = 5L, ["jobLevel"] = null });
        using var file = new SheetFile("a.xlsx", []);
        WorkbookWriter.Write(file.Path, [new SheetPage("Jobs", [new("jobId")], [["1"]]), baseline.ToPage()], replace: true);
        var facts = new SheetFacts();

        _ = SheetReader.Read(file.Path, new SheetOptions(), facts).ToArray();

        var values = facts.Baseline!.Find("Sorce//1")!;
        Assert.Equal(baseline.Find("Sorce//1"), values);
        Assert.Equal("abc", facts.Baseline.Accounts["Sorce"]);
    }

    [Fact]
    public void The_first_page_that_is_shown_is_read_or_the_one_that_is_named()
    {
        using var file = new SheetFile("a.xlsx", []);
        WorkbookWriter.Write(file.Path, [new SheetPage("Hidden", [new("jobId")], [["h"]]) { IsHidden = true }, new SheetPage("One", [new("jobId")], [["1"]]), new SheetPage("Two", [new("jobId")], [["2"]])], replace: true);

        Assert.Equal("1", file.Rows()[0].Cells[0].Value);
        Assert.Equal("2", file.Rows(new SheetOptions { WorksheetName = "two" })[0].Cells[0].Value);
        Assert.Equal("h", file.Rows(new SheetOptions { WorksheetName = "Hidden" })[0].Cells[0].Value);
        Assert.Contains("it has no page 'Three'; it has 'Hidden', 'One', 'Two'", file.Refusal(new SheetOptions { WorksheetName = "Three" }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_not_overwritten_unless_that_is_said()
    {
        using var file = new SheetFile("a.xlsx", "somebody's edits");

        var refused = Assert.Throws<JobDraftsApiException>(() => WorkbookWriter.Write(file.Path, [new SheetPage("Jobs", [new("jobId")], [])], replace: false));

        Assert.Equal("JobDrafts.Sheet", refused.ErrorId);
        Assert.Equal("somebody's edits", File.ReadAllText(file.Path));
    }
}
