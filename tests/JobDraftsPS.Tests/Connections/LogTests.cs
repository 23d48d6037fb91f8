using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Connections;

/// <summary>What -Verbose and -Debug tell of a call: enough to report it, nothing that is anybody's business.</summary>
public sealed class LogTests
{
    [Fact]
    public void Verbose_says_method_path_status_time_and_request_id()
    {
        using var bench = new Bench(call => Task.FromResult(StubServices.Reply(call) with { Headers = new() { ["X-Request-Id"] = "req-7" } }));

        var run = bench.Run("Update-JobDraft secret-draft -JobTitle 'Secret title' -Verbose");

        Assert.Single(run.Result.Verbose, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^GET /job-drafts/capabilities: 200 in \d+ ms, request req-7$"));
        Assert.Single(run.Result.Verbose, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^PATCH /job-drafts/secret-draft: 200 in \d+ ms, request req-7$"));
        Assert.DoesNotContain(run.Result.Verbose, line => line.Contains("Secret title", StringComparison.Ordinal) && !line.StartsWith("Performing the operation", StringComparison.Ordinal));
    }

    [Fact]
    public void Debug_shows_only_headers_of_the_list()
    {
        using var bench = new Bench(call => Task.FromResult(StubServices.Reply(call) with { Headers = new() { ["Retry-After"] = "3", ["Set-Cookie"] = "session=private", ["X-Internal"] = "private" } }));

        var run = bench.Run("Update-JobDraft j -JobTitle 'Secret title' -Debug");

        var line = Assert.Single(run.Result.Debug, text => text.StartsWith("PATCH /job-drafts/j answered with ", StringComparison.Ordinal));
        Assert.Contains("Content-Type: application/json", line, StringComparison.Ordinal);
        Assert.Contains("Retry-After: 3", line, StringComparison.Ordinal);
        Assert.All(run.Result.Debug, text =>
        {
            Assert.DoesNotContain("private", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Authorization", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Secret title", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Without_asking_nothing_is_told()
    {
        using var bench = new Bench();

        var run = bench.Run("Update-JobDraft j -JobTitle New");

        Assert.Empty(run.Result.Verbose);
        Assert.Empty(run.Result.Debug);
        Assert.Empty(run.Result.Warnings);
        Assert.Empty(run.Result.Information);
    }
}
