namespace JobDraftsPS.Core.Sheets;

/// <summary>One data row of a sheet, as it stands there.</summary>
public sealed class SheetRow
{
    internal SheetRow(int number, IReadOnlyList<KeyValuePair<string, object?>> cells, string? problem = null, int? line = null)
    {
        Line = line;
        Number = number;
        Cells = cells;
        Problem = problem;
    }

    /// <summary>The row's place among the data rows, from 1.</summary>
    public int Number { get; }

    /// <summary>Where the row begins in the file: its line, or its row as the spreadsheet program counts. Null where it has none.</summary>
    public int? Line { get; }

    /// <summary>The cells by column. Empty text means not given; null was said, and clears.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Cells { get; }

    /// <summary>What is wrong with the row as a whole; null for nothing.</summary>
    public string? Problem { get; }
}
