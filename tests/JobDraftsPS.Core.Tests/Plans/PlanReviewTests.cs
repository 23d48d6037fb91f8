using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.Tests.Plans;

/// <summary>A plan that was reviewed is applied as it was, or its rows say what is different by now.</summary>
public sealed class PlanReviewTests
{
    private const string Edit = "service,jobId,operation,jobTitle,headcount\nOpenTrain,j1,,New,4\n";

    private readonly PlanBench bench = new();

    private JobSnapshot Job => bench.State.Know(JobService.OpenTrain, null, "j1");

    [Fact]
    public void What_is_as_it_was_has_not_moved()
    {
        Know("DRAFT", "Old", 2);

        var review = Review(bench.Plan(Edit));

        Assert.Empty(review.Moved);
        Assert.False(review.IsUnchanged(1));
        Assert.Empty(review.HazardsOf(1));
    }

    [Theory]
    [InlineData("Other", 2L, "jobTitle")]
    [InlineData("Old", 3L, "headcount")]
    public void A_value_that_somebody_has_changed_since_is_named(string title, long headcount, string field)
    {
        Know("DRAFT", "Old", 2);
        var plan = bench.Plan(Edit);
        Know("DRAFT", title, headcount);

        var review = Review(plan);

        Assert.StartsWith(field + ": ", review.Moved[1], StringComparison.Ordinal);
        Assert.EndsWith(" since the plan was made.", review.Moved[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_says_the_same_in_another_form_has_not_moved()
    {
        Know("DRAFT", "Old", 2);
        var plan = bench.Plan(Edit);
        Job.Values["headcount"] = 2.0m;

        Assert.Empty(Review(plan).Moved);
    }

    [Fact]
    public void What_was_not_known_before_or_is_not_known_now_cannot_have_moved()
    {
        Job.Status = "DRAFT";
        var blind = bench.Plan(Edit);
        Know("DRAFT", "Old", 2);
        var seeing = bench.Plan(Edit);

        Assert.Empty(Review(blind).Moved);
        Job.Values.Clear();
        Assert.Empty(Review(seeing).Moved);
    }

    [Fact]
    public void A_row_whose_work_is_done_already_is_unchanged_and_has_not_moved()
    {
        Know("DRAFT", "Old", 2);
        var plan = bench.Plan(Edit);
        Know("DRAFT", "New", 4);

        var review = Review(plan);

        Assert.True(review.IsUnchanged(1));
        Assert.Empty(review.Moved);
    }

    [Fact]
    public void A_danger_that_has_grown_since_is_named_and_one_that_was_reviewed_is_not()
    {
        Know("DRAFT", "Old", 2);
        var before = bench.Plan(Edit);
        Know("OPEN", "Old", 2);
        var after = bench.Plan(Edit);

        Assert.Equal("It has become LiveEdit since the plan was made.", Review(before).Moved[1]);
        Assert.Empty(Review(after).Moved);
        Assert.Equal([PlanHazard.LiveEdit], Review(after).HazardsOf(1));
    }

    [Fact]
    public void Less_of_a_quota_is_no_change_of_the_job()
    {
        const string publish = "service,jobId,operation\nOpenTrain,j1,Publish\n";
        Job.Status = "DRAFT";
        bench.State.Allow(JobService.OpenTrain, 5);
        var plan = bench.Plan(publish);
        bench.State.Allow(JobService.OpenTrain, 0);

        var review = Review(plan);

        Assert.Empty(review.Moved);
        Assert.Equal([PlanHazard.QuotaExceeded], review.HazardsOf(1));
    }

    [Fact]
    public void A_job_that_cannot_take_the_row_any_more_says_why()
    {
        Know("DRAFT", "Old", 2);
        var plan = bench.Plan(Edit);
        Know("CLOSED", "Old", 2);

        Assert.NotEmpty(Review(plan).Moved[1]);
    }

    [Fact]
    public void An_error_that_the_plan_told_already_is_not_told_again()
    {
        Know("CLOSED", "Old", 2);
        var plan = bench.Plan(Edit);
        Assert.Contains(plan.Findings, finding => finding.Severity == PlanSeverity.Error);

        Assert.Empty(Review(plan).Moved);
    }

    [Fact]
    public void Only_the_rows_that_are_still_to_be_done_are_looked_at()
    {
        Know("DRAFT", "Old", 2);
        var plan = bench.Plan(Edit);
        Know("DRAFT", "Other", 2);

        var review = new PlanReview(plan, [], bench.State, [PlanBench.RulesOf(JobService.OpenTrain)]);

        Assert.Empty(review.Moved);
        Assert.Empty(review.HazardsOf(1));
    }

    private PlanReview Review(JobDraftPlan plan) => new(plan, plan.Rows, bench.State, [PlanBench.RulesOf(JobService.OpenTrain)]);

    private void Know(string status, string title, long headcount)
    {
        Job.Status = status;
        Job.Values["jobTitle"] = title;
        Job.Values["headcount"] = headcount;
    }
}
