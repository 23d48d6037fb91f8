namespace JobDraftsPS.Core.Tests.Sandbox.Sorce;

public sealed class SorceRouteTests
{
    private readonly SorceBench bench = new();

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/job")]
    [InlineData("GET", "/Jobs")]
    [InlineData("GET", "/jobs/")]
    [InlineData("GET", "/jobs/job_s01/")]
    [InlineData("POST", "/jobs//publish")]
    [InlineData("POST", "/jobs/job_s01/renew")]
    [InlineData("GET", "/jobs/job_s01/budgets")]
    [InlineData("GET", "/jobs/job_s01/applicants")]
    [InlineData("POST", "/jobs/job_s01/publish/now")]
    [InlineData("GET", "/locations")]
    [InlineData("GET", "/locations/61007")]
    [InlineData("GET", "/webhooks")]
    public void A_path_that_no_page_names_does_not_exist(string method, string path) =>
        bench.Send(method, path).Expect(404, "NOT_FOUND");

    [Theory]
    [InlineData("DELETE", "/jobs", "GET, POST")]
    [InlineData("DELETE", "/jobs/job_s01", "GET, PATCH")]
    [InlineData("PUT", "/jobs/job_s01", "GET, PATCH")]
    [InlineData("POST", "/jobs/job_s01", "GET, PATCH")]
    [InlineData("GET", "/jobs/job_s01/publish", "POST")]
    [InlineData("PATCH", "/jobs/job_s01/close", "POST")]
    [InlineData("POST", "/locations/search", "GET")]
    public void A_known_path_says_which_methods_it_takes(string method, string path, string allowed)
    {
        var answer = bench.Send(method, path).Expect(405, "METHOD_NOT_ALLOWED");
        Assert.Equal(allowed, answer.Response.Headers["Allow"]);
    }

    [Fact]
    public void An_escaped_id_is_found()
    {
        bench.Get("/jobs/job%5Fs01").Expect(200);
        bench.Get("/jobs/job_s01%2Fpublish").Expect(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData("GET", "/jobs")]
    [InlineData("GET", "/jobs/job_s01")]
    [InlineData("GET", "/jobs/job_nobody")]
    [InlineData("DELETE", "/jobs")]
    public void Every_answer_is_json(string method, string path) =>
        Assert.Equal("application/json; charset=utf-8", bench.Send(method, path).Response.Headers["Content-Type"]);

    [Fact]
    public void The_base_path_is_the_contracts() => Assert.Equal("/api/external/v1", bench.Service.BasePath);

    [Fact]
    public void A_forced_fault_looks_like_the_services_own()
    {
        new SorceAnswer(bench.Service.Errors.Internal()).Expect(500, "INTERNAL");
        Assert.Equal(9, new SorceAnswer(bench.Service.Errors.RateLimited(9)).Expect(429, "RATE_LIMITED")["error"].GetProperty("retryAfterSeconds").GetInt32());
    }
}
