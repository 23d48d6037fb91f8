namespace JobDraftsPS.Core.Sheets;

/// <summary>What is said about a sheet; the rest is found in it.</summary>
public sealed class SheetOptions
{
    /// <summary>The encoding's name; null to find it.</summary>
    public string? Encoding { get; set; }

    /// <summary>What stands between the cells of a CSV row; null to find it.</summary>
    public char? Delimiter { get; set; }

    /// <summary>The page of a workbook; null for the first one that is shown.</summary>
    public string? WorksheetName { get; set; }
}
