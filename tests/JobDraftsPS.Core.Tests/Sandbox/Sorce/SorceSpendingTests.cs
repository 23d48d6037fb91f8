using System.Text.Json.Nodes;
using JobDraftsPS.Sandbox;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

/// <summary>Caps reached and windows that begin anew, on the sandbox's clock. It starts on a Monday, 2 March 2026, at 08:15 UTC.</summary>
public sealed class SorceSpendingTests
{
    private readonly SorceBench bench = new();

    [Theory]
    [InlineData("DAILY", 15.7, false)]
    [InlineData("DAILY", 15.8, true)]
    [InlineData("WEEKLY", 159.7, false)]
    [InlineData("WEEKLY", 159.8, true)]
    [InlineData("MONTHLY", 711.7, false)]
    [InlineData("MONTHLY", 711.8, true)]
    [InlineData("LIFETIME", 711.8, false)]
    public void A_job_whose_cap_is_reached_is_shown_again_when_its_window_begins_anew(string window, double hours, bool isShown)
    {
        var id = Live(window, capCents: 500, bidCents: 500);
        bench.Service.AddApplication(id, SorceApplication.Pending);
        Assert.False(IsShown(id));

        bench.Clock.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(isShown, IsShown(id));
        Assert.Equal("ACTIVE", bench.Get($"/jobs/{id}")["status"].GetString());
    }

    [Fact]
    public void A_late_application_is_delivered_and_costs_nothing()
    {
        var id = Live("WEEKLY", capCents: 700, bidCents: 500);
        for (var i = 0; i < 4; i++)
        {
            bench.Service.AddApplication(id, SorceApplication.Accepted);
        }

        Assert.Equal(1000, (long)Of(id)["spentCents"]!["WEEKLY"]!);
        Assert.Equal(4, bench.Get($"/jobs/{id}")["applicationCounts"].GetProperty("accepted").GetInt32());
    }

    [Fact]
    public void A_job_without_a_cap_is_always_shown_and_one_with_a_cap_of_nothing_never()
    {
        var id = Live("DAILY", capCents: 0, bidCents: 5);
        Assert.False(IsShown(id));

        bench.Patch(id, """{"budgets":[]}""").Expect(200);

        Assert.True(IsShown(id));
        bench.Post($"/jobs/{id}/pause").Expect(200);
        Assert.False(IsShown(id));
    }

    private string Live(string window, long capCents, long bidCents)
    {
        var id = bench.Publish();
        bench.Patch(id, $$"""{"bidPerQualifiedApplicantCents":{{bidCents}},"budgets":[{"window":"{{window}}","budgetCents":{{capCents}}}]}""").Expect(200);
        return id;
    }

    private bool IsShown(string id) => (bool)Of(id)["isShown"]!;

    private JsonNode Of(string id) => bench.Service.Spending().Single(job => (string?)job!["jobId"] == id)!;
}
