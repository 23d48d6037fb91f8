using System.Text.Json;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

/// <summary>Locations, qualifications, questions and budgets: what is sent is the whole new set.</summary>
public sealed class SorceSetTests
{
    private readonly SorceBench bench = new();

    [Theory]
    [InlineData("locations")]
    [InlineData("qualifications")]
    [InlineData("questions")]
    [InlineData("budgets")]
    public void An_empty_array_empties_a_set_and_null_is_refused(string field)
    {
        var before = bench.Get("/jobs/job_s03").Text;
        bench.Patch("job_s03", $$"""{"{{field}}":null}""").ExpectInvalid(field);
        bench.Patch("job_s03", $$"""{"{{field}}":"x"}""").ExpectInvalid(field);
        bench.Patch("job_s03", $$"""{"{{field}}":[null]}""").ExpectInvalid(field);
        bench.Patch("job_s03", $$"""{"{{field}}":[{}]}""").ExpectInvalid(field);
        Assert.Equal(before, bench.Get("/jobs/job_s03").Text);
        Assert.Equal("[]", bench.Patch("job_s03", $$"""{"{{field}}":[]}""").Expect(200)[field].GetRawText());
    }

    [Fact]
    public void The_id_decides_about_a_location_whatever_strings_stand_beside_it()
    {
        var body = """{"locations":[{"locationId":61007,"city":"Paris","stateProvince":5,"displayName":"?"},{"locationId":50321}]}""";
        Assert.Equal(
            """[{"locationId":61007,"displayName":"Tulsa, Oklahoma, United States","city":"Tulsa","stateProvince":"Oklahoma","country":"United States"},"""
            + """{"locationId":50321,"displayName":"Boise, Idaho, United States","city":"Boise","stateProvince":"Idaho","country":"United States"}]""",
            bench.Patch("job_s03", body).Expect(200)["locations"].GetRawText());
    }

    [Theory]
    [InlineData("""{"kind":"REQUIRED","order":0}""")]
    [InlineData("""{"text":"  ","kind":"REQUIRED","order":0}""")]
    [InlineData("""{"text":5,"kind":"REQUIRED","order":0}""")]
    [InlineData("""{"text":"a","order":0}""")]
    [InlineData("""{"text":"a","kind":"required","order":0}""")]
    [InlineData("""{"text":"a","kind":"OPTIONAL","order":0}""")]
    [InlineData("""{"text":"a","kind":"REQUIRED"}""")]
    [InlineData("""{"text":"a","kind":"REQUIRED","order":"0"}""")]
    [InlineData("""{"text":"a","kind":"REQUIRED","order":0.5}""")]
    public void A_qualification_needs_text_kind_and_order(string entry) =>
        bench.Patch("job_s01", $$"""{"qualifications":[{{entry}}]}""").ExpectInvalid("qualifications");

    [Theory]
    [InlineData("""{"order":0}""")]
    [InlineData("""{"prompt":"","order":0}""")]
    [InlineData("""{"prompt":"a"}""")]
    [InlineData("""{"prompt":"a","order":null}""")]
    [InlineData("""{"prompt":"a","order":0,"options":null}""")]
    [InlineData("""{"prompt":"a","order":0,"options":"x"}""")]
    [InlineData("""{"prompt":"a","order":0,"options":["x",1]}""")]
    public void A_question_needs_prompt_and_order_and_its_options_are_texts(string entry) =>
        bench.Patch("job_s01", $$"""{"questions":[{{entry}}]}""").ExpectInvalid("questions");

    [Theory]
    [InlineData("""{"budgetCents":5}""")]
    [InlineData("""{"window":"YEARLY","budgetCents":5}""")]
    [InlineData("""{"window":"daily","budgetCents":5}""")]
    [InlineData("""{"window":"DAILY"}""")]
    [InlineData("""{"window":"DAILY","budgetCents":5,"notes":5}""")]
    [InlineData("""{"window":"DAILY","budgetCents":5},{"window":"DAILY","budgetCents":5}""")]
    public void A_budget_needs_a_window_of_its_own_and_cents(string entries) =>
        bench.Patch("job_s01", $$"""{"budgets":[{{entries}}]}""").ExpectInvalid("budgets");

