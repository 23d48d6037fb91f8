namespace JobDraftsPS;

/// <summary>Something that was found out about a plan before anything was sent.</summary>
public sealed class PlanFinding
{
    /// <summary>The row, from 1; null for the sheet as a whole.</summary>
    public int? Row { get; set; }

    /// <summary>The column as the sheet spells it; null where it is about the row as a whole.</summary>
    public string? Column { get; set; }

    /// <summary>How much it weighs.</summary>
    public PlanSeverity Severity { get; set; }

    /// <summary>A word that programs can test.</summary>
    public string Code { get; set; } = string.Empty;

    /// <summary>What was found, for people.</summary>
    public string Message { get; set; } = string.Empty;

    /// <summary>The finding on one line, with its row or as it is told beside the row.</summary>
    public string ToString(bool withRow) => withRow ? ToString() : $"{Severity}{(Column is null ? string.Empty : $" in '{Column}'")}: {Message}";

    /// <summary>The finding on one line.</summary>
    public override string ToString() =>
        $"{Severity}{(Row is { } row ? $", row {row}" : string.Empty)}{(Column is null ? string.Empty : $", column '{Column}'")}: {Message}";
}
