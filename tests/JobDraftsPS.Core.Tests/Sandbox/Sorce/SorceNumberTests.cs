namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceNumberTests
{
    private readonly SorceBench bench = new();

    public static TheoryData<string, string> Refused
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in new[] { "salaryMin", "salaryMax", "bidPerQualifiedApplicantCents" })
            {
                foreach (var value in new[] { "\"12\"", "12.5", "-1", "true", "[]", "{}", "9223372036854775808", "1e400", "0.1" })
                {
                    data.Add(name, value);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_whole_number_from_zero_up_is_refused(string field, string value)
    {
        bench.Patch("job_s01", $$"""{"{{field}}":{{value}}}""").ExpectInvalid(field);
        bench.Post("/jobs", $$"""{"title":"x","{{field}}":{{value}}}""").ExpectInvalid(field);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("12.0", 12)]
    [InlineData("1e3", 1000)]
    public void A_whole_number_of_64_bits_comes_back_exactly(string sent, long expected) =>
        Assert.Equal(expected, bench.Patch("job_s01", $$"""{"salaryMax":{{sent}}}""").Expect(200)["salaryMax"].GetInt64());

    [Fact]
    public void A_draft_may_hold_a_bid_of_nothing_and_salaries_the_wrong_way_round()
    {
        bench.Patch("job_s01", """{"bidPerQualifiedApplicantCents":0,"salaryMin":9,"salaryMax":1}""").Expect(200);
        bench.Post("/jobs/job_s01/publish").ExpectInvalid("bidPerQualifiedApplicantCents", "salaryMax");
    }

    [Theory]
    [InlineData("\"5\"")]
    [InlineData("5.5")]
    [InlineData("-5")]
    [InlineData("null")]
    public void A_cap_is_whole_cents_from_zero_up(string value) =>
        bench.Patch("job_s01", $$"""{"budgets":[{"window":"DAILY","budgetCents":{{value}}}]}""").ExpectInvalid("budgets");

    [Theory]
    [InlineData("\"61007\"")]
    [InlineData("61007.5")]
    [InlineData("null")]
    [InlineData("1")]
    public void A_location_id_is_a_number_of_the_table(string value) =>
        bench.Patch("job_s01", $$"""{"locations":[{"locationId":{{value}}}]}""").ExpectInvalid("locations");
}
