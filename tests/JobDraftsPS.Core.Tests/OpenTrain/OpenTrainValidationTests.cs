using System.Text.Json;
using JobDraftsPS.Core.OpenTrain;

namespace JobDraftsPS.Core.Tests.OpenTrain;

/// <summary>The vendor's pages show the gaps in five forms; each reads the same.</summary>
public sealed class OpenTrainValidationTests
{
    private const string LevelObject = """
        {"field":"experienceLevel","label":"Experience level","message":"Pick a level.","code":"missing_required_field","prompt":"ask: Which level?","type":"enum",
         "enumValues":["EXPERT","ENTRY_LEVEL"],"updateKeys":["experienceLevel"],"example":"EXPERT","hint":"for the work, not the person"}
        """;

    public static TheoryData<string, string> Forms() => new()
    {
        { "the create page: nothing inside, objects beside", $$"""{"validation":{"publishReady":false,"missingFieldCount":1,"missingFields":[],"issues":[]},"missingFields":[{{LevelObject}}]}""" },
        { "the guide: names inside, objects beside", $$$"""{"validation":{"publishReady":false,"missingFieldCount":1,"missingFields":["experienceLevel"]},"missingFields":[{{{LevelObject}}}]}""" },
        { "the update page: objects inside, nothing beside", $$$"""{"validation":{"publishReady":false,"missingFieldCount":1,"missingFields":[{{{LevelObject}}}]}}""" },
        { "both in full", $$$"""{"validation":{"publishReady":false,"missingFieldCount":1,"missingFields":[{{{LevelObject}}}]},"missingFields":[{{{LevelObject}}}]}""" },
        { "names beside, objects inside", $$$"""{"validation":{"publishReady":false,"missingFieldCount":1,"missingFields":[{{{LevelObject}}}]},"missingFields":["experienceLevel"]}""" },
        { "an empty list beside", $$$"""{"validation":{"publishReady":false,"missingFieldCount":1,"missingFields":[{{{LevelObject}}}]},"missingFields":[]}""" },
        { "null beside", $$$"""{"validation":{"publishReady":false,"missingFieldCount":1,"missingFields":[{{{LevelObject}}}]},"missingFields":null}""" },
    };

