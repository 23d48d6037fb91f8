namespace JobDraftsPS.Core.Plans;

/// <summary>What one row asks for, before it is checked against the fields of its service.</summary>
public sealed class PlanInput
{
    /// <summary>The row's place among the data rows, from 1.</summary>
    public int Row { get; set; }

    /// <summary>The service; null where the row names none.</summary>
    public JobService? Service { get; set; }

    /// <summary>The project, of TEXTKING.</summary>
    public string? ProjectId { get; set; }

    /// <summary>The job.</summary>
    public string? JobId { get; set; }

    /// <summary>What is to be done; null where the row does not say.</summary>
    public PlanOperation? Operation { get; set; }

    /// <summary>Names of fields to clear.</summary>
    public IReadOnlyList<string> Clear { get; set; } = [];

    /// <summary>The other cells: null clears, empty text is not given.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Cells { get; set; } = [];

    /// <summary>What a piped record knew about its readiness.</summary>
    public JobValidation? Validation { get; set; }

    /// <summary>True for what is no row at all, so that there is nothing to be planned.</summary>
    public bool IsUnreadable { get; set; }

    /// <summary>What was wrong with the row when it was read.</summary>
    public IList<PlanFinding> Problems { get; } = new List<PlanFinding>();
}
