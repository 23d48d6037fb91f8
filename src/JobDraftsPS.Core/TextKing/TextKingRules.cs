using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.TextKing;

/// <summary>TEXTKING: jobs live in projects, only a prepared project can be changed, and its start is a billed order.</summary>
public sealed class TextKingRules : PlanRules
{
    private static readonly string[] OfProject = ["name"];

    private readonly FieldSet projects;
    private readonly FieldSet jobs;

    /// <summary>Creates the rules.</summary>
    /// <param name="projects">The fields of a project.</param>
    /// <param name="jobs">The fields of a job.</param>
    public TextKingRules(FieldSet projects, FieldSet jobs)
    {
        this.projects = projects;
        this.jobs = jobs;
    }

    /// <inheritdoc />
    public override JobService Service => JobService.TextKing;

    internal override FieldSet FieldsOf(PlanOperation operation, bool inProject) => operation switch
    {
        PlanOperation.Create when !inProject => projects,
        PlanOperation.Create or PlanOperation.Update => jobs,
        _ => None,
    };

    internal override IReadOnlyList<string> RequiredOf(bool inProject) => inProject ? TranslationJobFields.Required : OfProject;

    internal override (string Field, string Word) StatusAfter(PlanOperation operation) => ("state", operation == PlanOperation.Publish ? ProjectStates.Running : ProjectStates.Canceled);

    internal override string? TargetProblem(PlanRow row)
    {
        var isOfJob = row.Operation == PlanOperation.Update;
        return row.ProjectId is { } projectId && !IsUuid(projectId) ? $"'{projectId}' is no project id: a UUID is needed"
            : row.JobId is { } jobId && !IsUuid(jobId) ? $"'{jobId}' is no job id: a UUID is needed"
            : row.Operation == PlanOperation.Create && row.JobId is not null ? "a new job has no jobId yet: leave the cell empty"
            : row.Operation != PlanOperation.Create && row.ProjectId is null ? "the row has no projectId, and each TEXTKING job lives in a project"
            : isOfJob && row.JobId is null ? "the row has no jobId, so it is not known which job it means"
            : row.Operation is PlanOperation.Publish or PlanOperation.Close && row.JobId is not null ? "a project is started or canceled as a whole: leave the jobId empty"
            : null;
    }

    internal override void Look(PlanRow row, RowCheck look)
    {
        if (row.Operation == PlanOperation.Publish)
        {
            look.Accept(PlanHazard.BilledOrder);
            look.RequireReady($"Project '{row.ProjectId}'");
            if (!look.HasError && look.Project?.Order is { } order)
            {
                look.Tell(PlanSeverity.Info, PlanCodes.Order, $"Starting project '{row.ProjectId}' orders {order}.");
            }
        }
        else if (row.Operation == PlanOperation.Close)
        {
            look.Accept(PlanHazard.Irreversible);
        }

        // A project that is what the row would make of it needs no call; any other that is not prepared refuses each.
        var state = look.Project?.Status;
        var isSo = row.Operation is PlanOperation.Publish or PlanOperation.Close && state == StatusAfter(row.Operation).Word;
        if (state is not (null or ProjectStates.Prepared) && !isSo)
        {
            look.Accept(PlanHazard.ProjectNotPrepared);
        }
    }

    private static bool IsUuid(string id) => Guid.TryParseExact(id, "D", out _);
}
