using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>
/// Reads a journal line by line, with the place of each line, without holding more than one. Strict: what it does not know could be the
/// line that keeps a row from being sent again.
/// </summary>
internal sealed class JournalScan : IDisposable
{
    /// <summary>A line holds one answer of a service, which is bounded too; more is no journal.</summary>
    private const int LongestLine = 80 * 1024 * 1024;

    private readonly FileStream file;
    private readonly bool isBorrowed;
    private readonly byte[] chunk = new byte[64 * 1024];
    private int filled;
    private int position;
    private long offset;
    private bool hasBegun;

    public JournalScan(string path) => file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    /// <summary>Reads a file that is open, from its beginning, and leaves it open.</summary>
    public JournalScan(FileStream file)
    {
        this.file = file;
        isBorrowed = true;
        file.Position = 0;
    }

    /// <summary>Where the last whole line ends: a journal goes on from here.</summary>
    public long EndOfWholeLines { get; private set; }

    /// <summary>True when the file ends in the middle of a line, as a killed process leaves it.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>Where the line read last begins.</summary>
    public long LineStart { get; private set; }

    /// <summary>The checksums as far as the file was read.</summary>
    public JournalChain Chain { get; } = new();

    /// <summary>The next line; null at the end.</summary>
    /// <exception cref="InvalidDataException">It is no journal of this version, or a line is not as it was written.</exception>
    public JournalLine? Next()
    {
        while (NextBytes() is { } bytes)
        {
            if (bytes.Length > 0)
            {
                return Read(bytes);
            }
        }

        return null;
    }

    public void Dispose()
    {
        if (!isBorrowed)
        {
            file.Dispose();
        }
    }

    /// <summary>The version that a line of a run names, whatever else it holds; null where it names none.</summary>
    private static int? VersionOf(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JournalJson.Depth });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals(JournalLine.Run)
                && root.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number)
                    ? number
                    : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True when bytes are one whole object.</summary>
    private static bool IsObject(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JournalJson.Depth });
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private JournalLine Read(byte[] bytes)
    {
        JournalLine? line;
        try
        {
            // Values are kept as they stand; one that can never become a text would fail when somebody looks at it.
            line = JsonSerializer.Deserialize(bytes, JournalJson.Default.JournalLine);
            line = JsonText.IsReadable(bytes, JournalJson.Depth) ? line : null;
        }
        catch (JsonException)
        {
            line = null;
        }

        // Another version may have members that are not known here.
        var version = line is null ? VersionOf(bytes) : line.Version;
        if (version is not null and not RunJournal.Version)
        {
            throw new InvalidDataException($"it has version {version}, and this module reads version {RunJournal.Version}");
        }

        if (line is null)
        {
            throw new InvalidDataException($"the line at byte {LineStart} is no journal line");
        }

        if (line.Type == JournalLine.Run ? line.Version is null : !hasBegun)
        {
            throw new InvalidDataException("it is no journal");
        }

        if (!line.IsWhole)
        {
            throw new InvalidDataException($"the line at byte {LineStart} is of a kind that no journal of this version has");
        }

        if (!Chain.Take(bytes, line))
        {
            throw new InvalidDataException($"the line at byte {LineStart} does not fit its checksum: it or one before it was changed, moved or taken out");
        }

        hasBegun = true;
        return line;
    }

    private byte[]? NextBytes()
    {
        LineStart = offset;
        using var line = new MemoryStream();
        while (true)
        {
            if (position == filled)
            {
                filled = file.Read(chunk, 0, chunk.Length);
                position = 0;
                if (filled == 0)
                {
                    IsTorn = line.Length > 0;
                    RequireTornByKill(line.ToArray());
                    return null;
                }
            }

            var end = Array.IndexOf(chunk, (byte)'\n', position, filled - position);
            var taken = (end < 0 ? filled : end) - position;
            line.Write(chunk, position, taken);
            offset += taken;
            position += taken;
            if (line.Length > LongestLine)
            {
                throw new InvalidDataException($"the line at byte {LineStart} is longer than any journal line");
            }

            if (end >= 0)
            {
                offset++;
                position++;
                EndOfWholeLines = offset;
                return line.ToArray();
            }
        }
    }

    /// <summary>A kill leaves the beginning of a line. One that is whole and has something else than its end was on disk already, and what it tells may have been done.</summary>
    /// <exception cref="InvalidDataException">It is such a one.</exception>
    private void RequireTornByKill(byte[] tail)
    {
        if (tail.Length > 1 && IsObject(tail.AsMemory(0, tail.Length - 1)))
        {
            throw new InvalidDataException($"the line at byte {LineStart} has lost its end");
        }
    }
}
