namespace JobDraftsPS.Core.Plans;

/// <summary>Finds rows that contradict each other: two values for one field of one job, and two creates that the service takes for one.</summary>
internal sealed class PlanConflicts
{
    private readonly Func<JobService, PlanRules> rules;
    private readonly Dictionary<string, Dictionary<string, (int Row, object? To)>> written = new(StringComparer.Ordinal);
    private readonly Dictionary<(JobService Service, string Key), int> created = [];

    public PlanConflicts(Func<JobService, PlanRules> rules) => this.rules = rules;

    public IEnumerable<PlanFinding> Check(PlanRow row) => row.Operation switch
    {
        PlanOperation.Update => Fields(row),
        PlanOperation.Create when rules(row.Service).TwinOf(row) is { } twin => Twin(row, twin),
        _ => [],
    };

    private List<PlanFinding> Fields(PlanRow row)
    {
        var found = new List<PlanFinding>();
        var key = PlanKeys.Of(row)!;
        if (!written.TryGetValue(key, out var fields))
        {
            written[key] = fields = new(StringComparer.Ordinal);
        }

        foreach (var change in row.Changes)
        {
            if (!fields.TryGetValue(change.Field, out var before))
            {
                fields[change.Field] = (row.Row, change.To);
            }
            else if (!rules(row.Service).Same(change.Field, before.To, change.To))
            {
                found.Add(new PlanFinding
                {
                    Row = row.Row,
                    Column = change.Field,
                    Severity = PlanSeverity.Error,
                    Code = PlanCodes.Conflict,
                    Message = $"Row {before.Row} gives '{change.Field}' of the same job another value.",
                });
            }
        }

        return found;
    }

    private List<PlanFinding> Twin(PlanRow row, PlanTwin twin)
    {
        var key = (row.Service, twin.Key);
        if (!created.TryGetValue(key, out var before))
        {
            created[key] = row.Row;
            return [];
        }

        return [new PlanFinding { Row = row.Row, Column = twin.Column, Severity = PlanSeverity.Error, Code = PlanCodes.Twin, Message = $"Row {before} {twin.Why}." }];
    }
}
