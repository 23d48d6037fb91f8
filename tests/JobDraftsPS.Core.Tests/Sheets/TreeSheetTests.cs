namespace JobDraftsPS.Core.Tests.Sheets;

/// <summary>JSON, JSON Lines and YAML: where null is a word of its own.</summary>
public sealed class TreeSheetTests
{
    [Theory]
    [InlineData("a.json", """[ { "jobId": "j1", "topic": null, "n": 4, "tags": ["a", "b"] } , {"jobId":"j2","t":"} ] \" {"}]""")]
    [InlineData("a.jsonl", "{ \"jobId\": \"j1\", \"topic\": null, \"n\": 4, \"tags\": [\"a\", \"b\"] }\n{\"jobId\":\"j2\",\"t\":\"} ] \\\" {\"}\n")]
    [InlineData("a.txt", "\n[{ \"jobId\": \"j1\", \"topic\": null, \"n\": 4, \"tags\": [\"a\", \"b\"] },\r\n{\"jobId\":\"j2\",\"t\":\"} ] \\\" {\"}]\n")]
    public void Rows_of_json_come_with_their_types(string name, string text)
    {
        var rows = SheetFile.Read(name, text);

        Assert.Equal([1, 2], rows.Select(row => row.Number));
        Assert.Equal(["jobId", "topic", "n", "tags"], rows[0].Cells.Select(cell => cell.Key));
        Assert.Null(rows[0].Cells[1].Value);
        Assert.Equal(4L, rows[0].Cells[2].Value);
        Assert.Equal(new object?[] { "a", "b" }, rows[0].Cells[3].Value);
        Assert.Equal("} ] \" {", rows[1].Cells[1].Value);
    }

    [Theory]
    [InlineData("[{\"a\":1}", "not closed")]
    [InlineData("[{\"a\":1}{\"a\":2}]", "no comma between row 1 and row 2")]
    [InlineData("[{\"a\":1},]", "ends with a comma")]
    [InlineData("[{\"a\":1}] x", "more text after the end")]
    [InlineData("{\"a\":1}\n{\"a\":", "ends in the middle of row 2")]
    [InlineData("[1,2]", "each row is an object")]
    [InlineData("{\"a\":tru}", "row 1 is not valid JSON")]
    [InlineData("{\"a\":[1}]", "row 1 is not valid JSON")]
    [InlineData("""{"a":"\ud800"}""", "row 1 is not valid JSON")]
    [InlineData("""{"a":1,"\udc00x":2}""", "row 1 is not valid JSON")]
    [InlineData("""{"a":[{"b":"\ud83d"}]}""", "row 1 is not valid JSON")]
    [InlineData("[]", "no row")]
    [InlineData("", "it is empty")]
    public void Broken_json_is_refused_with_its_row(string text, string says) => Assert.Contains(says, SheetFile.Refusal("a.json", text), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.json", """{"budget":[{"window":"DAILY","window":"WEEKLY"}]}""")]
    [InlineData("a.yaml", "- budget:\n  - window: DAILY\n    window: WEEKLY\n")]
    public void A_member_twice_within_a_value_is_named(string name, string text) =>
        Assert.Equal("'budget' has 'window' twice", Assert.Single(SheetFile.Read(name, text)).Problem);

    [Fact]
    public void A_member_twice_is_named()
    {
        Assert.Contains("'is_active' twice", Assert.Single(SheetFile.Read("a.json", """{"IsActive":true,"is_active":false}""")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        Assert.Contains("row 1 is not valid JSON", SheetFile.Refusal("a.json", "{\"a\":" + new string('[', 100_000) + new string(']', 100_000) + "}"), StringComparison.Ordinal);
        Assert.Contains("nested deeper", SheetFile.Refusal("a.yaml", "- a: " + new string('[', 5_000) + new string(']', 5_000)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json", "[{\"t\":\"", "\"}]")]
    [InlineData("a.yaml", "- t: \"", "\"")]
    [InlineData("b.yaml", "- t: ", "")]
    public void A_cell_of_fifty_megabytes_is_refused(string name, string before, string after) =>
        Assert.Contains("is longer than", SheetFile.Refusal(name, before + new string('x', 50 * 1024 * 1024) + after), StringComparison.Ordinal);

    [Theory]
    [InlineData("- jobId: j1\n  topic: null\n  code: 007\n  active: no\n  note: \"null\"\n  empty:\n- jobId: j2\n")]
    [InlineData("jobId: j1\ntopic: ~\ncode: 007\nactive: no\nnote: 'null'\nempty:\n---\njobId: j2\n")]
    public void Yaml_keeps_the_letters_of_plain_values_and_knows_null(string text)
    {
        var rows = SheetFile.Read("a.yml", text);

        Assert.Equal([1, 2], rows.Select(row => row.Number));
        Assert.Equal(["j1", null, "007", "no", "null", null], rows[0].Cells.Select(cell => cell.Value));
    }

    [Fact]
    public void Yaml_within_lists_has_json_types()
    {
        var row = Assert.Single(SheetFile.Read("a.yaml", "- budgets:\n  - window: DAILY\n    budgetCents: 5000\n    share: 0.5\n    on: true\n    notes: null\n    text: '5'\n"));

        var members = Assert.IsType<Dictionary<string, object?>>(Assert.Single(Assert.IsType<object?[]>(row.Cells[0].Value)));
        Assert.Equal(["DAILY", 5000L, 0.5m, true, null, "5"], members.Values);
    }

    [Theory]
    [InlineData("- a: &x 1\n  b: *x\n", "anchor")]
    [InlineData("- a: 1\n- just text\n", "row 2 is not a mapping")]
    [InlineData("- a: [1, 2\n", "not valid YAML")]
    [InlineData("- a: [x\n- b 7\n", "not valid YAML")]
    [InlineData("just text", "neither a list of rows nor a row")]
    [InlineData("- a: 1\n  ? [x]\n  : 2\n", "not what a sheet has there")]
    public void Broken_yaml_is_refused_with_its_place(string text, string says) => Assert.Contains(says, SheetFile.Refusal("a.yaml", text), StringComparison.Ordinal);
}
