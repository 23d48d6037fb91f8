using System.Diagnostics;
using System.Text.Json.Nodes;
using JobDraftsPS.Tests.Shared;

namespace JobDraftsPS.Console.Tests.Services;

/// <summary>A service that is registered from outside: the public cmdlets edit it without a line of theirs that knows it.</summary>
public sealed class FourthServiceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fourth-");
    private readonly Dictionary<string, JsonObject> shifts = "abcdef".ToDictionary(id => id.ToString(), id => new JsonObject { ["id"] = id.ToString(), ["title"] = "Old", ["places"] = 1 });
    private readonly List<(long At, string Method)> seen = [];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_plans_applies_keeps_its_pace_and_its_journal_and_undoes()
    {
        using var server = new WireServer(Answer);
        var start = PowerShellProcess.Describe(["-NoProfile", "-NonInteractive", "-File", Path.Combine(Checkout.Root, "tests", "JobDraftsPS.Console.Tests", "Services", "fourth.ps1"), "-Module", Checkout.Manifest, "-Service", Checkout.FourthService, "-Address", server.Origin + "/v1", "-Work", folder.FullName]);

        var (exitCode, output, error) = await PowerShellProcess.RunAsync(start, TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output + error);
        Assert.Equal(
            [
                "test: Night office",
                "complete: OpenTrain TextKing Sorce Shifts",
                "plan: 3 rows, 'many' is not a whole number; write digits, such as 12.",
                "changes: title: Old -> Early; places: 1 -> 3",
                "apply: 6 Applied",
                "again: 6 Applied",
                "journal: 6",
                "undo: 6 rows, title: Early -> Old; places: 3 -> 1",
                "undone: 6",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.All(shifts.Values, shift => Assert.Equal(("Old", 1), ((string)shift["title"]!, (int)shift["places"]!)));
        // Once there and once back: what the journal knows to be done is not sent again.
        Assert.Equal(12, seen.Count(one => one.Method == "PATCH"));
        Assert.All(seen, one => Assert.InRange(seen.Count(other => other.At >= one.At && other.At < one.At + 1000), 1, 10));
        Assert.All(seen, one => Assert.InRange(seen.Count(other => other.At >= one.At && other.At < one.At + 200), 1, 4));
    }

    private WireReply Answer(WireRequest request)
    {
        lock (seen)
        {
            seen.Add((Stopwatch.GetTimestamp() * 1000 / Stopwatch.Frequency, request.Method));
            if (request.Target == "/v1/me")
            {
                return WireReply.Of(200, """{"name":"Night office"}""");
            }

            var shift = shifts[request.Target.Split('/')[^1]];
            if (request.Method == "PATCH")
            {
                foreach (var (name, value) in JsonNode.Parse(request.Body)!.AsObject())
                {
                    shift[name] = value!.DeepClone();
                }
            }

            return WireReply.Of(200, shift.ToJsonString());
        }
    }
}
