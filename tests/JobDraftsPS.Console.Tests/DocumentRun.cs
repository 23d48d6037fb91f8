using System.Globalization;
using System.Text.RegularExpressions;

namespace JobDraftsPS.Console.Tests;

/// <summary>
/// The scripts of the README and of the documents, run one after the other, each with a sandbox of its own and in a
/// folder that is laid out as a clone.
/// </summary>
public sealed partial class DocumentRun : IAsyncLifetime
{
    private const string Each = """
        param([string] $Folder)
        $ErrorActionPreference = 'Stop'
        $places = [IO.Directory]::GetDirectories($Folder)
        [Array]::Sort($places, [StringComparer]::Ordinal)
        foreach ($place in $places) {
            Get-JobDraftSandbox | Stop-JobDraftSandbox
            $sandbox = Start-JobDraftSandbox
            Connect-JobDraftService -Sandbox $sandbox
            $null = $ExecutionContext.SessionState.Path.SetLocation($place)
            Write-Host "=== $([IO.Path]::GetFileName($place))"
            . ./piece.ps1 | Out-Host
        }
        """;

    /// <summary>A sheet as the pages take it for granted; each service is edited, and values from before are known.</summary>
    private const string Sheet = """
        service,jobId,projectId,headcount,title,briefing
        OpenTrain,ot-draft-01,,4,,
        OpenTrain,ot-draft-02,,5,,
        TextKing,aaaaaaaa-0000-4000-8000-000000000003,11111111-1111-4111-8111-111111111111,,,Short and warm.
        Sorce,job_s01,,,Ferry developer,
        Sorce,job_s02,,,Ferry annotator,
        """;

    private static readonly string[] Pages =
    [
        .. new[] { ".", "docs" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.md"))
            .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("documents-");
    private readonly string _root = Checkout.Root;

    /// <summary>The page's pieces of script, each with the output that it shows below itself, if any.</summary>
    internal IReadOnlyList<(string Script, string? Shown)> Pieces { get; private set; } = [];

    internal ScriptResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var pieces = new List<(string Script, string? Shown)>();
        foreach (var page in Pages)
        {
            var text = (await File.ReadAllTextAsync(Path.Combine(_root, page))).ReplaceLineEndings("\n");
            foreach (var piece in Piece().Matches(text).Select(match => match.Groups))
            {
                pieces.Add((piece["script"].Value, piece["shown"] is { Success: true } shown ? shown.Value : null));
                var place = _folder.CreateSubdirectory(NameOf(pieces.Count - 1));
                await LayOutAsync(place, page, piece["script"].Value);
            }
        }

        Pieces = pieces;
        Result = await ScriptRun.ToEnd(Each, [_folder.FullName]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The lines that a piece printed, without the blanks at their ends.</summary>
    internal IReadOnlySet<string> Printed(int index)
    {
        var lines = Result.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        return lines.Skip(lines.IndexOf($"=== {NameOf(index)}") + 1).TakeWhile(line => !line.StartsWith("=== ", StringComparison.Ordinal)).ToHashSet();
    }

    private static string NameOf(int index) => index.ToString("00", CultureInfo.InvariantCulture);

    private async Task LayOutAsync(DirectoryInfo place, string page, string script)
    {
        Array.ForEach(["docs/samples", "samples/documents", "samples/gap-filling"], path => Copy(path, "*", place));
        Copy("samples/QuickStart", "*.csv", place);
        var drafts = Path.Combine(_root, "docs", "samples", "drafts.csv");
        await File.WriteAllTextAsync(Path.Combine(place.FullName, "edits.csv"), page == "docs/plans.md" || page == "docs/scale.md" ? Sheet : await File.ReadAllTextAsync(drafts));
        var manifest = $"'{Path.Combine(_root, "JobDraftsPS.psd1")}'";
        await File.WriteAllTextAsync(Path.Combine(place.FullName, "piece.ps1"), script.Replace("./JobDraftsPS.psd1", manifest, StringComparison.Ordinal));
    }

    private void Copy(string path, string pattern, DirectoryInfo place)
    {
        var source = Path.Combine(_root, path);
        foreach (var file in Directory.EnumerateFiles(source, pattern, SearchOption.AllDirectories))
        {
            var copy = Path.Combine(place.FullName, path, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // Between a piece and its output there may be a line that says so.
    [GeneratedRegex(@"```powershell\n(?<script>.*?)\n```(?:\n\n(?:[^\n#`]+\n\n)?```text\n(?<shown>.*?)\n```)?", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
