namespace JobDraftsPS.QuickStart.Tests;

public class ExportCsvTests
{
    [Fact]
    public async Task What_is_exported_is_imported_as_it_was()
    {
        var result = await ScriptRun.ToEnd(
            """
            $rows = Import-Csv "$PSScriptRoot/in.csv"
            $rows[1].b = 4.5
            $rows | Export-Csv "$PSScriptRoot/out.csv" -NoTypeInformation
            Write-Host ([IO.File]::ReadAllText("$PSScriptRoot/out.csv"))
            """,
            files: ("in.csv", "a,b\n\"1, \"\"x\"\"\ny\",\u00e9\n2,\n"));

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal("a,b\n\"1, \"\"x\"\"\ny\",\u00e9\n2,4.5\n\n", result.Output.ReplaceLineEndings("\n"));
    }
}
