using JobDraftsPS.Sandbox.Sorce;

namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceKeyTests
{
    private readonly SorceBench bench = new();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData(SorceService.DefaultKey)]
    [InlineData("Basic " + SorceService.DefaultKey)]
    [InlineData("Bearer " + SorceService.DefaultKey + "x")]
    [InlineData("Bearer SK_EXT_SANDBOX_MAIN")]
    [InlineData("Bearer sk_ext_unknown")]
    [InlineData("Bearer " + SorceService.RevokedKey)]
    public void Whatever_is_wrong_with_a_key_the_answer_is_one_and_the_same(string? authorization)
    {
        var answer = bench.Send("GET", "/jobs", authorization: authorization).Expect(401, "INVALID_SERVICE_KEY");
        Assert.Equal(bench.Send("GET", "/jobs", authorization: null).Text, answer.Text);
    }

    [Theory]
    [InlineData("DELETE", "/jobs")]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/jobs/job_other01")]
    public void Without_a_key_nothing_can_be_learned_about_paths(string method, string path) =>
        bench.Send(method, path, authorization: null).Expect(401, "INVALID_SERVICE_KEY");

    [Fact]
    public void A_key_lists_its_own_companys_jobs_alone()
    {
        Assert.DoesNotContain("job_other01", bench.Get("/jobs").ItemIds);
        Assert.Equal(["job_other01"], bench.Send("GET", "/jobs", authorization: "Bearer " + SorceService.OtherCompanyKey).ItemIds);
    }

    [Fact]
    public void A_job_belongs_to_the_keys_company_whatever_the_body_says() =>
        Assert.Equal("cmp_main", bench.Post("/jobs", """{"title":"x","companyId":"cmp_other"}""").Expect(201)["companyId"].GetString());

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("close")]
    public void Another_companys_job_takes_no_change_of_status(string verb) =>
        bench.Post($"/jobs/job_other01/{verb}").Expect(404, "NOT_FOUND");
}
