namespace JobDraftsPS.Core.Tests.Sheets;

/// <summary>Where a sheet is only just one thing and not yet another.</summary>
public sealed class SheetEdgeTests
{
    private const int LongestCell = 1024 * 1024;

    [Theory]
    [InlineData("\"w;x;y;z\",b\n1,2\n", "w;x;y;z")]
    [InlineData("a,b\n\"1;2;3;4\",5\n", "a")]
    [InlineData("a,b\n1;2;3;4,5\n", "a")]
    [InlineData("\n\r\na;b\n1,1,1,1;2\n", "a")]
    [InlineData("\"a \"\"x;y;z\"\"\",b\n1,2\n", "a \"x;y;z\"")]
    public void The_first_line_tells_what_separates_its_cells_outside_quotation_marks(string text, string first)
    {
        var row = Assert.Single(SheetFile.Read("a.csv", text));

        Assert.Equal([first, "b"], row.Cells.Select(cell => cell.Key));
    }

    [Theory]
    [InlineData("a.json", "[{\"t\":\"", "\"}]")]
    [InlineData("a.yaml", "- t: ", "\n")]
    [InlineData("a.csv", "t,u\n", ",1\n")]
    public void The_longest_cell_is_taken_and_a_longer_one_is_named(string name, string before, string after)
    {
        Assert.Equal(LongestCell, ((string)SheetFile.Read(name, before + new string('x', LongestCell) + after)[0].Cells[0].Value!).Length);

        Assert.Contains("row 1, column 't' holds 1048577 characters", SheetFile.Refusal(name, before + new string('x', LongestCell + 1) + after), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_twice_in_a_row_of_yaml_is_named_and_once_is_no_matter()
    {
        Assert.Contains("'is_active' twice", Assert.Single(SheetFile.Read("a.yaml", "- IsActive: yes\n  is_active: no\n")).Problem, StringComparison.Ordinal);
        Assert.Null(Assert.Single(SheetFile.Read("a.yaml", "- a: 1\n  b: 2\n")).Problem);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("FALSE", false)]
    [InlineData("False", false)]
    [InlineData("false", false)]
    public void Flags_within_lists_of_yaml_are_flags(string word, bool flag) =>
        Assert.Equal(new object?[] { flag }, SheetFile.Read("a.yaml", $"- a: [{word}]\n")[0].Cells[0].Value);

    [Fact]
    public void Yaml_may_nest_as_deep_as_json()
    {
        static string Nested(int depth) => $"- a: {new string('[', depth)}1{new string(']', depth)}\n";

        Assert.Single(SheetFile.Read("a.yaml", Nested(63)));
        Assert.Contains("nested deeper than 64", SheetFile.Refusal("a.yaml", Nested(65)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.csv", "a,b\n\"never closed,2\n")]
    [InlineData("a.csv", "a,b\n1,\"2\n3,4\n")]
    public void A_quotation_mark_that_is_never_closed_is_refused(string name, string text) =>
        Assert.Contains("quotation mark", SheetFile.Refusal(name, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.txt", "{\"a\":1}")]
    [InlineData("a.txt", "  [{\"a\":1}]")]
    [InlineData("a.txt", "a,b\n1,2\n")]
    public void A_file_of_any_name_is_read_as_what_it_looks_like(string name, string text) =>
        Assert.Equal("a", Assert.Single(SheetFile.Read(name, text)).Cells[0].Key);
}
