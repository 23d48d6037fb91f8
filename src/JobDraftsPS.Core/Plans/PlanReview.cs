namespace JobDraftsPS.Core.Plans;

/// <summary>Compares a plan with the state that its jobs are in by now.</summary>
public sealed class PlanReview
{
    private readonly Dictionary<int, string> moved = [];
    private readonly HashSet<int> unchanged = [];
    private readonly Dictionary<int, PlanHazard[]> hazards = [];

    /// <summary>Looks at the rows that are still to be done.</summary>
    /// <param name="plan">The plan as it was reviewed.</param>
    /// <param name="rows">Its rows that are still to be done.</param>
    /// <param name="state">What is known now.</param>
    /// <param name="rules">The rules of the services.</param>
    public PlanReview(JobDraftPlan plan, IReadOnlyList<PlanRow> rows, PlanSnapshot state, IReadOnlyList<PlanRules> rules)
    {
        var byService = rules.ToDictionary(ofService => ofService.Service);
        var simulation = new PlanSimulation(state, service => byService[service]);
        var told = plan.Findings.ToLookup(finding => (finding.Row, finding.Code), finding => finding.Message);
        foreach (var row in rows)
        {
            var now = Copy(row);
            var look = simulation.Look(now);
            hazards[row.Row] = [.. look.Hazards];
            if (look.IsNoChange)
            {
                unchanged.Add(row.Row);
            }
            else if (WhyMoved(row, now, look, byService[row.Service], told) is { } why)
            {
                moved[row.Row] = why;
            }
        }
    }

    /// <summary>The rows whose jobs are not as they were when the plan was made, each with what is different.</summary>
    public IReadOnlyDictionary<int, string> Moved => moved;

    /// <summary>True when all that the row asks for is so already.</summary>
    public bool IsUnchanged(int row) => unchanged.Contains(row);

    /// <summary>What a row may do, as things stand now.</summary>
    public IReadOnlyList<PlanHazard> HazardsOf(int row) => hazards.TryGetValue(row, out var found) ? found : [];

    private static PlanRow Copy(PlanRow row) => new()
    {
        Row = row.Row,
        Service = row.Service,
        JobId = row.JobId,
        ProjectId = row.ProjectId,
        Operation = row.Operation,
        Changes = Array.ConvertAll(row.Changes, change => new PlanChange { Field = change.Field, To = change.To }),
    };

    private static string? WhyMoved(PlanRow row, PlanRow now, RowCheck look, PlanRules rules, ILookup<(int?, string), string> told)
    {
        if (look.Findings.FirstOrDefault(finding => finding.Severity == PlanSeverity.Error && !told.Contains((finding.Row, finding.Code))) is { } wrong)
        {
            return wrong.Message;
        }

        for (var i = 0; i < row.Changes.Length; i++)
        {
            var (planned, present) = (row.Changes[i], now.Changes[i]);
            if (planned.FromKnown && present.FromKnown && !rules.Same(planned.Field, planned.From, present.From))
            {
                return $"{new PlanChange { Field = planned.Field, From = planned.From, FromKnown = true, To = present.From }} since the plan was made.";
            }
        }

        // Accepted was the order that somebody has seen.
        if (look.Findings.FirstOrDefault(finding => finding.Code == PlanCodes.Order) is { } order
            && told[(order.Row, order.Code)].FirstOrDefault() is { } reviewed && reviewed != order.Message)
        {
            return $"{order.Message} When the plan was made it was: {reviewed}";
        }

        if (look.Job is { IsChangedUnseen: true } && Array.Exists(row.Changes, change => change.FromKnown))
        {
            return "The job was changed a moment ago, and the service does not show yet how.";
        }

        // The quota is not the job's: how much of it is left changes by the hour.
        var grown = look.Hazards.Where(hazard => hazard != PlanHazard.QuotaExceeded && !row.Hazards.Contains(hazard)).ToArray();
        return grown.Length > 0 ? $"It has become {string.Join(", ", grown)} since the plan was made." : null;
    }
}
