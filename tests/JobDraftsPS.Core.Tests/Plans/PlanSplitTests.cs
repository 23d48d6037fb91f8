using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.Tests.Plans;

public sealed class PlanSplitTests
{
    private readonly PlanBench bench = new();

    [Theory]
    [InlineData(20, 3, "7 7 6")]
    [InlineData(20, 4, "5 5 5 5")]
    [InlineData(3, 5, "1 1 1 0 0")]
    [InlineData(0, 2, "0 0")]
    public void The_shares_add_up_to_the_quota(int quota, int count, string shares) =>
        Assert.Equal(shares, string.Join(' ', PlanSplit.Split(Publications(2), count, quota).Select(part => part.PublishShare)));

    [Fact]
    public void Every_row_is_in_one_part_in_its_order_and_those_of_a_job_stay_together()
    {
        var plan = bench.Plan("service,jobId,operation,jobTitle\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"OpenTrain,j{i % 5},,{i % 5}\n")));

        var parts = PlanSplit.Split(plan, 3, 20);

        Assert.Equal(plan.Rows.Select(row => row.Row), parts.SelectMany(part => part.Rows).Select(row => row.Row).Order());
        Assert.All(parts, part => Assert.Equal(part.Rows.Select(row => row.Row).Order(), part.Rows.Select(row => row.Row)));
        Assert.All(plan.Rows.GroupBy(row => row.JobId), job => Assert.Single(parts, part => part.Rows.Any(row => row.JobId == job.Key)));
        Assert.All(parts, part => PlanFile.RequireUnedited(part, "a part"));
    }

    [Fact]
    public void Publications_go_where_there_is_a_share_for_them()
    {
        var parts = PlanSplit.Split(Publications(4), 3, 2);

        Assert.Equal([2, 2, 0], parts.Select(part => part.Rows.Length));
    }

    [Fact]
    public void A_part_is_not_split_again_and_an_edited_plan_not_at_all()
    {
        var edited = Publications(2);
        edited.Rows[0].JobId = "other";

        Assert.Throws<JobDraftsApiException>(() => PlanSplit.Split(PlanSplit.Split(Publications(2), 2, 20)[0], 2, 20));
        Assert.Throws<JobDraftsApiException>(() => PlanSplit.Split(edited, 2, 20));
    }

    private JobDraftPlan Publications(int count) =>
        bench.Plan("service,jobId,operation\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"OpenTrain,j{i},Publish\n")));
}
