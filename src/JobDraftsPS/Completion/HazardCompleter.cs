namespace JobDraftsPS.Completion;

/// <summary>Offers the hazards of the plan that the command line names, with the number of rows that have each; without a plan all there are.</summary>
internal sealed class HazardCompleter : Completer
{
    protected override IEnumerable<Candidate> Offer(CompletionRequest request)
    {
        var plans = request.All<JobDraftPlan>("Plan").ToArray();
        return plans.Length == 0
            ? Enum.GetNames(typeof(PlanHazard)).Select(name => new Candidate(name))
            : plans.SelectMany(plan => plan.Rows).SelectMany(row => row.Hazards).GroupBy(hazard => hazard).OrderBy(group => group.Key)
                .Select(group => new Candidate(group.Key.ToString(), detail: $"{group.Count()} row{(group.Count() == 1 ? string.Empty : "s")}"));
    }
}
