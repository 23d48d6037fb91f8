namespace JobDraftsPS.Core.Plans;

/// <summary>What the present state makes of one row.</summary>
internal sealed class RowCheck
{
    private readonly int row;
    private readonly List<PlanFinding> findings = [];
    private readonly List<PlanHazard> hazards = [];

    public RowCheck(int row, JobSnapshot? job, JobSnapshot? project, bool isEdited)
    {
        this.row = row;
        Job = job;
        Project = project;
        IsEdited = isEdited;
    }

    /// <summary>What the row works on; null where nothing is known of it.</summary>
    public JobSnapshot? Job { get; }

    /// <summary>The project that the row works in, of TEXTKING; null where nothing is known of it.</summary>
    public JobSnapshot? Project { get; }

    /// <summary>True when a row before this one writes the same job, so that its gaps may be filled by then.</summary>
    public bool IsEdited { get; }

    /// <summary>True when the row would leave everything as it is.</summary>
    public bool IsNoChange { get; set; }

    public IReadOnlyList<PlanFinding> Findings => findings;

    public IReadOnlyList<PlanHazard> Hazards => hazards;

    public bool HasError => findings.Exists(finding => finding.Severity == PlanSeverity.Error);

    public void Accept(PlanHazard hazard) => hazards.Add(hazard);

    public void Error(string code, string message) => findings.Add(new PlanFinding { Row = row, Severity = PlanSeverity.Error, Code = code, Message = message });

    public void Tell(PlanSeverity severity, string code, string message) => findings.Add(new PlanFinding { Row = row, Severity = severity, Code = code, Message = message });

    /// <summary>The error of a job that is not ready to go live.</summary>
    public void RequireReady(string noun)
    {
        if (!IsEdited && Job?.Validation is { PublishReady: false } validation)
        {
            Error(PlanCodes.NotReady, $"{noun} is {validation}.");
        }
    }
}
