using System.Text.RegularExpressions;

namespace JobDraftsPS.QuickStart.Tests;

/// <summary>The scripts of the README, run one after the other in a clone's folder, each with a sandbox of its own.</summary>
public sealed partial class ReadmeRun : IAsyncLifetime
{
    private const string Each = """
        param([string] $Folder, [string] $Pieces)
        $ErrorActionPreference = 'Stop'
        $null = $ExecutionContext.SessionState.Path.SetLocation($Folder)
        $files = [IO.Directory]::GetFiles($Pieces)
        [Array]::Sort($files, [StringComparer]::Ordinal)
        foreach ($file in $files) {
            Get-JobDraftSandbox | Stop-JobDraftSandbox
            $sandbox = Start-JobDraftSandbox
            Connect-JobDraftService -Sandbox $sandbox
            Write-Host "=== $([IO.Path]::GetFileNameWithoutExtension($file))"
            . $file | Out-Host
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readme-");
    private readonly string _root = Checkout.Around(AppContext.BaseDirectory).Root;

    /// <summary>The page's pieces of script, each with the output that it shows below itself, if any.</summary>
    internal IReadOnlyList<(string Script, string? Shown)> Pieces { get; private set; } = [];

    internal ScriptResult Result { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var page = (await File.ReadAllTextAsync(Path.Combine(_root, "README.md"))).ReplaceLineEndings("\n");
        Pieces = [.. Piece().Matches(page).Select(piece => (piece.Groups["script"].Value, piece.Groups["shown"] is { Success: true } shown ? shown.Value : null))];

        // What the pieces read is laid out as in a clone, and what they write stays out of it.
        Array.ForEach(["docs/samples", "samples/documents", "samples/gap-filling"], Copy);
        Copy("samples/QuickStart", "*.csv");
        var pieces = _folder.CreateSubdirectory("pieces");
        foreach (var (piece, index) in Pieces.Select((piece, index) => (piece, index)))
        {
            var script = piece.Script.Replace("./JobDraftsPS.psd1", $"'{Path.Combine(_root, "JobDraftsPS.psd1")}'", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(pieces.FullName, $"{index:00}.ps1"), script);
        }

        Result = await ScriptRun.ToEnd(Each, [_folder.FullName, pieces.FullName]);
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
        return lines.Skip(lines.IndexOf($"=== {index:00}") + 1).TakeWhile(line => !line.StartsWith("=== ", StringComparison.Ordinal)).ToHashSet();
    }

    private void Copy(string path) => Copy(path, "*");

    private void Copy(string path, string pattern)
    {
        var source = Path.Combine(_root, path);
        foreach (var file in Directory.EnumerateFiles(source, pattern, SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, path, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // Between a piece and its output there may be a line that says so.
    [GeneratedRegex(@"```powershell\n(?<script>.*?)\n```(?:\n\n(?:[^\n#`]+\n\n)?```text\n(?<shown>.*?)\n```)?", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
