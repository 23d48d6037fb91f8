namespace JobDraftsPS.Core.Sheets;

/// <summary>How much of a sheet is held at once. No field of a service takes as much as a cell may hold here.</summary>
internal static class SheetLimits
{
    /// <summary>Characters of one cell.</summary>
    public const int Cell = 1024 * 1024;

    /// <summary>Characters of one row.</summary>
    public const int Row = 4 * Cell;

    public const int Rows = 1_000_000;

    /// <summary>How deep a value may be nested.</summary>
    public const int Depth = 64;

    /// <exception cref="InvalidDataException">The cell is too long.</exception>
    public static void RequireCell(int row, string column, int length)
    {
        if (length > Cell)
        {
            throw new InvalidDataException($"row {row}, column '{column}' holds {length} characters, and at most {Cell} are taken");
        }
    }
}
