using JobDraftsPS.Tests.Support;
using JobDraftsPS.Tests.Surface;

namespace JobDraftsPS.Tests.Formatting;

/// <summary>Plans and results have colour where the console and its user want it, and nowhere else.</summary>
public sealed class ColourTests(CmdletCatalog catalog) : IClassFixture<CmdletCatalog>
{
    // One style and one environment for the whole process: each look begins from here, and leaves it so.
    private const string Wanted = "$PSStyle.OutputRendering = 'Host'; $env:NO_COLOR = $null";
    private const char Escape = '\u001b';

    public static TheoryData<string> Coloured => ["JobDraftResult", "PlanFinding", "PlanRow", "JobDraftPlan", "JobDraftRunSummary"];

    [Theory]
    [MemberData(nameof(Coloured))]
    public void There_is_colour_where_it_is_wanted(string type) => Assert.Contains(Escape, Shown(type, string.Empty));

    [Theory]
    [MemberData(nameof(Coloured))]
    public void NO_COLOR_takes_it_away(string type) => Assert.DoesNotContain(Escape, Shown(type, "$env:NO_COLOR = '1'"));

    [Theory]
    [MemberData(nameof(Coloured))]
    public void Plain_text_rendering_takes_it_away(string type) => Assert.DoesNotContain(Escape, Shown(type, "$PSStyle.OutputRendering = 'PlainText'"));

    [Theory]
    [MemberData(nameof(Coloured))]
    public void Without_PSStyle_as_in_Windows_PowerShell_the_words_stand_plain(string type)
    {
        var plain = Shown(type, "Set-StrictMode -Version Latest; $PSStyle = $null");

        Assert.NotEmpty(plain.Trim());
        Assert.DoesNotContain(Escape, plain);
        Assert.Equal(Shown(type, "$env:NO_COLOR = '1'"), plain);
    }

    [Theory]
    [InlineData("PlanRow", "TableControl", "ProjectNotPrepared")]
    [InlineData("PlanFinding", "TableControl", "Warning")]
    [InlineData("JobDraftResult", "TableControl", "NotSent")]
    [InlineData("JobDraftRunSummary", "ListControl", "NoChange")]
    public void A_coloured_word_stands_whole_in_eighty_columns(string type, string control, string word)
    {
        var sample = SampleRecord.Of(catalog.Models.Single(model => model.Name == type));

        var shown = FormatFile.Show(new RecordingHost(80), control, sample);

        Assert.Contains(word, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, shown);
    }

    /// <summary>What the coloured cells of a type's view say. The blocks run by themselves: the engine takes colours away as well, and would hide that they do not.</summary>
    private string Shown(string type, string first)
    {
        var sample = SampleRecord.Of(catalog.Models.Single(model => model.Name == type));
        var blocks = FormatFile.Blocks("JobDraftsPS." + type).Where(block => block.Contains("PSStyle", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(blocks);
        using var session = new Session();
        try
        {
            var run = session.Run($"{Wanted}; & {{ {first}; foreach ($block in $blocks) {{ $sample | ForEach-Object ([scriptblock]::Create($block)) }} }}", ("blocks", blocks), ("sample", sample));
            Assert.Empty(run.AllErrors);
            return string.Join('|', run.Output);
        }
        finally
        {
            session.Run(Wanted);
        }
    }
}
