using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Http;
using JobDraftsPS.Core.Tests.Support;
using JobDraftsPS.Core.TextKing;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Core.Tests.TextKing;

/// <summary>The oddities that the documentation's own samples have, in answers.</summary>
public sealed class AnswerTests
{
    private const string Project = BenchCalls.Project;
    private const string Topic = "49353ab0-fdbf-4e1c-a063-cdf4aad98782";

    [Theory]
    [InlineData("2026-05-04T00:00:00")]
    [InlineData("2026-05-04")]
    [InlineData("2026-05-04T00:00:00Z")]
    [InlineData("2026-05-04T00:00:00+09:00")]
    public async Task A_due_date_stands_as_it_was_written_wherever_the_machine_is(string dueDate)
    {
        using var bench = ServiceBench.Answering(200, $$"""{"id":"{{Project}}","name":"A","state":"prepared","due_date":"{{dueDate}}"}""");

        var project = await bench.TextKing.GetProjectAsync(Project, bench.Context);

        Assert.Equal(new DateTime(2026, 5, 4), project.DueDate);
        Assert.Equal(DateTimeKind.Unspecified, project.DueDate!.Value.Kind);
    }

    [Fact]
    public async Task Every_field_of_a_project_has_its_place_and_unknown_ones_are_kept()
    {
        using var bench = ServiceBench.Answering(200, $$"""
            {"id":"{{Project}}","number":"TK0000001","name":"A","due_date":null,"state":"running","currency":"EUR","net_price":10.5,"vat":19,"coupon_name":"W","coupon_value":1.5,
             "discount_customer":2,"discount_project":3,"affiliate_id":"aff","billing_address":"77777777-1111-4222-8333-444444444444","links":[],"colour":"red"}
            """);

        var project = await bench.TextKing.GetProjectAsync(Project, bench.Context);

        Assert.Equal(("TK0000001", 10.5m, 19m, "W", 1.5m), (project.Number, project.NetPrice!.Value, project.Vat!.Value, project.CouponName, project.CouponValue!.Value));
        Assert.Equal((2m, 3m, "aff", "77777777-1111-4222-8333-444444444444"), (project.DiscountCustomer!.Value, project.DiscountProject!.Value, project.AffiliateId, project.BillingAddress));
        Assert.Equal(["links", "colour"], project.AdditionalData.Keys);
    }

    [Theory]
    [InlineData("10", "2.5")]
    [InlineData("\"10\"", "\"2.5\"")]
    public async Task A_coupons_values_are_numbers_or_texts(string total, string redeemed)
    {
        using var bench = ServiceBench.Answering(200, $$"""{"name":"WELCOME","unit":"percent","total_value":{{total}},"redeemed_value":{{redeemed}},"remainder_coupon":null}""");

        var coupon = (TranslationCoupon)Assert.Single((await bench.TextKing.GetCouponAsync(Project, bench.Context)).Items);

        Assert.Equal((10m, 2.5m, null), (coupon.TotalValue!.Value, coupon.RedeemedValue!.Value, coupon.RemainderCoupon));
    }

