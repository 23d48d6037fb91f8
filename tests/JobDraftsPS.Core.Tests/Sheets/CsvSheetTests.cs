using System.Text;
using JobDraftsPS.Core.Sheets;

namespace JobDraftsPS.Core.Tests.Sheets;

public sealed class CsvSheetTests
{
    private const string Umlauts = "jobId;jobTitle\r\nj1;Bäcker für Köln\r\n";

    [Theory]
    [InlineData("jobId,jobTitle\nj1,\"A; B\"\n")]
    [InlineData("jobId;jobTitle\nj1;\"A; B\"\n")]
    [InlineData("jobId\tjobTitle\nj1\tA; B\n")]
    [InlineData("sep=|\r\njobId|jobTitle\r\nj1|A; B")]
    public void The_separator_is_found(string text)
    {
        var row = Assert.Single(SheetFile.Read("a.csv", text));

        Assert.Equal(1, row.Number);
        Assert.Equal([new("jobId", "j1"), new("jobTitle", "A; B")], row.Cells);
        Assert.Null(row.Problem);
    }

    [Theory]
    [InlineData("sep= \njobId title\nj1 A", null)]
    [InlineData("sep=\"\njobId\"title\nj1\"A", null)]
    [InlineData("jobId,title\nj1,A", ' ')]
    [InlineData("jobId,title\nj1,A", '"')]
    public void A_separator_that_cells_are_full_of_is_refused(string text, char? given) =>
        Assert.Contains("separator cannot be", SheetFile.Refusal("a.csv", text, new SheetOptions { Delimiter = given }), StringComparison.Ordinal);

    [Fact]
    public void A_separator_that_is_given_wins_over_the_one_that_is_found()
    {
        var row = Assert.Single(SheetFile.Read("a.csv", "jobId;a,b,c\nj1;2", new SheetOptions { Delimiter = ';' }));

        Assert.Equal(["jobId", "a,b,c"], row.Cells.Select(cell => cell.Key));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_marked_encoding_is_found(string name)
    {
        using var file = new SheetFile("a.csv", Umlauts, Encoding.GetEncoding(name));

        Assert.Equal("Bäcker für Köln", Assert.Single(file.Rows()).Cells[1].Value);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void An_encoding_without_a_mark_is_found(string name)
    {
        using var file = new SheetFile("a.csv", Encoding.GetEncoding(name).GetBytes(Umlauts));

        Assert.Equal("Bäcker für Köln", Assert.Single(file.Rows()).Cells[1].Value);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("ansi")]
    [InlineData("1252")]
    public void A_code_page_is_read_where_it_is_named(string name)
    {
        using var file = new SheetFile("a.csv", Encoding.Latin1.GetBytes(Umlauts));

        Assert.Equal("Bäcker für Köln", Assert.Single(file.Rows(new SheetOptions { Encoding = name })).Cells[1].Value);
    }

    [Fact]
    public void A_code_page_that_is_not_named_is_refused_and_never_guessed()
    {
        using var file = new SheetFile("a.csv", Encoding.Latin1.GetBytes(Umlauts));

        Assert.Contains("-Encoding windows-1252", file.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_two_encodings_is_refused_with_the_row()
    {
        var lines = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"j{i};Bäcker\n"));
        using var file = new SheetFile("a.csv", [.. Encoding.UTF8.GetBytes("jobId;jobTitle\n" + lines), .. Encoding.Latin1.GetBytes("last;Bäcker\n")]);

        Assert.Matches("not utf-8 throughout \\(near row 1[0-9]{4}\\)|not utf-8 throughout \\(near row 2000[0-9]\\)", file.Refusal());
    }

    [Fact]
    public void A_mark_that_contradicts_the_named_encoding_is_refused()
    {
        using var file = new SheetFile("a.csv", Umlauts, Encoding.Unicode);

        Assert.Contains("begins with the mark of utf-16", file.Refusal(new SheetOptions { Encoding = "utf-8" }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_encoding_is_refused_by_name() =>
        Assert.Contains("'klingon' is no encoding", SheetFile.Refusal("a.csv", Umlauts, new SheetOptions { Encoding = "klingon" }), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        using var file = new SheetFile("a.csv", [0x89, 0x50, 0x4B, 3, 4, 0, 0, 8, 0, 0, 0, 0, 0, 0x61, 0, 0, 0]);

        Assert.Contains("it is no text", file.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\r\n")]
    public void An_empty_file_is_refused(string text) => Assert.Contains("it is empty", SheetFile.Refusal("a.csv", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("jobId,jobTitle")]
    [InlineData("jobId,jobTitle\r\n,\r\n")]
    public void A_header_alone_is_refused(string text) => Assert.Contains("no row below its header", SheetFile.Refusal("a.csv", text), StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_refused()
    {
        var refused = Assert.Throws<JobDraftsApiException>(() => SheetReader.Read("/nowhere/a.csv", new SheetOptions()).ToArray());

        Assert.Equal("JobDrafts.Plan", refused.ErrorId);
    }

    [Fact]
    public void A_cell_of_fifty_megabytes_is_refused_and_not_held()
    {
        var big = new string('x', 50 * 1024 * 1024);
        using var file = new SheetFile("a.csv", $"jobId,jobTitle\nj1,{big}\n");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("row 1 is longer than", file.Refusal(), StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 60 * 1024 * 1024);
    }

    [Fact]
    public void A_cell_that_no_field_takes_is_refused_with_its_row_and_column()
    {
        var text = $"jobId,jobTitle\nj1,a\nj2,{new string('x', (1024 * 1024) + 1)}\n";

        Assert.Contains("row 2, column 'jobTitle'", SheetFile.Refusal("a.csv", text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_refused() =>
        Assert.Contains("never closed", SheetFile.Refusal("a.csv", "jobId,jobTitle\nj1,\"a\nj2,b\nj3,c\n"), StringComparison.Ordinal);

    [Fact]
    public void A_quotation_mark_within_a_bare_cell_is_refused() =>
        Assert.Contains("row 2 has a quotation mark", SheetFile.Refusal("a.csv", "jobId,jobTitle\nj1,a\nj2,b\"c\"\n"), StringComparison.Ordinal);

    [Fact]
    public void Two_columns_of_one_name_are_refused() =>
        Assert.Contains("'is_active' and 'IsActive'", SheetFile.Refusal("a.csv", "jobId,is_active,IsActive\nj1,1,0\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("jobId,a\nj1,x,y\n")]
    [InlineData("jobId,a\nj1\n")]
    public void A_row_whose_cells_do_not_match_the_header_is_named(string text)
    {
        Assert.Contains("and the header 2", Assert.Single(SheetFile.Read("a.csv", text)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_cells_stay_as_they_are()
    {
        string[] cells = ["=1+1", "+49 30", "007", "2026-05-04", "a \"b\"", "line 1\r\nline 2", "Zażółć 日本", "-1", "@x", "\t"];
        var text = "c\r\n" + string.Concat(cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n"));

        Assert.Equal(cells, SheetFile.Read("a.csv", text).Select(row => row.Cells[0].Value));
    }

    [Fact]
    public void Rows_are_counted_from_one_whatever_lines_they_take()
    {
        var rows = SheetFile.Read("a.csv", "jobId,t\nj1,\"a\nb\nc\"\n\nj2,d\n");

        Assert.Equal([1, 2], rows.Select(row => row.Number));
    }
}
