using System.Text.RegularExpressions;

namespace JobDraftsPS.Console.Tests;

/// <summary>The sample that raises budgets, as its reader runs it; what it sent is read from the sandbox's own log.</summary>
public partial class WeeklyBudgetsTests
{
    private const string WithLog = """
        param([string] $Sample)
        $sandbox = Start-JobDraftSandbox
        & $Sample -Sandbox $sandbox
        $client = [Net.Http.HttpClient]::new()
        "LOG $($client.GetStringAsync("$($sandbox.ControlUri)/requests").Result)"
        $sandbox | Stop-JobDraftSandbox
        """;

    private static string Sample => Path.Combine(Checkout.Root, "samples", "weekly-budgets.ps1");

    [Fact]
    public async Task Forty_listings_are_previewed_and_raised_with_one_read_and_no_request_too_many()
    {
        var result = await ScriptRun.ToEnd(WithLog, [Sample]);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        var log = System.Text.Json.JsonDocument.Parse(result.Output.Split('\n').Single(line => line.StartsWith("LOG ", StringComparison.Ordinal))[4..]).RootElement;
        var requests = log.GetProperty("requests").EnumerateArray().Where(request => request.GetProperty("service").ValueKind != System.Text.Json.JsonValueKind.Null).ToArray();
        Assert.DoesNotContain(requests, request => request.GetProperty("status").GetInt32() == 429);
        Assert.Equal(40, requests.Count(request => Is(request, "PATCH", 200)));

        // Before the first edit the whole list was read once, whatever the making of the listings read before.
        var last = Array.FindLastIndex(requests, request => Is(request, "POST", 201));
        Assert.Equal(["GET /api/external/v1/jobs"], requests.Skip(last + 1).Where(request => request.GetProperty("method").GetString() == "GET").Select(request => "GET " + request.GetProperty("target").GetString()));
        Assert.Equal(41, requests.Length - last - 1);
        Assert.All(requests.Where(request => Is(request, "PATCH", 200)), request => Assert.Equal(2, WindowOf().Count(request.GetProperty("body").GetString()!)));
    }

    [Fact]
    public async Task The_preview_names_each_listing_and_the_sums_are_right()
    {
        var result = await ScriptRun.ToEnd("param([string] $Sample); & $Sample -Percent 20", [Sample]);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(40, result.Output.Split("What if: ").Length - 1);
        Assert.DoesNotContain("ReplaceSetLoss", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"Changed\s+: 40", result.Output);
        Assert.Matches(@"Refused\s+: 0", result.Output);

        // 40 times 10000 and 250 times the sum of 1 to 40.
        Assert.Matches(@"WeeklyCentsBefore\s+: 605000", result.Output);
        Assert.Matches(@"WeeklyCentsAfter\s+: 726000", result.Output);
    }

    private static bool Is(System.Text.Json.JsonElement request, string method, int status) =>
        request.GetProperty("method").GetString() == method && request.GetProperty("status").GetInt32() == status;

    [GeneratedRegex("\"window\"")]
    private static partial Regex WindowOf();
}