    [Fact]
    public async Task A_callback_may_give_its_data_back_as_an_object()
    {
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Method == "GET"
            ? """{"page":1,"per_page":100,"total":0,"items":[]}"""
            : """{"id":"d0d0d0d0-0000-4000-8000-000000000001","url":"https://x.example.org/","trigger_state":"completed","extra_data":{"order":9}}"""));

        var made = (TranslationCallback)await bench.TextKing.CreateCallback(Project, BenchCalls.Job, [new FieldChange("url", "https://x.example.org/"), new FieldChange("trigger_state", "completed")])
            .SendAsync(bench.Context);

        Assert.Equal(9L, Assert.IsType<IReadOnlyDictionary<string, object?>>(made.ExtraData, exactMatch: false)["order"]);
    }

    [Theory]
    [InlineData("\"page\":1,\"per_page\":100,\"total\":101,")]
    [InlineData("\"page\":\"1\",\"per_page\":\"100\",\"total\":\"101\",")]
    [InlineData("")]
    [InlineData("\"per_page\":100,")]
    public async Task A_list_is_read_to_its_end_whatever_it_tells_of_its_length(string counts)
    {
        var full = string.Join(",", Enumerable.Range(0, TextKingAssumptions.PageSize).Select(number => $$"""{"id":"77777777-1111-4222-8333-{{number:d12}}"}"""));
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Target.Contains("page=1&", StringComparison.Ordinal)
            ? $$"""{{{counts}}"items":[{{full}}]}"""
            : $$"""{{{counts}}"items":[{"id":"77777777-1111-4222-8333-666666666666"}]}"""));

        var page = await bench.TextKing.GetAddressesAsync(bench.Context);

        Assert.Single((await page.Next!(bench.Context)).Items);
    }

    [Fact]
    public async Task Numbers_in_quotation_marks_are_numbers_all_the_same()
    {
        using var bench = ServiceBench.Answering(200, $$"""{"id":"{{BenchCalls.Job}}","name":"n","state":"new","words":"120","net_price":"9.60","currency":"EUR"}""");

        var job = await bench.TextKing.GetJobAsync(Project, BenchCalls.Job, bench.Context);

        Assert.Equal((120L, 9.60m), (job.Words!.Value, job.NetPrice!.Value));
        Assert.Empty(job.AdditionalData);
    }

    [Fact]
    public async Task A_list_that_counts_fewer_than_it_holds_is_read_whole()
    {
        using var bench = ServiceBench.Answering(200, """{"page":1,"per_page":100,"total":1,"items":[{"id":"77777777-1111-4222-8333-444444444444"},{"id":"77777777-1111-4222-8333-555555555555"}]}""");

        var page = await bench.TextKing.GetAddressesAsync(bench.Context);

        Assert.Equal(2, page.Items.Count);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_server_that_gives_one_page_for_every_number_is_not_asked_for_ever()
    {
        using var bench = ServiceBench.Answering(200, $$"""{"page":1,"per_page":1,"total":9000,"items":[{"id":"{{Project}}","name":"A","state":"running"}]}""");

        var page = await bench.TextKing.GetProjectsAsync(null, bench.Context);
        page = await page.Next!(bench.Context);

        Assert.Empty(page.Items);
        Assert.Null(page.Next);
        Assert.Equal(2, bench.Requests.Count);
    }

    [Theory]
    [InlineData("deu", "de", false)]
    [InlineData("de", "de", false)]
    [InlineData("en", "de", true)]
    [InlineData(null, "de", false)]
    public async Task Names_in_another_language_than_asked_for_are_told(string? answered, string asked, bool warns)
    {
        using var bench = ServiceBench.Answering(200, $$"""{"id":"{{Topic}}","name":"General","localization_language":{{(answered is null ? "null" : $"\"{answered}\"")}}}""");

        await bench.TextKing.GetTopicAsync(Topic, asked, bench.Context);

        Assert.Equal(warns, bench.Said().Any(entry => entry.Level == CallLogLevel.Warning));
    }

    [Fact]
    public async Task Links_to_another_host_are_never_followed()
    {
        using var elsewhere = new WireServer(_ => WireReply.Of(200, "{}"));
        var links = $$"""[{"rel":"self","href":"{{elsewhere.Origin}}/p"},{"rel":"urn:textking:jobs","href":"{{elsewhere.Origin}}/j"},{"rel":"next","href":"{{elsewhere.Origin}}/n"}]""";
        using var bench = new ServiceBench(request => WireReply.Of(200, request.Target.Contains('?', StringComparison.Ordinal)
            ? $$"""{"page":1,"per_page":100,"total":0,"items":[],"links":{{links}}}"""
            : $$"""{"id":"{{Project}}","name":"A","state":"prepared","links":{{links}}}"""));

        await bench.TextKing.GetOrderAsync(Project, bench.Context);
        await bench.TextKing.GetProjectsAsync(null, bench.Context);

        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 0a6f7c1e-2b34-4d5e-8f90-112233445566")]
    [InlineData("0a6f7c1e-2b34-4d5e-8f90-112233445566 ")]
    [InlineData("0a6f7c1e2b344d5e8f90112233445566")]
    [InlineData("{0a6f7c1e-2b34-4d5e-8f90-112233445566}")]
    [InlineData("0a6f7c1e-2b34-4d5e-8f90-11223344556")]
    [InlineData("../projects")]
    public async Task What_is_no_uuid_never_leaves(string id)
    {
        using var bench = ServiceBench.Answering(200, "{}");
        var client = bench.TextKing;
        Action[] writes =
        [
            () => client.UpdateProject(id, [new FieldChange("name", "A")]), () => client.Start(id), () => client.Cancel(id), () => client.DeleteProject(id),
            () => client.CreateJob(id, []), () => client.DeleteJob(id, BenchCalls.Job), () => client.DeleteJob(Project, id),
            () => client.CreateCallback(Project, id, []), () => client.UpdateCallback(Project, BenchCalls.Job, id, []), () => client.DeleteCallback(Project, BenchCalls.Job, id),
        ];
        Func<Task>[] reads =
        [
            () => client.GetProjectAsync(id, bench.Context), () => client.GetJobsAsync(id, bench.Context), () => client.GetJobAsync(Project, id, bench.Context),
            () => client.GetLineItemsAsync(id, bench.Context), () => client.GetCouponAsync(id, bench.Context), () => client.GetTopicAsync(id, null, bench.Context),
            () => client.GetAddressAsync(id, bench.Context), () => client.GetCallbacksAsync(Project, id, bench.Context), () => client.GetCallbackAsync(Project, BenchCalls.Job, id, bench.Context),
            () => client.GetPriceAsync(1, "en", "fr", id, bench.Context), () => client.GetOrderAsync(id, bench.Context),
        ];

        Assert.All(writes, write => Assert.Equal("JobDrafts.BadValue", Assert.Throws<JobDraftsApiException>(write).ErrorId));
        foreach (var read in reads)
        {
            Assert.Equal("JobDrafts.BadValue", (await Assert.ThrowsAsync<JobDraftsApiException>(read)).ErrorId);
        }

        Assert.Empty(bench.Requests);
    }
}
