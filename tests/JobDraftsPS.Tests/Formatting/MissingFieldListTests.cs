using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Formatting;

/// <summary>Format-List on a record says what is missing, in the words that a person is asked with.</summary>
public sealed class MissingFieldListTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Missing_fields_stand_with_their_prompts_and_choices(int width)
    {
        using var bench = new SandboxBench();
        var draft = bench.Run("Get-JobDraft").Output.Select(record => record.BaseObject).ToArray();
        var listing = bench.Run("Get-JobListing").Output.First(record => record.Properties["PublishReady"].Value is false);
        var gap = bench.Run("$listing.Validation.MissingFields[0]", ("listing", listing)).Output[0];
        Assert.NotEmpty(draft);

        var shown = FormatFile.Show(new RecordingHost(width), "ListControl", listing.BaseObject);

        var asked = (string)(gap.Properties["Prompt"].Value ?? gap.Properties["Message"].Value ?? gap.Properties["Label"].Value);
        var missing = WithoutBlanks(shown);
        Assert.Contains("Missing:" + WithoutBlanks($"{gap.Properties["Field"].Value}: {asked}"), missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_stand_behind_the_prompt_and_a_ready_job_has_no_such_line()
    {
        using var bench = new Bench(call => Task.FromResult(new Reply(200, call.Body.Contains("ready", StringComparison.Ordinal)
            ? """{"ok":true,"jobId":"d","status":"DRAFT","validation":{"publishReady":true,"missingFieldCount":0,"issueCount":0}}"""
            : """{"ok":true,"jobId":"d","status":"DRAFT","validation":{"publishReady":false,"missingFieldCount":2,"issueCount":0,"missingFields":[{"field":"paymentType","prompt":"ask: How is the work paid?","enumValues":["PAY_PER_HOUR","FIXED_PRICE"],"updateKeys":["paymentType"]},"headcount"]}}""")));
        var open = bench.Run("Update-JobDraft d -JobTitle open -SkipCheck").Result.Output[0].BaseObject;
        var ready = bench.Run("Update-JobDraft d -JobTitle ready -SkipCheck").Result.Output[0].BaseObject;

        var lines = ViewTests.Lines(FormatFile.Show(new RecordingHost(120), "ListControl", open));

        Assert.Single(lines, line => line.StartsWith("Missing ", StringComparison.Ordinal) && line.EndsWith("paymentType: How is the work paid? (PAY_PER_HOUR, FIXED_PRICE)", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Trim() == "headcount");
        Assert.DoesNotContain(ViewTests.Lines(FormatFile.Show(new RecordingHost(120), "ListControl", ready)), line => line.StartsWith("Missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_field_that_nobody_knows_is_in_the_list()
    {
        using var bench = new Bench(_ => Task.FromResult(new Reply(200, """{"ok":true,"jobId":"d","status":"DRAFT","rankScore":7.5}""")));
        var draft = bench.Run("Update-JobDraft d -JobTitle T -SkipCheck").Result.Output[0].BaseObject;

        Assert.Single(ViewTests.Lines(FormatFile.Show(new RecordingHost(), "ListControl", draft)), line => line.StartsWith("Other ", StringComparison.Ordinal) && line.EndsWith("rankScore = 7.5", StringComparison.Ordinal));
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
