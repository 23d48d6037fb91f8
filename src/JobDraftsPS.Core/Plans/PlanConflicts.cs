namespace JobDraftsPS.Core.Plans;

/// <summary>Finds rows that contradict each other: two values for one field of one job, and two creates that the service takes for one.</summary>
internal sealed class PlanConflicts
{
    private readonly Func<PlanRow, Func<string, object?, object?, bool>> same;
    private readonly Dictionary<string, Dictionary<string, (int Row, object? To)>> written = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Text, string? Reference), int> drafts = [];

    public PlanConflicts(Func<PlanRow, Func<string, object?, object?, bool>> same) => this.same = same;

    public IEnumerable<PlanFinding> Check(PlanRow row) => row.Operation switch
    {
        PlanOperation.Update => Fields(row),
        PlanOperation.Create when row.Service == JobService.OpenTrain => Draft(row),
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
            else if (!same(row)(change.Field, before.To, change.To))
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

    /// <summary>OpenTrain knows a create by its text and reference: the second would give back the first one's draft.</summary>
    private List<PlanFinding> Draft(PlanRow row)
    {
        string? Text(string field) => Array.Find(row.Changes, change => change.Field == field)?.To as string;
        var key = (Text("jobDescription"), Text("externalId"));
        if (key.Item1 is null)
        {
            return [];
        }

        if (!drafts.TryGetValue(key, out var before))
        {
            drafts[key] = row.Row;
            return [];
        }

        return
        [
            new PlanFinding
            {
                Row = row.Row,
                Column = "jobDescription",
                Severity = PlanSeverity.Error,
                Code = PlanCodes.Twin,
                Message = $"Row {before} makes a draft of the same text, and OpenTrain would give back that draft: give each row an externalId of its own.",
            },
        ];
    }
}
