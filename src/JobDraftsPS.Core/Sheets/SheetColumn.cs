namespace JobDraftsPS.Core.Sheets;

/// <summary>A column of a sheet that is written for people.</summary>
public sealed class SheetColumn
{
    /// <summary>Creates a column.</summary>
    /// <param name="name">What its header says.</param>
    /// <param name="kind">What its cells hold.</param>
    public SheetColumn(string name, SheetCellKind kind = SheetCellKind.Text)
    {
        Name = name;
        Kind = kind;
    }

    /// <summary>What the header says.</summary>
    public string Name { get; }

    /// <summary>What the cells hold.</summary>
    public SheetCellKind Kind { get; }

    /// <summary>The values to choose from; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True for what is only to be looked at: grey in a workbook.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>What the column means and takes, for people; null for nothing to say.</summary>
    public string? Meaning { get; init; }
}