    [Fact]
    public void What_no_page_names_is_kept_and_a_path_names_the_field()
    {
        var validation = Read("""
            {"validation":{"publishReady":false,"score":7,"missingFields":[{"field":"headcount","weight":2}],
             "issues":[{"path":["languages",0],"message":"Unknown","level":"high"},{"path":"/pricePerHour","message":"Low"}]}}
            """);

        Assert.Equal(7L, Convert.ToInt64(validation!.AdditionalData["score"], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["weight"], validation.MissingFields[0].AdditionalData.Keys);
        Assert.Equal(["languages", "pricePerHour"], validation.Issues.Select(issue => issue.Field));
        Assert.Equal(["path", "level"], validation.Issues[0].AdditionalData.Keys);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_documented_form_gives_the_same_gap_once(string form, string answer)
    {
        var validation = Read(answer);

        Assert.True(validation is not null, form);
        Assert.False(validation.PublishReady);
        Assert.Equal(1, validation.MissingFieldCount);
        Assert.Equal(ValidationSource.Server, validation.Source);
        var gap = Assert.Single(validation.MissingFields);
        Assert.Equal("experienceLevel", gap.Field);
        Assert.Equal("Experience level", gap.Label);
        Assert.Equal("Pick a level.", gap.Message);
        Assert.Equal("missing_required_field", gap.Code);
        Assert.Equal("Which level?", gap.Prompt);
        Assert.Equal("enum", gap.Type);
        Assert.Equal(["EXPERT", "ENTRY_LEVEL"], gap.EnumValues);
        Assert.Equal(["experienceLevel"], gap.UpdateKeys);
        Assert.Equal("EXPERT", gap.Example);
        Assert.Equal("for the work, not the person", gap.Hint);
    }

    [Fact]
    public void Bare_names_are_completed_from_the_documentation()
    {
        var gaps = Read("""{"validation":{"publishReady":false,"missingFieldCount":3,"missingFields":["dataVolumeUnit","pricePerHour","somethingNew"]}}""")!.MissingFields;

        Assert.Equal(["dataVolumeUnit", "pricePerHour", "somethingNew"], gaps.Select(gap => gap.Field));
        Assert.Equal(["enum", "number", null], gaps.Select(gap => gap.Type));
        Assert.Contains("NUMBER_OF_FILES", gaps[0].EnumValues);
        Assert.All(gaps, gap => Assert.Equal([gap.Field], gap.UpdateKeys));
    }

    [Fact]
    public void Gaps_of_both_places_are_merged_by_field()
    {
        var gaps = Read($$"""{"validation":{"missingFields":["jobTitle","ExperienceLevel"]},"missingFields":[{{LevelObject}}]}""")!.MissingFields;

        Assert.Equal(["experienceLevel", "jobTitle"], gaps.Select(gap => gap.Field));
        Assert.Equal("Which level?", gaps[0].Prompt);
    }

    [Theory]
    [InlineData("ask: Which level?", "Which level?")]
    [InlineData("ask:Which level?", "Which level?")]
    [InlineData("  ASK:  Which level?", "Which level?")]
    [InlineData("Which level?", "Which level?")]
    [InlineData("Which level? Do not ask: guess.", "Which level? Do not ask: guess.")]
    public void A_leading_ask_is_taken_off_the_prompt(string prompt, string shown)
    {
        var answer = $$$"""{"validation":{"missingFields":[{"field":"a","prompt":"{{{prompt}}}"}]}}""";

        Assert.Equal(shown, Read(answer)!.MissingFields.Single().Prompt);
    }

    [Fact]
    public void Counts_are_the_services_own_even_where_the_lists_disagree()
    {
        var validation = Read("""{"validation":{"publishReady":false,"issueCount":3,"missingFieldCount":2,"missingFields":[],"issues":[]}}""")!;

        Assert.Equal(2, validation.MissingFieldCount);
        Assert.Equal(3, validation.IssueCount);
        Assert.Empty(validation.MissingFields);
    }

    [Fact]
    public void Counts_that_are_missing_are_counted()
    {
        var validation = Read("""{"validation":{"publishReady":false,"missingFields":["jobTitle"],"issues":["too short","too long"]}}""")!;

        Assert.Equal(1, validation.MissingFieldCount);
        Assert.Equal(2, validation.IssueCount);
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("-99999999999")]
    [InlineData("1e400")]
    public void A_count_beyond_belief_does_not_turn_into_another_number(string count)
    {
        var validation = Read($$$"""{"validation":{"publishReady":false,"missingFieldCount":{{{count}}},"issueCount":{{{count}}}}}""")!;

        Assert.Contains(validation.MissingFieldCount, new[] { int.MaxValue, int.MinValue, 0 });
        Assert.Equal(validation.MissingFieldCount, validation.IssueCount);
    }

    [Fact]
    public void Issues_are_read_as_objects_and_as_texts()
    {
        var issues = Read("""{"validation":{"issues":[{"field":"jobTitle","code":"too_long","message":"Shorten it."},"Something else",7,null]}}""")!.Issues;

        Assert.Equal(("jobTitle", "too_long", "Shorten it."), (issues[0].Field, issues[0].Code, issues[0].Message));
        Assert.Equal((null, "Something else"), (issues[1].Field, issues[1].Message));
        Assert.Equal(4, issues.Length);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"validation":null}""")]
    [InlineData("""{"validation":"fine"}""")]
    [InlineData("""{"missingFields":[]}""")]
    [InlineData("""{"validation":[],"missingFields":{}}""")]
    public void Without_a_validation_nothing_is_claimed(string answer)
    {
        Assert.Null(Read(answer));
    }

    [Fact]
    public void An_empty_validation_says_that_readiness_is_unknown()
    {
        var validation = Read("""{"validation":{}}""")!;

        Assert.Null(validation.PublishReady);
        Assert.Equal("unknown", validation.ToString());
    }

    [Fact]
    public void Entries_that_make_no_sense_are_left_out_and_the_rest_is_read()
    {
        var answer = """
            {"validation":{"publishReady":"no","missingFieldCount":"2","missingFields":
              [null,7,true,[],{},"",{"field":""},{"field":null,"updateKeys":["jobTitle"]},{"label":"Level"},{"field":"headcount","enumValues":null,"updateKeys":"headcount","prompt":5}]}}
            """;

        var validation = Read(answer)!;

        Assert.Null(validation.PublishReady);
        Assert.Equal(["jobTitle", "Level", "headcount"], validation.MissingFields.Select(gap => gap.Field));
        Assert.Equal(["headcount"], validation.MissingFields[2].UpdateKeys);
    }

    private static JobValidation? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return OpenTrainValidation.Read(document.RootElement.Clone());
    }
}
