using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Filling;

/// <summary>Complete-JobDraft under -WhatIf and -Confirm.</summary>
public sealed class FillingWhatIfTests
{
    private const string Draft = "$draft = New-JobDraft \"Ships`nOutline ships. We pay `$20 per hour.\"";

    [Theory]
    [InlineData("$draft | Complete-JobDraft -Answer @{ experienceLevel = 'EXPERT' } -WhatIf", "Update experienceLevel = EXPERT")]
    [InlineData("$draft | Complete-JobDraft -WhatIf", "Ask, and write the answers; still missing: experienceLevel (enum")]
    [InlineData("$WhatIfPreference = $true; $draft | Complete-JobDraft", "Ask, and write the answers; still missing: experienceLevel (enum")]
    [InlineData("Complete-JobDraft ot-draft-01 -WhatIf", "Write its title back unchanged (jobTitle = Street sign boxes)")]
    public void What_if_asks_nobody_and_sends_nothing(string command, string words)
    {
        var host = new RecordingHost(width: 400, answer: _ => "EXPERT", type: _ => "1");
        using var bench = new SandboxBench(host);

        var result = bench.Run($"{Draft}; {command}");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Output);
        Assert.Empty(host.Questions);
        Assert.Empty(AskingTests.Patches(bench));
        Assert.Contains("What if: ", host.Shown, StringComparison.Ordinal);
        Assert.Contains(words, host.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void No_keeps_the_values_here()
    {
        var host = new RecordingHost(answer: question => question.Contains("Update ", StringComparison.Ordinal) ? "No" : "EXPERT");
        using var bench = new SandboxBench(host);

        var result = bench.Run("Update-JobDraft ot-draft-01 -Headcount 4 -Confirm:$false | Complete-JobDraft -Confirm");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Output);
        Assert.Equal(2, host.Questions.Count);
        Assert.Contains("experienceLevel = EXPERT", host.Questions[1], StringComparison.Ordinal);
        Assert.Single(AskingTests.Patches(bench));
    }
}
