namespace JobDraftsPS.QuickStart.Tests;

public class QuestionTests
{
    private const string Script = """
        $choices = [Management.Automation.Host.ChoiceDescription[]] @('&Yes', '&No')
        try { $Host.UI.ReadLine() } catch { "ReadLine: $_" }
        try { $Host.UI.ReadLineAsSecureString() } catch { "Secret: $_" }
        try { $Host.UI.PromptForCredential('', '', '', '') } catch { "Credential: $_" }
        try { $Host.UI.PromptForChoice('', '', $choices, 0) } catch { "Choice: $_" }
        """;

    [Fact]
    public async Task A_question_without_a_person_fails_and_says_so()
    {
        var result = await ScriptRun.ToEnd(Script);

        var answers = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["ReadLine", "Secret", "Credential", "Choice"], answers.Select(answer => answer.Split(':')[0]));
        Assert.All(answers, answer => Assert.Contains("input is redirected", answer, StringComparison.Ordinal));
    }
}
