using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Errors;

/// <summary>Each status of a service has its category, so that a script can tell errors apart without reading them.</summary>
public sealed class CategoryTests
{
    [Theory]
    [InlineData(400, ErrorCategory.InvalidData)]
    [InlineData(422, ErrorCategory.InvalidData)]
    [InlineData(401, ErrorCategory.AuthenticationError)]
    [InlineData(402, ErrorCategory.PermissionDenied)]
    [InlineData(403, ErrorCategory.PermissionDenied)]
    [InlineData(404, ErrorCategory.ObjectNotFound)]
    [InlineData(409, ErrorCategory.InvalidOperation)]
    [InlineData(429, ErrorCategory.LimitsExceeded)]
    [InlineData(500, ErrorCategory.ResourceUnavailable)]
    [InlineData(503, ErrorCategory.ResourceUnavailable)]
    public void A_status_has_its_category(int status, ErrorCategory category)
    {
        // A live edit is never repeated, so that the first answer is the last.
        using var bench = new Bench(call => Task.FromResult(call.Method == "PATCH" ? new Reply(status, """{"error":"No.","code":"X"}""") { Headers = { ["Retry-After"] = "3600" } } : StubServices.Reply(call)));

        var run = bench.Run("Update-PublishedJob j -Headcount 3 -Confirm:$false -MaxWaitSec 0");

        Assert.Single(run.Writes);
        var error = Assert.Single(run.Result.AllErrors);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal("j", error.TargetObject);
    }

    [Theory]
    [InlineData("""{"id":"j","status":""")]
    [InlineData("[]")]
    [InlineData("this is not JSON")]
    public void A_body_that_is_not_understood_has_its_category(string body)
    {
        using var bench = new Bench(call => Task.FromResult(call.Path.StartsWith("/so/", StringComparison.Ordinal) ? new Reply(200, body) : StubServices.Reply(call)));

        var error = Assert.Single(bench.Run("Get-JobListing j").Result.AllErrors);

        Assert.Equal("Sorce.Http200", error.Id());
        Assert.Equal(ErrorCategory.ParserError, error.CategoryInfo.Category);
    }

    [Fact]
    public void A_service_that_does_not_answer_in_time_has_its_category_and_its_outcome_is_open()
    {
        using var hearsAndSaysNothing = new SemaphoreSlim(0);
        using var bench = new Bench(async call =>
        {
            if (call.Method == "PATCH")
            {
                await hearsAndSaysNothing.WaitAsync(TestContext.Current.CancellationToken);
            }

            return StubServices.Reply(call);
        });
        bench.Run("Connect-JobDraftService OpenTrain -BaseUri $address -Token $token -TimeoutSec 1", ("address", bench.Origin + StubServices.OpenTrainPath), ("token", Bench.Secret("stub-token-of-OpenTrain")));

        var run = bench.Run("Update-PublishedJob j -Headcount 3 -Confirm:$false");
        hearsAndSaysNothing.Release(100);

        Assert.Single(run.Writes);
        var error = Assert.Single(run.Result.AllErrors);
        Assert.Equal("OpenTrain.Timeout", error.Id());
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Equal("Unknown", error.Property("Outcome"));
    }
}
