namespace JobDraftsPS.QuickStart.Tests;

public class ImportCsvTests
{
    [Fact]
    public async Task A_byte_order_mark_is_not_part_of_the_first_column()
    {
        var result = await ScriptRun.ToEnd(
            "Import-Csv \"$PSScriptRoot/edits.csv\" | ForEach-Object { \"<$($_.jobId)>\" }",
            files: ("edits.csv", "\ufeffjobId,title\nä1,x\n"));

        Assert.Equal("<ä1>", result.Output.Trim());
    }

    [Fact]
    public async Task Wildcards_delimiter_and_encoding_are_taken()
    {
        var result = await ScriptRun.ToEnd(
            "Import-Csv \"$PSScriptRoot/*.csv\" ';' -Encoding utf8 | Where-Object b -eq '2,5' | ForEach-Object a",
            files: [("one.csv", "a;b\n1;2,5\n"), ("two.csv", "a;b\n7;8\n")]);

        Assert.Equal("1", result.Output.Trim());
    }

    [Fact]
    public async Task A_missing_sheet_is_an_error_and_the_script_goes_on()
    {
        var result = await ScriptRun.ToEnd("Import-Csv -LiteralPath \"$PSScriptRoot/gone.csv\"; 'on'");

        Assert.Contains("gone.csv", result.Error, StringComparison.Ordinal);
        Assert.Equal("on", result.Output.Trim());
    }
}
