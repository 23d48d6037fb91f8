using JobDraftsPS.Core.Plans;
using JobDraftsPS.Core.Sorce;

namespace JobDraftsPS.Core.Tests.Plans;

/// <summary>When two values say the same to a service. What is the same is no change; what is not, somebody changed.</summary>
public sealed class PlanValuesTests
{
    public static TheoryData<string, string> Equal =>
    [
        ("null", "null"),
        ("\"a\"", "\"a\""),
        ("\"49353AB0-fdbf-4e1c-a063-cdf4aad98782\"", "\"49353ab0-FDBF-4e1c-a063-cdf4aad98782\""),
        ("true", "true"),
        ("2", "2.0"),
        ("""{"a":1,"b":[1,2]}""", """{"b":[1,2],"a":1}"""),
        ("[]", "[]"),
        ("{}", "{}"),
        ("""[{"a":1},{"a":2}]""", """[{"a":1},{"a":2.0}]"""),
    ];

    public static TheoryData<string, string> Different =>
    [
        ("null", "\"\""),
        ("0", "null"),
        ("\"a\"", "\"A\""),
        ("\"49353ab0-fdbf-4e1c-a063-cdf4aad98782\"", "\"49353ab0-fdbf-4e1c-a063-cdf4aad98783\""),
        ("true", "false"),
        ("2", "2.01"),
        ("1", "\"1\""),
        ("""{"a":1,"b":2}""", """{"a":1,"b":3}"""),
        ("""{"a":1,"b":2}""", """{"a":1}"""),
        ("""{"a":1}""", """{"a":1,"b":2}"""),
        ("""{"a":1,"b":2}""", """{"a":1,"c":2}"""),
        ("[1,2]", "[1,3]"),
        ("[1,2]", "[1]"),
        ("[1,2]", "[2,1]"),
    ];

    [Theory]
    [MemberData(nameof(Equal))]
    public void These_say_the_same(string left, string right)
    {
        Assert.True(PlanValues.Same(PlanValues.Parse(left), PlanValues.Parse(right)));
        Assert.True(PlanValues.Same(PlanValues.Parse(right), PlanValues.Parse(left)));
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void These_do_not(string left, string right)
    {
        Assert.False(PlanValues.Same(PlanValues.Parse(left), PlanValues.Parse(right)));
        Assert.False(PlanValues.Same(PlanValues.Parse(right), PlanValues.Parse(left)));
    }

    [Fact]
    public void A_number_has_one_form_whatever_it_was_before()
    {
        object[] numbers = [(sbyte)7, (byte)7, (short)7, (ushort)7, 7, 7u, 7L, 7UL];

        Assert.All(numbers, number => Assert.Equal(7L, PlanValues.Normal(number)));
        Assert.Equal(7.5m, PlanValues.Normal(7.5));
    }

    [Fact]
    public void A_list_of_texts_has_the_form_of_any_list() => Assert.Equal(new object?[] { "a", "b" }, PlanValues.Normal(new[] { "a", "b" }));

    [Theory]
    [InlineData("locations", """[{"locationId":1,"displayName":"A"}]""", """[{"locationId":1,"displayName":"B"}]""", true)]
    [InlineData("locations", """[{"locationId":1},{"locationId":2}]""", """[{"locationId":2},{"locationId":1}]""", true)]
    [InlineData("locations", """[{"locationId":1},{"locationId":2}]""", """[{"locationId":1}]""", false)]
    [InlineData("locations", """[{"locationId":1}]""", """[{"locationId":2}]""", false)]
    [InlineData("locations", """[{"locationId":1}]""", "null", false)]
    [InlineData("locations", "null", """[{"locationId":1}]""", false)]
    [InlineData("qualifications", """[{"id":"q1","text":"A","kind":null,"tags":[]}]""", """[{"text":"A"}]""", true)]
    [InlineData("qualifications", """[{"text":"A","kind":"REQUIRED"}]""", """[{"text":"A","kind":"OPTIONAL"}]""", false)]
    [InlineData("qualifications", """[{"text":"A"},{"text":"B"}]""", """[{"text":"B"},{"text":"A"}]""", false)]
    [InlineData("budgets", """[{"window":"DAILY","budgetCents":500}]""", """[{"window":"DAILY","budgetCents":600}]""", false)]
    public void Of_a_set_counts_what_its_entries_say(string field, string left, string right, bool same) =>
        Assert.Equal(same, SorceSets.Same(field, PlanValues.Parse(left), PlanValues.Parse(right)));

    [Fact]
    public void A_set_that_is_put_back_is_sent_without_what_only_the_service_writes()
    {
        var sent = (object?[])SorceSets.Sendable(PlanValues.Parse("""[{"id":"q1","text":"A","notes":null,"tags":[],"kind":"REQUIRED"}]"""))!;

        Assert.Equal(["text", "kind"], ((IReadOnlyDictionary<string, object?>)sent[0]!).Keys);
    }
}
