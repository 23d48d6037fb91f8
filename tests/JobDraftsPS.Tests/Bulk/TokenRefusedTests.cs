using System.Management.Automation;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>A wrong token does not go out once for every row of a sheet.</summary>
public sealed class TokenRefusedTests
{
    private const int Rows = 150;
    private const int Enough = 10;
    private const int ThrottleLimit = 4;

    // What waits to begin when the tenth refusal is heard goes out too: what is under way, and as much again as may wait.
    private const int Most = Enough + (8 * ThrottleLimit);
    private static readonly string[] Ids = [.. Enumerable.Range(1, Rows).Select(number => $"aaaaaaaa-0000-4000-8000-{number:D12}")];

    [Theory]
    [InlineData("Update-JobDraft -JobTitle T -SkipCheck", "OpenTrain")]
    [InlineData("Publish-Job -Service Sorce -SkipCheck", "Sorce")]
    [InlineData("Suspend-JobListing -Confirm:$false", "Sorce")]
    [InlineData("Set-JobListing -RemoveQualification x -Confirm:$false", "Sorce")]
    [InlineData("Remove-TranslationProject -Confirm:$false", "TextKing")]
    [InlineData("Start-TranslationProject -Confirm:$false", "TextKing")]
    public void After_ten_refusals_in_a_row_the_rest_is_not_sent_and_says_so(string command, string service)
    {
        using var bench = new Bench(_ => Task.FromResult(Unauthorized));

        var input = command.Contains("TranslationProject", StringComparison.Ordinal) ? "$ids | ForEach-Object { @{ projectId = $_ } }" : "$ids";
        var run = bench.Run($"{input} | {command} -ThrottleLimit {ThrottleLimit}", ("ids", Ids));

        Assert.Equal(Rows, run.Result.Errors.Count);
        Assert.InRange(run.Calls.Count, Enough, Most);
        Assert.All(run.Result.Errors.Take(Enough), error => Assert.Contains("401", error.Text(), StringComparison.Ordinal));
        run.Result.Errors[^1].Says("JobDrafts.TokenRefused", ErrorCategory.AuthenticationError, $"Row {Rows}", service, "10 times in a row", "Nothing was sent.");
        Assert.Contains($"Connect-JobDraftService -Service {service}", run.Result.Errors[^1].ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_now_and_then_stops_nothing()
    {
        var calls = 0;
        using var bench = new Bench(call => Task.FromResult(Interlocked.Increment(ref calls) % 3 == 0 ? StubServices.Reply(call) : Unauthorized));

        var run = bench.Run("$ids | Update-JobDraft -JobTitle T -SkipCheck -ThrottleLimit 1", ("ids", Ids));

        Assert.Equal(Rows, run.Calls.Count);
        Assert.Equal(Rows / 3, run.Result.Output.Count);
    }

    [Fact]
    public void A_token_that_one_service_refuses_stops_no_row_of_another()
    {
        using var bench = new Bench(call => Task.FromResult(call.Path.StartsWith(StubServices.OpenTrainPath, StringComparison.Ordinal) ? Unauthorized : StubServices.Reply(call)));

        var run = bench.Run(
            "$ids | ForEach-Object { @{ service = 'OpenTrain'; jobId = $_ }; @{ service = 'Sorce'; jobId = $_ } } | Publish-Job -SkipCheck -ThrottleLimit 1",
            ("ids", Ids[..20]));

        Assert.Equal(Enough, run.Calls.Count(call => call.Path.StartsWith(StubServices.OpenTrainPath, StringComparison.Ordinal)));
        Assert.Equal(20, run.Result.Output.Count);
        Assert.Equal(20, run.Result.Errors.Count);
    }

    [Fact]
    public void What_was_kept_here_is_sent_by_the_next_run_with_the_journal()
    {
        using var journal = new JournalFile();
        var isGood = false;
        using var bench = new Bench(call => Task.FromResult(isGood ? StubServices.Reply(call) : Unauthorized));
        const string Script = "$ids | Update-JobDraft -JobTitle T -SkipCheck -ThrottleLimit 1 -JournalPath $journal";
        var first = bench.Run(Script, ("ids", Ids), ("journal", journal.Path));
        Assert.Equal(Enough, first.Calls.Count);

        isGood = true;
        var second = bench.Run(Script, ("ids", Ids), ("journal", journal.Path));

        Assert.Empty(second.Result.Errors);
        Assert.Equal(Rows, second.Result.Output.Count);
        Assert.Equal(Rows, second.Calls.Count);
    }

    private static Reply Unauthorized => new(401, """{"error":"The token is not good.","code":"UNAUTHORIZED"}""");
}
