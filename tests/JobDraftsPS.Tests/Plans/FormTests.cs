using System.Text;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Plans;

/// <summary>Gaps out as a sheet, answers in.</summary>
public sealed class FormTests : IDisposable
{
    private readonly SandboxBench bench = new();
    private readonly TemporaryFolder folder = new();

    public FormTests() => bench.Run("$form = $path", ("path", File("gaps.csv")));

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Gaps_go_out_as_a_sheet_and_answers_make_the_drafts_ready()
    {
        var made = bench.Run("'ot-draft-01', 'ot-draft-04', 'ot-draft-14' | Update-JobDraft -Headcount 3 | Export-JobDraftForm $form");
        Assert.Empty(made.AllErrors);
        Assert.Equal(File("gaps.csv"), Assert.Single(made.Output).ToString());
        Answer(line => line.Contains("experienceLevel", StringComparison.Ordinal) ? "intermediate"
            : line.Contains("paymentType", StringComparison.Ordinal) ? "PAY_PER_HOUR"
            : line.Contains("dataVolumeUnit", StringComparison.Ordinal) ? "NUMBER_OF_FILES"
            : "20");

        var written = bench.Run("Import-JobDraftForm $form | Update-JobDraft");
        Assert.Empty(written.AllErrors);
        Assert.NotEmpty(written.Output);

        var again = bench.Run("'ot-draft-01', 'ot-draft-14' | Update-JobDraft -PricePerHour 20");
        Assert.All(again.Output, draft => Assert.Equal(true, draft.Properties["PublishReady"].Value));
    }

    [Fact]
    public void A_wrong_answer_is_an_error_of_its_row_and_the_others_go_on()
    {
        System.IO.File.WriteAllText(File("gaps.csv"), "Service,ProjectId,JobId,Field,Prompt,Type,Allowed,Example,Answer\r\nOpenTrain,,j1,headcount,?,number,,,4.5\r\nOpenTrain,,j1,jobTitle,?,string,,,'=Birds\r\nOpenTrain,,j1,jobTitle,?,string,,,Twice\r\n", Encoding.UTF8);

        var read = bench.Run("Import-JobDraftForm $form");

        var row = Assert.Single(read.Output);
        Assert.Equal("=Birds", row.Properties["jobTitle"].Value);
        Assert.Null(row.Properties["headcount"]);
        Assert.Equal(["Row 1", "Row 3"], read.Errors.Select(error => error.Text()[..5]));
        Assert.All(read.Errors, error => Assert.Equal("JobDrafts.BadValue", error.Id()));
    }

    [Fact]
    public void A_form_with_answers_is_not_replaced_unasked()
    {
        bench.Run("'ot-draft-01' | Update-JobDraft -Headcount 3 | Export-JobDraftForm $form");

        var again = bench.Run("'ot-draft-01' | Update-JobDraft -Headcount 3 | Export-JobDraftForm $form");

        Assert.Equal("JobDrafts.Form", Assert.Single(again.AllErrors).Id());
        Assert.Empty(bench.Run("'ot-draft-01' | Update-JobDraft -Headcount 3 | Export-JobDraftForm $form -Force").AllErrors);
    }

    [Fact]
    public void What_is_not_known_or_not_missing_makes_no_form()
    {
        var result = bench.Run("'ot-draft-07' | Update-JobDraft -Headcount 3 | Export-JobDraftForm $form; 'ot-draft-01' | Update-JobDraft -Headcount 3 | Export-JobDraftForm $form -WhatIf; 1 | Export-JobDraftForm $form");

        Assert.False(System.IO.File.Exists(File("gaps.csv")));
        Assert.Equal("JobDrafts.NotAJob", Assert.Single(result.AllErrors).Id());
        Assert.Contains("Nothing is missing", result.Warnings[0], StringComparison.Ordinal);
    }

    private string File(string name) => Path.Combine(folder.Path, name);

    private void Answer(Func<string, string> answer)
    {
        var lines = System.IO.File.ReadAllLines(File("gaps.csv"));
        System.IO.File.WriteAllLines(File("gaps.csv"), lines.Select((line, i) => i == 0 ? line : line + answer(line)), Encoding.UTF8);
    }
}
