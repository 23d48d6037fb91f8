using System.Globalization;
using JobDraftsPS.Benchmarks.Servers;

namespace JobDraftsPS.Benchmarks.Promises;

/// <summary>What one run has to do: five kinds of writes, each with its rows, its line of script and its journal.</summary>
internal sealed class KillWork
{
    private const string Common = "-ThrottleLimit 16 -Resume -JournalPath";

    /// <summary>The share of the rows that each kind gets, and the line that does them. Draft edits and creates are what people do most.</summary>
    private static readonly (string Kind, double Share, string Script)[] Parts =
    [
        ("edits", 0.40, $$"""
            [IO.File]::ReadLines("$folder/edits") | ForEach-Object { [pscustomobject]@{ jobId = $_; jobTitle = "Edited $_" } } | Update-JobDraft {{Common}} "$folder/edits.jsonl"
            """),
        ("creates", 0.20, $$"""
            [IO.File]::ReadLines("$folder/creates") | ForEach-Object { [pscustomobject]@{ description = "Write captions for set $_."; externalId = $_ } } | New-JobDraft {{Common}} "$folder/creates.jsonl"
            """),
        ("publications", 0.15, $$"""
            [IO.File]::ReadLines("$folder/publications") | Publish-Job -Service OpenTrain {{Common}} "$folder/publications.jsonl"
            """),
        ("listings", 0.10, $$"""
            [IO.File]::ReadLines("$folder/listings") | Publish-Job -Service Sorce {{Common}} "$folder/listings.jsonl"
            """),
        ("translations", 0.15, $$"""
            [IO.File]::ReadLines("$folder/translations") | ForEach-Object { [pscustomobject]@{ jobId = $_; name = "Edited $_" } } | Set-TranslationJob -ProjectId {{SandboxPanel.ProjectId}} {{Common}} "$folder/translations.jsonl"
            """),
    ];

    private readonly string folder;
    private readonly Random random;

    public KillWork(string folder, int rows, Random random)
    {
        this.folder = folder;
        this.random = random;
        var left = rows;
        foreach (var (kind, share, _) in Parts)
        {
            Count[kind] = kind == Parts[^1].Kind ? left : (int)(rows * share);
            left -= Count[kind];
        }
    }

    /// <summary>Rows by kind.</summary>
    public Dictionary<string, int> Count { get; } = [];

    public string[] Edits { get; private set; } = [];

    public string[] Publications { get; private set; } = [];

    public string[] Listings { get; private set; } = [];

    public string[] Translations { get; private set; } = [];

    public string DataPath => Path.Combine(folder, "data.json");

    public string ScriptPath => Path.Combine(folder, "run.ps1");

    /// <summary>Writes the sandbox's data file.</summary>
    public void WriteData()
    {
        Edits = Ids("edit", Count["edits"]);
        Publications = Ids("publish", Count["publications"]);
        SandboxPanel.WriteDrafts(DataPath, [.. Edits, .. Publications]);
    }

    /// <summary>Fills the sandbox with the rest, and writes the rows and the script. The kinds come in another order in each run, so that each of them is hit.</summary>
    public async Task PrepareAsync(SandboxPanel panel)
    {
        Listings = await panel.CreateListingsAsync(Count["listings"]);
        Translations = await panel.CreateTranslationsAsync(Count["translations"]);
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["edits"] = Edits,
            ["creates"] = Ids("set", Count["creates"]),
            ["publications"] = Publications,
            ["listings"] = Listings,
            ["translations"] = Translations,
        };
        foreach (var (kind, ids) in rows)
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, kind), ids);
        }

        var parts = Parts.ToArray();
        random.Shuffle(parts);
        await File.WriteAllLinesAsync(ScriptPath, parts.Select(part => part.Script));
    }

    private static string[] Ids(string kind, int count) =>
        [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:D5}"))];
}
