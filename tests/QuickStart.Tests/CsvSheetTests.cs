using System.Management.Automation;
using JobDraftsPS.QuickStart.Commands;

namespace JobDraftsPS.QuickStart.Tests;

public class CsvSheetTests
{
    [Fact]
    public void Quotes_delimiters_and_line_breaks_in_quotes_belong_to_the_cell()
    {
        var row = Assert.Single(Read("id,text\n1,\"Boxes, \"\"tight\"\"\nand small\"\n"));

        Assert.Equal("Boxes, \"tight\"\nand small", Cell(row, "text"));
    }

    [Fact]
    public void An_empty_cell_is_empty_and_a_cell_the_row_ends_before_is_null()
    {
        var row = Assert.Single(Read("id,title,level\n1,\n"));

        Assert.Equal(string.Empty, Cell(row, "title"));
        Assert.NotNull(row.Properties["level"]);
        Assert.Null(Cell(row, "level"));
    }

    [Fact]
    public void Cells_beyond_the_header_are_left_out()
    {
        var row = Assert.Single(Read("id\n1,2,3\n"));

        Assert.Single(row.Properties);
    }

    [Fact]
    public void Blank_lines_are_no_rows()
    {
        Assert.Equal(2, Read("id,title\n\n1,a\n   \n2,b\n\n").Count);
    }

    [Theory]
    [InlineData("  1 ,\t a b \t", "1", "a b")]
    [InlineData("\" 1\",\" a \"", " 1", " a ")]
    public void Blanks_around_a_cell_count_only_in_quotes(string line, string id, string title)
    {
        var row = Assert.Single(Read($"id,title\n{line}\n"));

        Assert.Equal(id, Cell(row, "id"));
        Assert.Equal(title, Cell(row, "title"));
    }

    [Fact]
    public void Another_delimiter_leaves_commas_in_the_cell()
    {
        var row = Assert.Single(Read("id;price\n1;21,50\n", ';'));

        Assert.Equal("21,50", Cell(row, "price"));
    }

    [Fact]
    public void Columns_keep_their_order_and_empty_ones_at_the_edge_are_dropped()
    {
        var row = Assert.Single(Read("b,a,,c,,\n1,2,3,4,5,6\n"));

        Assert.Equal(["b", "a", "H3", "c"], row.Properties.Select(property => property.Name));
    }

    [Fact]
    public void Two_columns_of_one_name_are_refused()
    {
        var problem = Assert.Throws<InvalidDataException>(() => Read("id,Title,title\n1,a,b\n"));

        Assert.Contains("title", problem.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,title")]
    public void A_sheet_without_rows_yields_none(string text)
    {
        Assert.Empty(Read(text));
    }

    private static List<PSObject> Read(string text, char delimiter = ',')
    {
        using var reader = new StringReader(text);
        return [.. CsvSheet.Read(reader, delimiter)];
    }

    private static object? Cell(PSObject row, string column) => row.Properties[column].Value;
}
