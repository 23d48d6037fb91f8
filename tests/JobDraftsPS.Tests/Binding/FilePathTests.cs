using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

/// <summary>Paths that mean no file: drives that are not there, and drives of something else than files.</summary>
public sealed class FilePathTests(SandboxBench bench) : IClassFixture<SandboxBench>
{
    private const string Winter = "22222222-2222-4222-8222-222222222222";
    private const string WinterJob = "bbbbbbbb-0000-4000-8000-000000000001";
    private const string Draft = "[pscustomobject]@{ service = 'OpenTrain'; jobId = 'ot-draft-02'; headcount = 3 }";

    [Theory]
    [InlineData("Update-JobDraft ot-draft-01 -Headcount 3 -JournalPath $path")]
    [InlineData("New-JobDraft -LiteralPath $path")]
    [InlineData("New-JobDraft -Path $path")]
    [InlineData("Save-TranslationDocument " + WinterJob + " " + Winter + " -Path $path")]
    [InlineData("Send-TranslationDocument " + WinterJob + " " + Winter + " $path")]
    [InlineData("Get-TranslationPrice -Path $path -SourceLanguage en -TargetLanguage de")]
    [InlineData("New-JobDraftPlan -Path $path")]
    [InlineData(Draft + " | New-JobDraftPlan -OutFile $path")]
    [InlineData(Draft + " | New-JobDraftPlan -JournalPath $path")]
    [InlineData("New-JobDraftPlan -Undo -JournalPath $path")]
    [InlineData(Draft + " | New-JobDraftPlan | Split-JobDraftPlan -Count 1 -OutFile $path")]
    [InlineData("Split-JobDraftPlan -Path $path -Count 2")]
    [InlineData("Invoke-JobDraftPlan -Path $path")]
    [InlineData("Update-JobDraft ot-draft-04 -Headcount 3 | Export-JobDraftForm -Path $path")]
    [InlineData("Import-JobDraftForm $path")]
    [InlineData("Get-JobDraftJournal $path")]
    [InlineData("Get-JobDraftJournal -LiteralPath $path")]
    [InlineData("Start-JobDraftSandbox -DataPath $path")]
    public void A_path_that_is_none_of_a_file_is_named_and_no_file_is_made(string script)
    {
        var name = Guid.NewGuid().ToString("N");
        foreach (var path in new[] { $"Variable:{name}", $"nodrive:{name}", $"{name}\0x" })
        {
            var result = bench.Run(script, ("path", path));

            Assert.Single(result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, name, "is no path of a file", "Nothing was sent.");
            Assert.Empty(Directory.GetFileSystemEntries(Environment.CurrentDirectory, name + "*"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_cell_with_such_a_path_is_an_error_of_its_row_and_the_others_go_on(int throttleLimit)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "text.txt");
        File.WriteAllText(file, "two words");
        PSObject Row(int number, string path) => Rows.Of(("projectId", "11111111-1111-4111-8111-111111111111"), ("jobId", $"aaaaaaaa-0000-4000-8000-{number:D12}"), ("path", path));

        bench.MiddleRowOf("Send-TranslationDocument", [Row(1, file), Row(2, @"X:\documents\text.txt"), Row(3, file)], throttleLimit)
            .Says("JobDrafts.BadValue", ErrorCategory.InvalidData, @"'X:\documents\text.txt' is no path of a file", "Nothing was sent.");
    }
}
