namespace JobDraftsPS;

/// <summary>One row of a plan: a job and what is done to it.</summary>
public sealed class PlanRow
{
    /// <summary>The row's place among the data rows, from 1.</summary>
    public int Row { get; set; }

    /// <summary>The service.</summary>
    public JobService Service { get; set; }

    /// <summary>The job; null for one that is to be created, and for a row that works on a project.</summary>
    public string? JobId { get; set; }

    /// <summary>The project, of TEXTKING.</summary>
    public string? ProjectId { get; set; }

    /// <summary>What is done.</summary>
    public PlanOperation Operation { get; set; }

    /// <summary>The fields, each once. A change of status shows as the change of the field that holds it.</summary>
    public PlanChange[] Changes { get; set; } = [];

    /// <summary>What must be accepted by name before the row is applied.</summary>
    public PlanHazard[] Hazards { get; set; } = [];

    /// <summary>What was found out about the row; also among the findings of the plan, and no part of its hash.</summary>
    public PlanFinding[] Findings { get; internal set; } = [];

    /// <summary>The row's number, what is done, and to which job, on one line.</summary>
    public override string ToString() => $"{Row,4} {Operation,-7} {Service,-9} {JobId ?? ProjectId ?? "(new)"}";
}
