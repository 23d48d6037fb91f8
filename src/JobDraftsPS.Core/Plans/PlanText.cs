using JobDraftsPS.Core.Json;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Plans;

/// <summary>Words about plans for messages and questions.</summary>
public static class PlanText
{
    private const int Named = 10;

    /// <summary>Rows with what is to be said of each, the first ones by name.</summary>
    public static string Rows(IEnumerable<KeyValuePair<int, string>> rows)
    {
        var all = rows.OrderBy(pair => pair.Key).ToArray();
        var named = string.Join(" ", all.Take(Named).Select(pair => $"Row {pair.Key}: {pair.Value}"));
        return all.Length > Named ? $"{named} And {all.Length - Named} rows more." : named;
    }

    /// <summary>The numbers of rows, the first ones by name.</summary>
    public static string Places(IEnumerable<int> rows)
    {
        var all = rows.OrderBy(row => row).ToArray();
        var named = $"row{(all.Length == 1 ? string.Empty : "s")} {string.Join(", ", all.Take(Named))}";
        return all.Length > Named ? $"{named} and {all.Length - Named} more" : named;
    }

    /// <summary>The rows of a plan that cannot be applied, each with what is wrong with it.</summary>
    public static IReadOnlyDictionary<int, string> Invalid(this JobDraftPlan plan) => plan.Findings
        .Where(finding => finding is { Severity: PlanSeverity.Error, Row: not null })
        .GroupBy(finding => finding.Row!.Value)
        .ToDictionary(ofRow => ofRow.Key, ofRow => string.Join(" ", ofRow.Select(finding => finding.Message)));

    /// <summary>The target of a row as a question names it.</summary>
    public static string Target(PlanRow row)
    {
        var service = ServiceRegistry.NameOf(row.Service);
        var inProject = row.ProjectId is null ? string.Empty : $" in project '{row.ProjectId}'";
        return row switch
        {
            { Operation: PlanOperation.Create } => $"new {service} {(ServiceRegistry.Of(row.Service) is IPlannedService planned ? planned.NewNoun(row.ProjectId is not null) : "job")}{inProject}",
            { JobId: null } => $"{service} project '{row.ProjectId}'",
            _ => $"{service} job '{row.JobId}'{inProject}",
        };
    }

    /// <summary>The present values of a row that are known, as JSON; null where none is.</summary>
    public static string? Before(PlanRow row)
    {
        var known = row.Changes.Where(change => change.FromKnown).Select(change => new KeyValuePair<string, object?>(change.Field, change.From)).ToArray();
        return row.Operation == PlanOperation.Create || known.Length == 0 ? null : PlainJson.Write(known);
    }
}
