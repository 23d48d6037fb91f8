using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Commands;

/// <summary>A rerun never makes a twin, and says what it found instead.</summary>
public sealed class DraftTwinTests
{
    private const string Text = "Street signs. Draw boxes around every street sign in dashcam frames, 20 USD an hour, experts only, 5000 files.";

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_same_content_twice_gives_one_draft_and_a_warning(int throttleLimit)
    {
        using var bench = new SandboxBench();

        var result = bench.Run("$text, $text | New-JobDraft -ThrottleLimit $limit", ("text", Text), ("limit", throttleLimit));

        Assert.Empty(result.AllErrors);
        Assert.Equal(2, result.Output.Count);
        Assert.Equal(result.Output[0].Properties["JobId"].Value, result.Output[1].Properties["JobId"].Value);
        var warning = Assert.Single(result.Warnings);
        Assert.StartsWith("Row 2: ", warning, StringComparison.Ordinal);
        Assert.Contains("externalId", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_finds_the_draft_of_the_first()
    {
        using var bench = new SandboxBench();

        var ids = bench.Run("(New-JobDraft $text).JobId; (New-JobDraft $text).JobId; (New-JobDraft $text -ExternalId may).JobId", ("text", Text)).Output;

        Assert.Equal(ids[0].ToString(), ids[1].ToString());
        Assert.NotEqual(ids[0].ToString(), ids[2].ToString());
    }

    [Fact]
    public void Content_that_was_published_before_is_an_error_that_names_the_old_job_and_the_way_out()
    {
        using var bench = new SandboxBench();
        var old = bench.Run("""
            $draft = New-JobDraft $text
            $ready = $draft | Update-JobDraft -JobTitle Signs -PaymentType PAY_PER_HOUR -PricePerHour 20 -ExperienceLevel EXPERT -DataVolume 5000 -DataVolumeUnit NUMBER_OF_FILES -Headcount 3 -Languages English
            $ready | Publish-Job
            """, ("text", Text));
        Assert.Empty(old.AllErrors);
        var oldId = (string)Assert.Single(old.Output).Properties["JobId"].Value;

        var result = bench.Run("New-JobDraft $text", ("text", Text));

        Assert.Empty(result.Output);
        Assert.Single(result.AllErrors).Says("OpenTrain.CONFLICT", ErrorCategory.InvalidOperation, oldId, "No new draft was made", "-ExternalId");
        Assert.NotEqual(oldId, Assert.Single(bench.Run("New-JobDraft $text -ExternalId june", ("text", Text)).Output).Properties["JobId"].Value);
    }
}
