using JobDraftsPS.Core.Journal;
using JobDraftsPS.Core.Tests.Support;

namespace JobDraftsPS.Core.Tests.Journal;

/// <summary>A journal that is not as it was written is refused: what it lacks could be the line that keeps a row from being sent again.</summary>
public sealed class JournalChainTests : IDisposable
{
    private readonly JournalBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("Applied", "Refused")]
    [InlineData("\"type\":\"sent\"", "\"type\":\"end\"")]
    [InlineData("\"row\":", "\"rov\":")]
    [InlineData("\"check\":", "\"chekk\":")]
    [InlineData(":201", ":200")]
    public async Task A_line_that_was_changed(string from, string to)
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));
        var text = (await File.ReadAllTextAsync(bench.Path, TestContext.Current.CancellationToken)).Replace("\"attempts\":1", "\"attempts\":201", StringComparison.Ordinal);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(bench.Path, text.Replace(from, to, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        AssertRefused();
    }

    [Theory]
    [InlineData("moved")]
    [InlineData("taken out")]
    [InlineData("doubled")]
    [InlineData("without its checksum")]
    public async Task A_line_that_was(string what)
    {
        await bench.RunAsync(false, bench.Calls.Update("a"), bench.Calls.Update("b"));
        var whole = await File.ReadAllLinesAsync(bench.Path, TestContext.Current.CancellationToken);
        for (var at = 2; at < whole.Length - 1; at++)
        {
            var lines = whole.ToList();
            var line = lines[at];
            lines.RemoveAt(at);
            switch (what)
            {
                case "moved":
                    lines.Insert(at + 1, line);
                    break;
                case "doubled":
                    lines.InsertRange(at, [line, line]);
                    break;
                case "without its checksum":
                    lines.Insert(at, line[..line.LastIndexOf(",\"check\"", StringComparison.Ordinal)] + "}");
                    break;
            }

            await File.WriteAllLinesAsync(bench.Path, lines, TestContext.Current.CancellationToken);

            AssertRefused();
        }
    }

    [Fact]
    public async Task A_whole_last_line_that_lost_only_its_end_is_damage_and_no_kill()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));
        bench.CutBefore("sent");
        var bytes = await File.ReadAllBytesAsync(bench.Path, TestContext.Current.CancellationToken);
        bytes[^1] ^= 4;
        await File.WriteAllBytesAsync(bench.Path, bytes, TestContext.Current.CancellationToken);

        AssertRefused();
    }

    [Fact]
    public async Task A_journal_of_a_version_without_checksums_goes_on_with_them()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));
        bench.ForgetChecksums();

        await bench.RunAsync(true, bench.Calls.Update("a"), bench.Calls.Update("b"));
        await bench.RunAsync(true, bench.Calls.Update("a"), bench.Calls.Update("b"), bench.Calls.Update("c"));

        Assert.Equal(3, bench.Requests.Count);
        var lines = bench.Lines();
        Assert.Equal(lines.SkipWhile(line => line["check"] is null), lines.Where(line => line["check"] is not null));
        Assert.Equal(2, lines.Where(line => line["check"] is not null).Count(line => (string?)line["type"] == "run"));
    }

    [Fact]
    public async Task A_run_of_an_earlier_version_behind_ours_is_read_too()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));
        await File.AppendAllTextAsync(
            bench.Path,
            """{"type":"run","at":"2026-03-02T08:00:00+00:00","version":1,"command":"Update-JobDraft"}""" + "\n" + """{"type":"end","at":"2026-03-02T08:00:00+00:00","done":1,"failed":0}""" + "\n",
            TestContext.Current.CancellationToken);

        await bench.RunAsync(true, bench.Calls.Update("a"), bench.Calls.Update("b"));

        Assert.Equal(2, bench.Requests.Count);
    }

    [Fact]
    public async Task An_editor_that_changed_the_ends_of_the_lines_did_no_harm()
    {
        await bench.RunAsync(false, bench.Calls.Update("a"));
        var text = await File.ReadAllTextAsync(bench.Path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bench.Path, text.Replace("\n", "\r\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await bench.RunAsync(true, bench.Calls.Update("a"));

        Assert.Single(bench.Requests);
    }

    [Fact]
    public async Task The_deepest_answer_that_is_taken_can_be_read_back()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 62)) + "\"\\ud83d\\ude00\"" + new string('}', 62);
        using var deepBench = new JournalBench(_ => ScriptedNetwork.Json(200, $$"""{"id":"a","jobId":"a","more":{{deep}}}"""));
        await deepBench.RunAsync(false, deepBench.Calls.Update("a"));
        Assert.Contains(deep, await File.ReadAllTextAsync(deepBench.Path, TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);

        await deepBench.RunAsync(true, deepBench.Calls.Update("a"));

        Assert.Single(deepBench.Requests);
    }

    private void AssertRefused()
    {
        var error = bench.Refused(resume: true);

        Assert.Contains("not changed", error.Message, StringComparison.Ordinal);
        Assert.Contains("would be sent again", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Throws<JobDraftsApiException>(() => new JournalView().Add(bench.Path));
        Assert.Throws<JobDraftsApiException>(() => JournalHistory.Read(bench.Path));
    }
}
