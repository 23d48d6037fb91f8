namespace JobDraftsPS.Core.Sheets;

/// <summary>One sheet of a workbook: a header and rows.</summary>
public sealed class SheetPage
{
    /// <summary>Creates a page.</summary>
    /// <param name="name">The name on its tab, at most 31 characters.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, each with a value a column: text, number, flag, date, or null for an empty cell. Read once.</param>
    public SheetPage(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        Name = name;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The name on its tab.</summary>
    public string Name { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>The rows.</summary>
    public IEnumerable<IReadOnlyList<object?>> Rows { get; }

    /// <summary>True for a page that is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>True for a page to read: long texts are wrapped, and there is no filter.</summary>
    public bool IsProse { get; init; }
}
