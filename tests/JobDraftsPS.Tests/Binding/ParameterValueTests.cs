using System.Collections;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Binding;

public sealed class ParameterValueTests(Bench bench) : IClassFixture<Bench>
{
    public static TheoryData<string, string, string?> Drafts => CellTable.Drafts;

    public static TheoryData<string, string, string?> TranslationJobs => CellTable.TranslationJobs;

    [Theory]
    [MemberData(nameof(Drafts))]
    public void A_parameter_of_a_draft_is_converted_like_a_cell(string field, string text, string? json) =>
        Check("Update-JobDraft j", field, field, text, json);

    [Theory]
    [MemberData(nameof(TranslationJobs))]
    public void A_parameter_of_a_translation_job_is_converted_like_a_cell(string field, string text, string? json) =>
        Check($"Set-TranslationJob {StubServices.TextKingJobId} {StubServices.ProjectId}", field, field.Replace("_", string.Empty, StringComparison.Ordinal), text, json);

    private void Check(string command, string field, string parameter, string text, string? json)
    {
        var run = bench.Run($"try {{ {command} @given }} catch {{ throw }}", ("given", new Hashtable { [parameter] = text }));

        if (json is not null)
        {
            Assert.Equal($$"""{"{{field}}":{{json}}}""", run.Body);
            return;
        }

        // A wrong parameter is wrong for every row, so the command ends.
        Assert.Empty(run.Writes);
        Assert.Empty(run.Result.Errors);
        Assert.NotNull(run.Result.Terminating);
        Assert.Contains(parameter, run.Result.Terminating.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Nothing was sent.", run.Result.Terminating.Text(), StringComparison.Ordinal);
    }
}
