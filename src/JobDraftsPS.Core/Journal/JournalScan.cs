using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Journal;

/// <summary>Reads a journal line by line, with the place of each line, without holding more than one.</summary>
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

    /// <summary>The next line; null at the end.</summary>
    /// <exception cref="InvalidDataException">A line in the middle is no journal line.</exception>
    public JournalLine? Next()
    {
        while (NextBytes() is { } bytes)
        {
            if (bytes.Length == 0)
            {
                continue;
            }

            try
            {
                var line = JsonSerializer.Deserialize(bytes, JournalJson.Default.JournalLine);

                // Values are kept as they stand; one that can never become a text would fail when somebody looks at it.
                return line is not null && JsonText.IsReadable(bytes) ? line : throw new JsonException();
            }
            catch (JsonException)
            {
                throw new InvalidDataException($"the line at byte {LineStart} is no journal line");
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
}
