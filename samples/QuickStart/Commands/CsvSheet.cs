using System.Globalization;
using System.Management.Automation;
using CsvHelper;
using CsvHelper.Configuration;

namespace JobDraftsPS.QuickStart.Commands;

/// <summary>Reads a sheet by the rules a script expects of PowerShell's own <c>Import-Csv</c>.</summary>
internal static class CsvSheet
{
    /// <summary>
    /// Yields the rows below the header. An empty cell is an empty text, a cell that the row ends before is null, and
    /// cells beyond the header are left out. Blank lines are skipped; blanks around a cell are not part of it unless quoted.
    /// </summary>
    /// <exception cref="InvalidDataException">Two columns have one name.</exception>
    public static IEnumerable<PSObject> Read(TextReader reader, char delimiter)
    {
        using var parser = new CsvParser(reader, Rules(delimiter), leaveOpen: true);
        if (!parser.Read())
        {
            yield break;
        }

        var header = Header(parser.Record ?? []);
        while (parser.Read())
        {
            var cells = parser.Record ?? [];
            if (cells is not ([] or [""]))
            {
                yield return ToRow(header, cells);
            }
        }
    }

    private static CsvConfiguration Rules(char delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        TrimOptions = TrimOptions.Trim,
        WhiteSpaceChars = delimiter == '\t' ? [' '] : [' ', '\t'],
        // A stray quote is kept as text, as spreadsheets do.
        BadDataFound = null,
    };

    private static List<string> Header(string[] cells)
    {
        // Spreadsheets like to save empty columns at the right edge.
        var names = cells.AsSpan().TrimEnd(string.Empty).ToArray()
            .Select((name, index) => name.Length > 0 ? name : $"H{index + 1}")
            .ToList();
        var twice = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? names
            : throw new InvalidDataException($"The sheet has more than one column '{twice.Key}'.");
    }

    private static PSObject ToRow(List<string> header, string[] cells)
    {
        var row = new PSObject();
        for (var column = 0; column < header.Count; column++)
        {
            row.Properties.Add(new PSNoteProperty(header[column], column < cells.Length ? cells[column] : null));
        }

        return row;
    }
}
