using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Plans;

/// <summary>What holds for the rows of one service: its fields, what names a job, and what the present state makes of an operation.</summary>
public abstract class PlanRules
{
    private protected static readonly FieldSet None = new([]);

    /// <summary>The service.</summary>
    public abstract JobService Service { get; }

    /// <summary>The fields that a row may name.</summary>
    internal abstract FieldSet FieldsOf(PlanOperation operation, bool inProject);

    /// <summary>The fields that a new job needs.</summary>
    internal abstract IReadOnlyList<string> RequiredOf(bool inProject);

    /// <summary>The field that holds the status, and the word that the operation makes of it.</summary>
    internal abstract (string Field, string Word) StatusAfter(PlanOperation operation);

    /// <summary>What is wrong with how the row names its job; null for nothing.</summary>
    internal virtual string? TargetProblem(PlanRow row) => row.Operation switch
    {
        PlanOperation.Create when row.JobId is not null => "a new job has no jobId yet: leave the cell empty",
        not PlanOperation.Create when row.JobId is null => "the row has no jobId, so it is not known which job it means",
        _ => null,
    };

    /// <summary>What an emptied field is sent as.</summary>
    internal virtual object? Cleared(string field) => null;

    /// <summary>What makes the service take two creates for one; null where each makes a job of its own.</summary>
    internal virtual PlanTwin? TwinOf(PlanRow row) => null;

    /// <summary>What the present state makes of a row.</summary>
    internal abstract void Look(PlanRow row, RowCheck look);

    /// <summary>True when both values of a field mean the same.</summary>
    internal virtual bool Same(string field, object? left, object? right) => PlanValues.Same(left, right);
}
