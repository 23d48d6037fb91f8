using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace JobDraftsPS.Core.Sheets;

/// <summary>Reads CSV: a header, then a row a record. Line breaks and separators may stand within quotation marks.</summary>
internal static class CsvSheet
{
    private const string SeparatorLine = "sep=";
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public static IEnumerable<SheetRow> Read(BoundedReader reader, string sample, char? given, SheetFacts facts)
    {
        var said = sample.StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && sample.Length > SeparatorLine.Length ? sample[SeparatorLine.Length] : (char?)null;
        if (said is not null)
        {
            // Excel's own way of saying it; the line is no header.
            reader.ReadLine();
        }

        var delimiter = given ?? said ?? Guess(sample);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = found => throw new InvalidDataException($"row {reader.RowNumber} has a quotation mark in the middle of a cell, or one that is never closed; double those of the text, and put the cell into quotation marks"),
        };
        using var parser = Open(reader, configuration);
        var header = Header(parser);
        facts.Columns = header;
        reader.Mark();
        var number = 0;
        var skipped = said is null ? 0 : 1;
        for (var line = parser.RawRow + skipped + 1; parser.Read(); line = parser.RawRow + skipped + 1)
        {
            number++;
            var record = parser.Record!;
            if (Array.TrueForAll(record, string.IsNullOrEmpty))
            {
                // What a spreadsheet leaves below the last row.
                reader.Mark();
                continue;
            }

            yield return Row(number, header, record, line);
        }

        if (reader.HasOpenQuote)
        {
            throw new InvalidDataException("a quotation mark is opened and never closed, so it is not known where its cell ends");
        }
    }

    private static CsvParser Open(BoundedReader reader, CsvConfiguration configuration)
    {
        try
        {
            return new CsvParser(reader, configuration);
        }
        catch (ConfigurationException wrong)
        {
            throw new InvalidDataException($"its separator cannot be '{configuration.Delimiter}': a comma, semicolon, tab or bar is usual", wrong);
        }
    }

    private static string[] Header(CsvParser parser)
    {
        if (!parser.Read())
        {
            throw new InvalidDataException("it is empty");
        }

        return SheetHeader.Of(parser.Record!);
    }

    private static SheetRow Row(int number, string[] header, string[] record, int line)
    {
        var cells = new List<KeyValuePair<string, object?>>(header.Length);
        for (var i = 0; i < Math.Min(header.Length, record.Length); i++)
        {
            SheetLimits.RequireCell(number, header[i], record[i].Length);
            if (record[i].Length > 0)
            {
                cells.Add(new(header[i], record[i]));
            }
        }

        var isShifted = record.Length < header.Length || record.Skip(header.Length).Any(cell => cell.Length > 0);
        return new SheetRow(number, cells, isShifted ? $"the row has {record.Length} cells and the header {header.Length}, so it is not known which belongs where" : null, line);
    }

    /// <summary>The separator that the first line has most of, outside quotation marks.</summary>
    private static char Guess(string sample)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var letter in sample)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\r' or '\n')
            {
                if (counts.Any(count => count > 0))
                {
                    break;
                }
            }
            else if (!quoted && Array.IndexOf(Separators, letter) is var at and >= 0)
            {
                counts[at]++;
            }
        }

        var most = counts.Max();
        return Separators[Array.IndexOf(counts, most)];
    }
}
