namespace JobDraftsPS.Core.Sheets;

/// <summary>What a file tells beside its rows. Filled while the rows are read.</summary>
public sealed class SheetFacts
{
    /// <summary>The names of the columns in their order; empty for a file whose rows name their own.</summary>
    public IReadOnlyList<string> Columns { get; internal set; } = [];

    /// <summary>What a person should know of how the file was read.</summary>
    public IList<string> Remarks { get; } = new List<string>();

    /// <summary>The values at the time of the export, where the file keeps them; null for nothing.</summary>
    public SheetBaseline? Baseline { get; internal set; }

    /// <summary>True for a workbook: its lines are the rows as the spreadsheet program counts.</summary>
    public bool IsWorkbook { get; internal set; }
}
