namespace JobDraftsPS.Core.Sheets;

/// <summary>What the cells of a column hold.</summary>
public enum SheetCellKind
{
    /// <summary>Text, kept as it is typed: a workbook makes no number or date of it.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Days, perhaps with a time.</summary>
    Date,

    /// <summary>True or false.</summary>
    Flag,
}
