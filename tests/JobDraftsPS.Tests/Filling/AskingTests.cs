using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Filling;

/// <summary>Complete-JobDraft at a host with a person.</summary>
public sealed class AskingTests
{
    private const string Bees = "New-JobDraft \"Bee counting`nCount the bees in 4,000 photos. We look for 3 annotators and pay `$0.04 per image.\"";
    private const string NoPay = "New-JobDraft \"Robot video`nDescribe what the arm does in each clip.\"";

    [Fact]
    public void Each_gap_is_asked_for_with_all_that_helps_and_the_draft_becomes_ready()
    {
        var person = new Person(("experienceLevel", ["EXPERT"]), ("dataVolumeUnit", ["NUMBER_OF_FILES"]));
        using var bench = new SandboxBench(person.Host);

        var result = bench.Run($"{Bees} | Complete-JobDraft");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warnings);
        Assert.Equal(["experienceLevel", "dataVolumeUnit"], person.Fields);
        Assert.All(
            ["How experienced do people have to be?", "experienceLevel (enum: EXPERT, ENTRY_LEVEL, INTERMEDIATE, ANY_EXPERIENCE_LEVEL)", "Example: INTERMEDIATE."],
            words => Assert.Contains(words, person.Host.Questions[0], StringComparison.Ordinal));
        Assert.Equal(["&1 EXPERT", "&2 ENTRY_LEVEL", "&3 INTERMEDIATE", "&4 ANY_EXPERIENCE_LEVEL", "&Skip", "Same for &all", "&Quit"], person.Host.Choices[0]);
        Assert.Equal("OpenTrain draft 'otj-000001' (Bee counting)", person.Host.Captions[0]);
        Assert.Equal("""{"experienceLevel":"EXPERT","dataVolumeUnit":"NUMBER_OF_FILES"}""", Assert.Single(Patches(bench)));
        Assert.True((bool)Assert.Single(result.Output).Properties["PublishReady"].Value);
    }

    [Fact]
    public void A_gap_that_an_answer_opens_is_asked_for_next_and_a_wrong_value_is_asked_again()
    {
        var person = new Person(("paymentType", ["PAY_PER_HOUR"]), ("pricePerHour", ["21,50", "2 1", "21.50"]), ("experienceLevel", ["EXPERT"]), ("dataVolumeUnit", ["NUMBER_OF_FILES"]));
        using var bench = new SandboxBench(person.Host);

        var result = bench.Run($"{NoPay} | Complete-JobDraft");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["paymentType", "experienceLevel", "dataVolumeUnit", "pricePerHour", "pricePerHour", "pricePerHour"], person.Fields);
        Assert.Contains("Hint: The rate that goes with it is asked for next.", person.Host.Questions[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Not taken", person.Host.Questions[3], StringComparison.Ordinal);
        Assert.Contains("An empty answer skips it;", person.Host.Questions[3], StringComparison.Ordinal);
        Assert.StartsWith("Not taken: '21,50' is not a number", person.Host.Questions[4], StringComparison.Ordinal);
        Assert.Equal("""{"pricePerHour":21.50}""", Patches(bench)[^1]);
        Assert.True((bool)Assert.Single(result.Output).Properties["PublishReady"].Value);
    }

    [Fact]
    public void What_is_skipped_stays_a_gap_and_is_named()
    {
        var person = new Person(("experienceLevel", ["EXPERT"]));
        using var bench = new SandboxBench(person.Host);

        var result = bench.Run($"{Bees} | Complete-JobDraft");

        Assert.Empty(result.AllErrors);
        Assert.Equal(2, person.Fields.Count);
        Assert.Equal("""{"experienceLevel":"EXPERT"}""", Assert.Single(Patches(bench)));
        Assert.Equal(1, Assert.Single(result.Output).Properties["MissingFieldCount"].Value);
        Assert.Contains("'otj-000001' is not ready; still missing: dataVolumeUnit (enum: HOURS_OF", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_everything_is_skipped_nothing_is_sent_and_the_record_comes_back()
    {
        var person = new Person();
        using var bench = new SandboxBench(person.Host);

        var result = bench.Run($"{NoPay} | Complete-JobDraft");

        Assert.Empty(result.AllErrors);
        Assert.Empty(Patches(bench));
        Assert.Equal(3, Assert.Single(result.Output).Properties["MissingFieldCount"].Value);
        Assert.Single(result.Warnings);
    }

    [Theory]
    [InlineData("Empty")]
    [InlineData("Strings")]
    [InlineData("Objects")]
    public void Each_form_in_which_gaps_are_told_asks_the_same(string form)
    {
        var person = new Person(("experienceLevel", ["EXPERT"]), ("dataVolumeUnit", ["NUMBER_OF_FILES"]));
        using var bench = new SandboxBench(person.Host);

        var result = bench.Run($"$sandbox | Set-JobDraftSandbox -MissingFieldForm {form}; {Bees} | Complete-JobDraft");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["experienceLevel", "dataVolumeUnit"], person.Fields);
        Assert.Contains("How experienced do people have to be?", person.Host.Questions[0], StringComparison.Ordinal);
        Assert.True((bool)Assert.Single(result.Output).Properties["PublishReady"].Value);
    }

    [Fact]
    public void Only_what_the_service_refuses_is_asked_again_and_the_rest_goes_out_with_it()
    {
        var person = new Person(("experienceLevel", ["EXPERT", "INTERMEDIATE"]), ("headcount", ["3"]));
        using var bench = new Bench(GapStub.Answer, person.Host);

        var run = bench.Run("Update-JobDraft j -JobTitle Bees | Complete-JobDraft");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(["experienceLevel", "headcount", "experienceLevel"], person.Fields);
        Assert.StartsWith("Not taken: Experts are not hired here.", person.Host.Questions[2], StringComparison.Ordinal);
        Assert.Equal(
            ["""{"jobTitle":"Bees"}""", """{"experienceLevel":"EXPERT","headcount":3}""", """{"headcount":3,"experienceLevel":"INTERMEDIATE"}"""],
            run.Writes.Select(call => call.Body));
        Assert.True((bool)Assert.Single(run.Result.Output).Properties["PublishReady"].Value);
    }

    [Fact]
    public void A_gap_of_several_fields_is_asked_for_field_by_field()
    {
        var person = new Person(("paymentType", ["FIXED_PRICE"]), ("pricePerHour", ["20"]));
        using var bench = new Bench(GapStub.AnswerWithPay, person.Host);

        var run = bench.Run("Update-JobDraft j -JobTitle Bees | Complete-JobDraft");

        Assert.Empty(run.Result.AllErrors);
        Assert.Equal(["paymentType", "pricePerHour"], person.Fields);
        Assert.All(person.Host.Questions, question => Assert.StartsWith("What is paid?", question, StringComparison.Ordinal));
        Assert.Equal("""{"paymentType":"FIXED_PRICE","pricePerHour":20}""", run.Writes[1].Body);
    }

    [Fact]
    public void A_person_is_asked_about_one_draft_after_the_other()
    {
        var person = new Person(("experienceLevel", ["EXPERT"]), ("dataVolumeUnit", ["NUMBER_OF_FILES"]), ("paymentType", ["FIXED_PRICE"]), ("fixedPrice", ["900"]));
        using var bench = new SandboxBench(person.Host);

        var result = bench.Run($"$drafts = @({NoPay}; {Bees}); $drafts | Complete-JobDraft -ThrottleLimit 8");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["otj-000001", "otj-000002"], result.Output.Select(record => record.Properties["JobId"].Value));
        Assert.Equal(["Robot video", "Robot video", "Robot video", "Robot video", "Bee counting", "Bee counting"], person.Host.Captions.Select(caption => caption.Split('(', ')')[1]));
    }

    [Fact]
    public void Of_an_id_the_title_is_written_back_to_learn_what_is_missing()
    {
        var person = new Person(("experienceLevel", ["EXPERT"]));
        using var bench = new SandboxBench(person.Host);

        var result = bench.Run("'ot-draft-01' | Complete-JobDraft");

        Assert.Empty(result.AllErrors);
        Assert.Equal(["""{"jobTitle":"Street sign boxes"}""", """{"experienceLevel":"EXPERT"}"""], Patches(bench));
        Assert.True((bool)Assert.Single(result.Output).Properties["PublishReady"].Value);
    }

    [Fact]
    public void A_draft_that_is_ready_goes_through_unasked_and_unsent()
    {
        var person = new Person();
        using var bench = new SandboxBench(person.Host);

        var result = bench.Run("$ready = Update-JobDraft ot-draft-07 -Headcount 4; $ready | Complete-JobDraft; 'ot-draft-15' | Complete-JobDraft");

        Assert.Empty(result.AllErrors);
        Assert.Empty(result.Warnings);
        Assert.Empty(person.Fields);
        Assert.Equal(["ot-draft-07", "ot-draft-15"], result.Output.Select(record => record.Properties["JobId"].Value));
        Assert.Equal(2, Patches(bench).Count);
    }

    internal static IReadOnlyList<string> Patches(SandboxBench bench) => [.. bench.Requests().Where(request => request.Method == "PATCH").Select(request => request.Body)];
}