    [Fact]
    public void Every_window_can_have_a_cap_even_of_nothing_and_notes_are_free()
    {
        var body = """
            {"budgets":[{"window":"DAILY","budgetCents":0},{"window":"WEEKLY","budgetCents":1,"notes":null},
                        {"window":"MONTHLY","budgetCents":2,"notes":""},{"window":"LIFETIME","budgetCents":3,"notes":"n","colour":"red"}]}
            """;
        Assert.Equal(
            """[{"window":"DAILY","budgetCents":0},{"window":"WEEKLY","budgetCents":1},"""
            + """{"window":"MONTHLY","budgetCents":2,"notes":""},{"window":"LIFETIME","budgetCents":3,"notes":"n"}]""",
            bench.Patch("job_s01", body).Expect(200)["budgets"].GetRawText());
    }

    [Fact]
    public void Children_come_back_by_order_then_as_sent()
    {
        var body = """
            {"qualifications":[{"text":"c","kind":"REQUIRED","order":2},{"text":"a","kind":"PREFERRED","order":-1},{"text":"d","kind":"REQUIRED","order":2}],
             "questions":[{"prompt":"z","order":1},{"prompt":"y","order":0},{"prompt":"x","order":1}]}
            """;
        var job = bench.Patch("job_s01", body).Expect(200);
        Assert.Equal(["a", "c", "d"], Texts(job["qualifications"], "text"));
        Assert.Equal(["y", "z", "x"], Texts(job["questions"], "prompt"));
    }

    [Theory]
    [InlineData("qualifications", """[{"id":"mine","text":"a","kind":"REQUIRED","order":0}]""")]
    [InlineData("questions", """[{"id":"mine","prompt":"a","order":0}]""")]
    public void Every_replacement_gives_new_ids_and_a_sent_id_is_passed_over(string field, string set)
    {
        var first = Texts(bench.Patch("job_s01", $$"""{"{{field}}":{{set}}}""").Expect(200)[field], "id").Single();
        var second = Texts(bench.Patch("job_s01", $$"""{"{{field}}":{{set}}}""").Expect(200)[field], "id").Single();
        Assert.NotEqual(first, second);
        Assert.DoesNotContain("mine", new[] { first, second });
        Assert.Equal(second, Texts(bench.Patch("job_s01", """{"title":"x"}""").Expect(200)[field], "id").Single());
    }

    [Fact]
    public void What_nobody_knows_in_a_question_is_kept_and_comes_back()
    {
        var body = """{"questions":[{"prompt":"a","order":0,"answerStyle":"LONG","extra":{"deep":[1.50,null,"é"]},"none":null}]}""";
        var question = bench.Patch("job_s01", body).Expect(200)["questions"][0];
        Assert.Equal("LONG", question.GetProperty("answerStyle").GetString());
        Assert.Equal("""{"deep":[1.50,null,"é"]}""", question.GetProperty("extra").GetRawText());
        Assert.Equal(JsonValueKind.Null, question.GetProperty("none").ValueKind);
        Assert.Equal("[]", question.GetProperty("options").GetRawText());
        Assert.Equal(question.GetRawText(), bench.Get("/jobs/job_s01")["questions"][0].GetRawText());
    }

    [Fact]
    public void What_nobody_knows_elsewhere_is_dropped()
    {
        var body = """
            {"title":"x","colour":1,"locations":[{"locationId":61007,"colour":1}],
             "qualifications":[{"text":"a","kind":"REQUIRED","order":0,"colour":1}],"budgets":[{"window":"DAILY","budgetCents":1,"colour":1}]}
            """;
        Assert.DoesNotContain("colour", bench.Post("/jobs", body).Expect(201).Text, StringComparison.Ordinal);
    }

    private static string[] Texts(JsonElement set, string property) =>
        [.. set.EnumerateArray().Select(item => item.GetProperty(property).GetString()!)];
}
