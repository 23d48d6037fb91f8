using System.Management.Automation;
using JobDraftsPS.Tests.Bulk;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Filling;

/// <summary>Complete-JobDraft with -Answer: nobody is asked.</summary>
public sealed class AnswerTests
{
    private const string Table = "@{ paymentType = 'PAY_PER_HOUR'; pricePerHour = 24; ExperienceLevel = 'intermediate'; data_volume_unit = 'NUMBER_OF_FILES' }";

    private const string Drafts = """
        $drafts = @('Bees', 'Ships', 'Signs' | ForEach-Object { "$_`nMark $_ in pictures." } | New-JobDraft -ThrottleLimit 1)
        """;

    [Fact]
    public void A_table_answers_for_many_drafts_round_by_round_in_their_order()
    {
        using var bench = new SandboxBench(new RecordingHost());

        var result = bench.Run($"{Drafts}; $drafts | Complete-JobDraft -Answer {Table}");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warnings);
        Assert.Equal(["otj-000001", "otj-000002", "otj-000003"], result.Output.Select(record => record.Properties["JobId"].Value));
        Assert.All(result.Output, record => Assert.True((bool)record.Properties["PublishReady"].Value));
        var patches = AskingTests.Patches(bench).GroupBy(body => body).ToDictionary(same => same.Key, same => same.Count());
        Assert.Equal(2, patches.Count);
        Assert.Equal(3, patches["""{"paymentType":"PAY_PER_HOUR","experienceLevel":"INTERMEDIATE","dataVolumeUnit":"NUMBER_OF_FILES"}"""]);
        Assert.Equal(3, patches["""{"pricePerHour":24}"""]);
    }

    [Fact]
    public void Only_gaps_are_filled_whatever_else_the_table_has()
    {
        using var bench = new SandboxBench(new RecordingHost());

        var result = bench.Run($"'ot-draft-01' | Complete-JobDraft -Answer {Table}");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["""{"jobTitle":"Street sign boxes"}""", """{"experienceLevel":"INTERMEDIATE"}"""], AskingTests.Patches(bench));
    }

    [Fact]
    public void A_script_block_gets_the_gap_and_the_draft_and_returns_the_value()
    {
        using var bench = new SandboxBench(new RecordingHost());

        var result = bench.Run(Drafts + """

            $seen = @()
            $drafts | Complete-JobDraft -Answer {
                param($Gap, $Draft)
                $script:seen += "$($Draft.Title): $($_.Field)"
                switch ($Gap.Field) {
                    pricePerHour { if ($Draft.Title -eq 'Ships') { '31.5' } else { 24 } }
                    paymentType { 'PAY_PER_HOUR' }
                    dataVolumeUnit { @{ dataVolumeUnit = 'UNKNOWN_NOT_SPECIFIED' } }
                    default { $Gap.Example }
                }
            } -ThrottleLimit 1
            $seen
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal(["True", "True", "True"], result.Output.Take(3).Select(record => record.Properties["PublishReady"].Value.ToString()));
        Assert.Contains("""{"pricePerHour":31.5}""", AskingTests.Patches(bench));
        Assert.Equal(["Bees: paymentType", "Bees: experienceLevel", "Bees: dataVolumeUnit", "Bees: pricePerHour", "Ships: paymentType"], result.Output.Skip(3).Take(5).Select(line => line.ToString()));
    }

    [Fact]
    public void What_has_no_answer_is_left_and_named_with_the_row()
    {
        using var bench = new SandboxBench();

        var result = bench.Run($"{Drafts}; $drafts | Complete-JobDraft -Answer {{ if ($_.Type -eq 'enum') {{ $_.EnumValues[0] }} }}");

        Assert.Empty(result.AllErrors);
        Assert.Equal(3, result.Warnings.Count);
        Assert.Equal("Row 2: OpenTrain draft 'otj-000002' is not ready; still missing: pricePerLabel (number).", result.Warnings[1]);
        Assert.All(result.Output, record => Assert.Equal(1, record.Properties["MissingFieldCount"].Value));
    }

    [Theory]
    [InlineData("'EXPERTS'", "'EXPERTS' is not one of the allowed values: EXPERT, ENTRY_LEVEL")]
    [InlineData("throw 'No idea.'", "-Answer failed for 'experienceLevel': No idea.")]
    [InlineData("@{ headcount = 3 }", "-Answer returned a value for 'headcount', and the gap asks for experienceLevel.")]
    [InlineData("'EXPERT', 'INTERMEDIATE'", "-Answer for 'experienceLevel': a text is needed, not a list")]
    public void A_wrong_answer_is_the_error_of_its_draft_and_the_others_go_on(string answer, string words)
    {
        using var bench = new SandboxBench();

        var result = bench.Run($$"""
            {{Drafts}}
            $drafts | Complete-JobDraft -Answer { param($Gap, $Draft) if ($Gap.Field -eq 'experienceLevel' -and $Draft.Title -eq 'Ships') { {{answer}} } else { $Gap.Example } } 2>&1
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal("otj-000001", result.Output[0].Properties["JobId"].Value);
        Assert.Equal("otj-000003", result.Output[2].Properties["JobId"].Value);
        var error = Assert.IsType<ErrorRecord>(result.Output[1].BaseObject);
        error.Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "Row 2: ", "OpenTrain draft 'otj-000002'", words, "Nothing was sent.");
        Assert.DoesNotContain(bench.Writes(), write => write.Contains("/otj-000002 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wrong_answer_in_a_later_round_keeps_what_was_written_and_says_so()
    {
        using var bench = new SandboxBench();

        var result = bench.Run($"{Drafts}; $drafts[0] | Complete-JobDraft -Answer @{{ paymentType = 'PAY_PER_HOUR'; pricePerHour = '21,50' }}");

        Assert.Equal(3, Assert.Single(result.Output).Properties["MissingFieldCount"].Value);
        Assert.Single(result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "'21,50' is not a number", "What was answered before is written; nothing more was sent.");
    }

    [Fact]
    public void An_answer_that_the_service_refuses_is_the_drafts_error()
    {
        using var bench = new Bench(GapStub.Answer, new RecordingHost());

        var run = bench.Run("Update-JobDraft j -JobTitle Bees | Complete-JobDraft -Answer @{ experienceLevel = 'EXPERT'; headcount = 3 }");

        var error = Assert.Single(run.Result.AllErrors);
        Assert.Equal("OpenTrain.BAD_REQUEST", error.Id());
        Assert.Contains("Experts are not hired here. Nothing was changed.", error.Text(), StringComparison.Ordinal);
        Assert.Empty(run.Result.Output);
        Assert.Equal(2, run.Writes.Count);
    }

    [Fact]
    public void An_answer_that_does_not_fill_its_gap_is_given_once()
    {
        using var bench = new Bench(GapStub.Answer);

        var run = bench.Run("Update-JobDraft j -JobTitle Bees | Complete-JobDraft -Answer @{ headcount = 3 }");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(2, run.Writes.Count);
        Assert.Contains("still missing: experienceLevel", Assert.Single(run.Result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_there_but_wrong_is_a_gap_too()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("Update-JobDraft ot-draft-07 -PricePerHour 0 | Complete-JobDraft -Answer @{ pricePerHour = 22 }");

        Assert.Empty(result.AllErrors);
        Assert.Equal("""{"pricePerHour":22}""", AskingTests.Patches(bench)[^1]);
        Assert.True((bool)Assert.Single(result.Output).Properties["PublishReady"].Value);
    }

    [Fact]
    public void A_name_that_is_no_field_and_no_gap_is_told_with_the_nearest_one()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("'ot-draft-01' | Complete-JobDraft -Answer @{ experiencLevel = 'EXPERT'; headcount = 3 }");

        Assert.Contains("-Answer has 'experiencLevel', which is no field of OpenTrain and no gap's name; did you mean 'experienceLevel'?", result.Warnings);
        Assert.Equal(2, result.Warnings.Count);
    }

    [Fact]
    public void An_answer_of_another_kind_is_refused_before_anything_is_read()
    {
        using var bench = new SandboxBench();

        var result = bench.Run("'ot-draft-01' | Complete-JobDraft -Answer 'EXPERT'");

        Assert.Single(result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "-Answer is a String", "Nothing was sent.");
        Assert.Empty(bench.Requests());
    }

    [Fact]
    public void A_draft_that_is_not_there_is_named_and_the_others_go_on()
    {
        using var bench = new SandboxBench();

        var error = bench.MiddleRowOf("Complete-JobDraft -Answer @{ experienceLevel = 'EXPERT' }", ["ot-draft-01", "ot-live-01", "ot-draft-15"], 4);

        error.Says("OpenTrain.NOT_FOUND", ErrorCategory.ObjectNotFound, "OpenTrain job 'ot-live-01' is not among", "Nothing was changed.");
        Assert.DoesNotContain(bench.Writes(), write => write.Contains("ot-live-01", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Drafts_of_which_more_and_less_is_known_come_out_in_their_order(int throttleLimit)
    {
        using var bench = new SandboxBench();

        var result = bench.Run($$"""
            $known = Update-JobDraft ot-draft-13 -Headcount 3
            $ready = Update-JobDraft ot-draft-07 -Headcount 3
            'ot-draft-01', $known, @{ jobId = 'ot-draft-08' }, $ready, 'ot-draft-15' | Complete-JobDraft -Answer {{Table}} -ThrottleLimit {{throttleLimit}}
            """);

        Assert.Empty(result.AllErrors);
        Assert.Equal(["ot-draft-01", "ot-draft-13", "ot-draft-08", "ot-draft-07", "ot-draft-15"], result.Output.Select(record => record.Properties["JobId"].Value));
    }

    [Fact]
    public void A_round_that_the_service_refuses_leaves_the_record_of_the_round_before()
    {
        using var bench = new SandboxBench();

        var result = bench.Run($$"""
            {{Drafts}}
            $sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'Status'; Status = 403; Method = 'PATCH'; Skip = 1 }
            $drafts[0] | Complete-JobDraft -Answer {{Table}}
            """);

        Assert.Equal(1, Assert.Single(result.Output).Properties["MissingFieldCount"].Value);
        Assert.Equal("OpenTrain.FORBIDDEN", Assert.Single(result.AllErrors).Id());
    }

    [Theory]
    [InlineData("@{ paymentType = 'PAY_PER_HOUR'; pricePerHour = 20 }", """{"paymentType":"PAY_PER_HOUR","pricePerHour":20}""")]
    [InlineData("{ if ($_.Field -eq 'pay') { @{ pricePerHour = '20.50'; PaymentType = 'fixed_price' } } }", """{"paymentType":"FIXED_PRICE","pricePerHour":20.50}""")]
    [InlineData("@{ pay = 20 }", null)]
    public void A_gap_of_several_fields_takes_a_value_for_each(string answer, string? body)
    {
        using var bench = new Bench(GapStub.AnswerWithPay);

        var run = bench.Run($"Update-JobDraft j -JobTitle Bees | Complete-JobDraft -Answer {answer}");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(body is null ? [] : [body], run.Writes.Skip(1).Select(call => call.Body));
    }

    [Fact]
    public void One_value_for_a_gap_of_several_fields_is_refused()
    {
        using var bench = new Bench(GapStub.AnswerWithPay);

        var run = bench.Run("Update-JobDraft j -JobTitle Bees | Complete-JobDraft -Answer { 20 }");

        Assert.Single(run.Result.AllErrors).Says("JobDrafts.BadValue", ErrorCategory.InvalidData, "one value for 'pay', which goes into paymentType and pricePerHour; return a hashtable by field.");
        Assert.Single(run.Writes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_reply_that_is_lost_in_the_middle_changes_nothing(int skip)
    {
        using var bench = new SandboxBench();

        var result = bench.Run($$"""
            {{Drafts}}
            $sandbox | Set-JobDraftSandbox -Fault @{ Kind = 'DropAfterHandling'; Method = 'PATCH'; Skip = {{skip}} }
            $drafts[0] | Complete-JobDraft -Answer {{Table}}
            """);

        Assert.Empty(result.AllErrors);
        Assert.True((bool)Assert.Single(result.Output).Properties["PublishReady"].Value);
        Assert.Equal(3, AskingTests.Patches(bench).Count);
        Assert.Equal(2, AskingTests.Patches(bench).Distinct().Count());
    }

    [Fact]
    public void A_run_that_broke_off_between_two_rounds_goes_on_with_its_journal()
    {
        using var bench = new SandboxBench();
        using var journal = new JournalFile();

        var result = bench.Run($$"""
            {{Drafts}}
            $drafts | Complete-JobDraft -Answer @{ paymentType = 'PAY_PER_HOUR'; experienceLevel = 'EXPERT'; dataVolumeUnit = 'NUMBER_OF_FILES' } -JournalPath $journal -WarningAction SilentlyContinue
            $drafts | Complete-JobDraft -Answer @{ paymentType = 'PAY_PER_HOUR'; experienceLevel = 'EXPERT'; dataVolumeUnit = 'NUMBER_OF_FILES'; pricePerHour = 20 } -JournalPath $journal -Resume
            $drafts | Complete-JobDraft -Answer @{ paymentType = 'PAY_PER_HOUR'; experienceLevel = 'EXPERT'; dataVolumeUnit = 'NUMBER_OF_FILES'; pricePerHour = 20 } -JournalPath $journal -Resume
            """, ("journal", journal.Path));

        Assert.Empty(result.AllErrors);
        Assert.Equal([false, false, false, true, true, true, true, true, true], result.Output.Select(record => record.Properties["PublishReady"].Value));
        Assert.Equal(6, AskingTests.Patches(bench).Count);
    }
}
