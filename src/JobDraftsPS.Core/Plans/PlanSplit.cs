using JobDraftsPS.Core.Errors;
using JobDraftsPS.Core.Services;

namespace JobDraftsPS.Core.Plans;

/// <summary>Splits a plan into parts that several machines apply side by side: no job is in two parts, and the publications add up to the quota.</summary>
public static class PlanSplit
{
    /// <summary>The parts, in which rows keep their numbers.</summary>
    /// <param name="plan">The whole plan.</param>
    /// <param name="count">How many parts.</param>
    /// <param name="publishQuota">The publications a day of a service that counts them, to be shared out.</param>
    /// <exception cref="JobDraftsApiException">The plan was edited, or is a part already.</exception>
    public static IReadOnlyList<JobDraftPlan> Split(JobDraftPlan plan, int count, int publishQuota)
    {
        PlanFile.RequireUnedited(plan, "given");
        if (plan.PublishShare is not null)
        {
            throw LocalErrors.Plan("The plan is a part of another one already.", "Split the whole plan into more parts.");
        }

        var parts = Enumerable.Range(0, count).Select(index => new Part((publishQuota / count) + (index < publishQuota % count ? 1 : 0))).ToArray();
        foreach (var group in plan.Rows.GroupBy(GroupOf, StringComparer.Ordinal))
        {
            PartFor(group, parts).Add(group);
        }

        return Array.ConvertAll(parts, part => part.ToPlan(plan));
    }

    /// <summary>What must stay together: rows of one job run in order, and a project is one order.</summary>
    private static string GroupOf(PlanRow row) => row switch
    {
        { ProjectId: not null } => PlanKeys.Project(row)!,
        { Operation: PlanOperation.Create } => $"new {row.Row}",
        _ => PlanKeys.Of(row)!,
    };

    /// <summary>The part with the least work; for a publication the one that has published least of its share.</summary>
    private static Part PartFor(IEnumerable<PlanRow> group, Part[] parts)
    {
        var publications = group.Count(Part.Publishes);
        var able = publications == 0 ? parts : Array.FindAll(parts, part => part.Share > 0);
        return (able.Length > 0 ? able : parts)
            .OrderBy(part => publications == 0 || part.Share == 0 ? 0 : (double)part.Publications / part.Share)
            .ThenBy(part => part.Rows.Count)
            .First();
    }

    private sealed class Part(int share)
    {
        public int Share { get; } = share;

        public List<PlanRow> Rows { get; } = [];

        public int Publications { get; private set; }

        public void Add(IEnumerable<PlanRow> rows)
        {
            Rows.AddRange(rows);
            Publications += rows.Count(Publishes);
        }

        public static bool Publishes(PlanRow row) => row.Operation == PlanOperation.Publish && ServiceRegistry.Of(row.Service) is IPlannedService { CountsPublications: true };

        public JobDraftPlan ToPlan(JobDraftPlan whole)
        {
            var rows = new HashSet<int>(Rows.Select(row => row.Row));
            var part = new JobDraftPlan
            {
                Rows = [.. Rows.OrderBy(row => row.Row)],
                Findings = [.. whole.Findings.Where(finding => finding.Row is { } row && rows.Contains(row))],
                CreatedAt = whole.CreatedAt,
                Accounts = whole.Accounts,
                PublishShare = Share,
            };
            part.Hash = PlanHash.Of(part);
            return part;
        }
    }
}
