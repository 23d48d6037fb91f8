using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using JobDraftsPS.Tests.Support;

namespace JobDraftsPS.Tests.Bulk;

/// <summary>A place for a journal, and what stands in it.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public JournalFile() => Path = At("run.jsonl");

    public string Path { get; }

    public string Folder => folder.Path;

    public bool Exists => File.Exists(Path);

    public byte[] Bytes => File.ReadAllBytes(Path);

    /// <summary>The whole lines, also while a run is in the middle of writing another.</summary>
    public IReadOnlyList<JsonObject> Lines
    {
        get
        {
            using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            var text = reader.ReadToEnd();
            return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
        }
    }

    public IReadOnlyList<string> Types => [.. Lines.Select(line => (string)line["type"]!)];

    public string At(string name) => System.IO.Path.Combine(folder.Path, name);

    /// <summary>What the journal says of one row, in order: the types of its lines.</summary>
    public IReadOnlyList<string> TypesOf(string jobId) => [.. LinesOf(jobId).Select(line => (string)line["type"]!)];

    /// <summary>The lines of all rows of a job; a line that names only the row is found by it.</summary>
    public IReadOnlyList<JsonObject> LinesOf(string jobId)
    {
        var lines = Lines;
        var rows = lines.Where(line => (string?)line["jobId"] == jobId).Select(line => (string?)line["row"]).ToHashSet();
        return [.. lines.Where(line => line["row"] is { } row && rows.Contains((string?)row))];
    }

    /// <summary>
    /// Leaves the file as a killed run does: without the lines that the test takes out, and without an end. The others lose their checksums,
    /// which would show that one is missing.
    /// </summary>
    public void Forget(Func<JsonObject, bool> line)
    {
        var kept = File.ReadAllLines(Path).Where(text => JsonNode.Parse(text)!.AsObject() is var entry && (string?)entry["type"] != "end" && !line(entry));
        File.WriteAllLines(Path, kept.Select(text => Regex.Replace(text, ",\"check\":\"[0-9a-f]{16}\"}$", "}")).ToArray());
    }

    /// <summary>The reply of a job was never written down.</summary>
    public void ForgetReplyOf(string jobId) => Forget(line => (string?)line["type"] is "reply" or "reconciled" && (string?)line["jobId"] == jobId);

    public void Dispose() => folder.Dispose();
}
