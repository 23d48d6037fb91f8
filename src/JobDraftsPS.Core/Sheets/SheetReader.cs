using System.Text;
using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.Sheets;

/// <summary>Reads rows from workbooks, CSV, JSON, JSON Lines and YAML, one at a time: a sheet of any length takes the memory of its longest row.</summary>
public static class SheetReader
{
    private const int HeadLength = 64 * 1024;

    /// <summary>The rows of a file.</summary>
    /// <param name="path">The file; its ending, or else its first letter, says what it is.</param>
    /// <param name="options">What is said about it.</param>
    /// <exception cref="JobDraftsApiException">The file cannot be read as a sheet, or has no row.</exception>
    public static IEnumerable<SheetRow> Read(string path, SheetOptions options) => Read(path, options, new SheetFacts());

    /// <summary>The rows of a file, with what there is to know of the file beside them.</summary>
    /// <param name="path">The file; its ending, or else its first letter, says what it is.</param>
    /// <param name="options">What is said about it.</param>
    /// <param name="facts">Takes what else the file tells; whole once the last row is read.</param>
    /// <exception cref="JobDraftsApiException">The file cannot be read as a sheet, or has no row.</exception>
    public static IEnumerable<SheetRow> Read(string path, SheetOptions options, SheetFacts facts)
    {
        using var rows = Guard(path, () => Open(path, options, facts).GetEnumerator());
        var any = false;
        while (Guard(path, rows.MoveNext))
        {
            any = true;
            yield return rows.Current;
        }

        if (!any)
        {
            throw LocalErrors.Sheet(path, "it has no row below its header");
        }
    }

    private static IEnumerable<SheetRow> Open(string path, SheetOptions options, SheetFacts facts)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var head = new byte[HeadLength];
        var length = Fill(file, head);
        if (Workbook.Is(path, head, length))
        {
            foreach (var row in Workbook.Read(file, options.WorksheetName, facts))
            {
                yield return row;
            }

            yield break;
        }

        if (options.WorksheetName is not null)
        {
            throw new InvalidDataException("it is no workbook, and only a workbook has pages to name");
        }

        var (encoding, skip) = SheetEncoding.Find(head, length, options.Encoding);
        var sample = Sample(encoding, head, skip, length);
        if (string.IsNullOrWhiteSpace(sample) && length < HeadLength)
        {
            throw new InvalidDataException("it is empty");
        }

        file.Position = skip;
        using var reader = new BoundedReader(new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false), encoding.WebName);
        var rows = KindOf(path, sample) switch
        {
            SheetKind.Json => JsonSheet.Read(reader),
            SheetKind.Yaml => YamlSheet.Read(reader),
            _ => CsvSheet.Read(reader, sample, options.Delimiter, facts),
        };
        foreach (var row in rows)
        {
            if (row.Number > SheetLimits.Rows)
            {
                throw new InvalidDataException($"it has more than {SheetLimits.Rows} rows; split it");
            }

            reader.Mark();
            reader.RowNumber = row.Number + 1;
            yield return row;
        }
    }

    /// <summary>What may be guessed from; a letter that the sample cuts in two does not matter here.</summary>
    private static string Sample(Encoding encoding, byte[] head, int skip, int length)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient.GetString(head, skip, length - skip);
    }

    private static SheetKind KindOf(string path, string sample) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSON" or ".JSONL" or ".NDJSON" => SheetKind.Json,
        ".YAML" or ".YML" => SheetKind.Yaml,
        ".CSV" or ".TSV" => SheetKind.Csv,
        _ => sample.TrimStart() is ['[' or '{', ..] ? SheetKind.Json : SheetKind.Csv,
    };

    private static int Fill(FileStream file, byte[] head)
    {
        var length = 0;
        while (length < head.Length && file.Read(head, length, head.Length - length) is var read and > 0)
        {
            length += read;
        }

        return length;
    }

    private static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            throw LocalErrors.Sheet(path, error.Message);
        }
    }
}
