using System.Management.Automation;
using System.Management.Automation.Host;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Filling;

/// <summary>Complete-JobDraft where nobody answers, or nobody goes on answering.</summary>
public sealed class AbortTests
{
    private const string Drafts = "$drafts = @(New-JobDraft \"Bees`nCount bees.\"; New-JobDraft \"Ships`nOutline ships. We pay `$20 per hour.\")";

    [Fact]
    public void A_host_that_cannot_ask_gets_one_error_with_each_field_its_type_and_values_and_nothing_is_sent()
    {
        using var bench = new SandboxBench(new RecordingHost());

        AssertCannotAsk(bench);
    }

    [Fact]
    public void A_session_without_any_host_gets_the_same_error()
    {
        using var bench = new SandboxBench();

        AssertCannotAsk(bench);
    }

    [Fact]
    public void What_is_ready_still_comes_out_where_nobody_can_be_asked()
    {
        using var bench = new SandboxBench(new RecordingHost());

        var result = bench.Run("$a = Update-JobDraft ot-draft-07 -Headcount 4; $b = Update-JobDraft ot-draft-01 -Headcount 4; try { $b, $a | Complete-JobDraft } catch { throw }");

        Assert.Equal("ot-draft-07", Assert.Single(result.Output).Properties["JobId"].Value);
        Assert.Contains("for 'ot-draft-01'", result.Terminating!.Text(), StringComparison.Ordinal);
        Assert.Equal("ot-draft-01", ((PSObject)result.Terminating!.TargetObject).Properties["JobId"].Value);
    }

    [Fact]
    public void Ctrl_C_at_a_question_ends_the_run_and_keeps_what_was_written()
    {
        var person = new Person(("paymentType", ["PAY_PER_HOUR"]), ("pricePerHour", ["20"]), ("experienceLevel", ["EXPERT"]), ("dataVolumeUnit", ["NUMBER_OF_FILES"]));
        using var bench = new SandboxBench(person.Host);
        person.Asked = number => _ = number == 6 ? throw new PipelineStoppedException() : number;

        var result = bench.Run($"{Drafts}; $drafts | Complete-JobDraft");

        Assert.Empty(result.Errors);
        Assert.Equal(6, person.Fields.Count);
        Assert.Equal("otj-000001", Assert.Single(result.Output).Properties["JobId"].Value);
        Assert.Equal(2, AskingTests.Patches(bench).Count);

        // The session goes on as if nothing had happened.
        person.Asked = null;
        Assert.Empty(bench.Run("$drafts[1] | Complete-JobDraft").AllErrors);
    }

    [Fact]
    public void A_host_that_breaks_off_gets_the_error_with_what_is_left_and_the_rest_is_not_asked()
    {
        var person = new Person(("paymentType", ["PAY_PER_HOUR"]), ("pricePerHour", ["20"]), ("experienceLevel", ["EXPERT"]), ("dataVolumeUnit", ["NUMBER_OF_FILES"]));
        using var bench = new SandboxBench(person.Host);
        person.Asked = number => _ = number == 4 ? throw new HostException("The window was closed.") : number;

        var result = bench.Run($"{Drafts}; try {{ $drafts | Complete-JobDraft }} catch {{ throw }}");

        Assert.Empty(result.Output);
        Assert.Equal(4, person.Fields.Count);
        Assert.Single(AskingTests.Patches(bench));
        result.Terminating!.Says(
            "JobDrafts.CannotAsk",
            ErrorCategory.InvalidOperation,
            "pricePerHour (number) for 'otj-000001'",
            "for 'otj-000002'",
            "What was answered before is written; nothing more was sent.");
    }

    private static void AssertCannotAsk(SandboxBench bench)
    {
        var result = bench.Run($"{Drafts}; try {{ $drafts | Complete-JobDraft }} catch {{ throw }}");

        Assert.Empty(result.Errors);
        Assert.Empty(result.Output);
        result.Terminating!.Says(
            "JobDrafts.CannotAsk",
            ErrorCategory.InvalidOperation,
            "paymentType (enum: PAY_PER_LABEL, PAY_PER_HOUR, FIXED_PRICE) for 'otj-000001'",
            "experienceLevel (enum: EXPERT, ENTRY_LEVEL, INTERMEDIATE, ANY_EXPERIENCE_LEVEL) for 'otj-000001', 'otj-000002'",
            "dataVolumeUnit (enum: HOURS_OF_RECORDING_AUDIO_VIDEO, NUMBER_OF_FILES, NUMBER_OF_WORDS, UNKNOWN_NOT_SPECIFIED) for 'otj-000001', 'otj-000002'",
            "Nothing was sent.",
            "-Answer");
        Assert.Equal(2, bench.Writes().Count);
        Assert.Equal(2, ((object[])result.Terminating!.TargetObject).Length);
    }
}
