namespace JobDraftsPS.Console.Tests;

/// <summary>What the README and the documents show is what somebody gets who types it into a session in a clone.</summary>
public sealed class DocumentTests(DocumentRun run) : IClassFixture<DocumentRun>
{
    [Fact]
    public void Every_script_of_the_pages_runs_without_an_error()
    {
        Assert.True(run.Pieces.Count >= 10, $"The pages have {run.Pieces.Count} scripts.");
        var errors = run.Result.Error.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith("WARNING: ", StringComparison.Ordinal));
        Assert.Equal((0, string.Empty), (run.Result.ExitCode, string.Join('\n', errors)));
    }

    [Fact]
    public void What_a_page_shows_below_a_script_is_what_the_script_prints()
    {
        var shown = run.Pieces.Select((piece, index) => (piece.Shown, Index: index)).Where(piece => piece.Shown is not null).ToArray();

        Assert.NotEmpty(shown);
        Assert.All(shown, piece => Assert.All(
            piece.Shown!.Split('\n').Where(line => line is not ("..." or "")),
            line => Assert.Contains(line.TrimEnd(), run.Printed(piece.Index))));
    }

    [Fact]
    public void Every_script_has_something_to_show()
    {
        Assert.All(Enumerable.Range(0, run.Pieces.Count), index => Assert.Contains(run.Printed(index), line => line.Length > 0));
    }
}
