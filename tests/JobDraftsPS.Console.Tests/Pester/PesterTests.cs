namespace JobDraftsPS.Console.Tests.Pester;

/// <summary>The Pester suite in the real console: each of its tests is a test here, under its own name.</summary>
public sealed class PesterTests
{
    /// <summary>What may be left out, by the beginning of its name: only what cannot be had on this machine.</summary>
    private static readonly string[] MayBeSkipped = ["Style.Tests.ps1: PSScriptAnalyzer", "Formats.Tests.ps1: A list.is plain in Windows PowerShell"];

    public static async Task<IEnumerable<TheoryDataRow<string, string, string?>>> Its() => (await PesterRun.Once()).Outcomes
        .Select(it => new TheoryDataRow<string, string, string?>(it.Name, it.Result, it.Why)
        {
            TestDisplayName = it.Name,
            Label = string.Empty,
            Skip = it.Result == "Skipped" ? it.Why ?? "Skipped by Pester without a reason." : null,
        });

    [Theory]
    [MemberData(nameof(Its), DisableDiscoveryEnumeration = true)]
    public void It(string name, string result, string? why) => Assert.True(result == "Passed", $"{name}: {result}. {why}");

    [Fact]
    public async Task Every_file_was_read_and_every_clean_up_went_well()
    {
        var run = await PesterRun.Once();

        Assert.True(run.ExitCode == 0, run.Output);
        var files = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests", "Pester"), "*.Tests.ps1").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        Assert.Equal(files, run.Outcomes.Select(it => it.Name.Split(':')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_what_cannot_be_had_here_is_skipped()
    {
        var skipped = (await PesterRun.Once()).Outcomes.Where(it => it.Result == "Skipped");

        Assert.All(skipped, it => Assert.True(MayBeSkipped.Any(start => it.Name.StartsWith(start, StringComparison.Ordinal)), $"{it.Name} is skipped: {it.Why}"));
    }
}
