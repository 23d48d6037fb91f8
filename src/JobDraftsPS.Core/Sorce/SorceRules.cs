using JobDraftsPS.Core.Fields;
using JobDraftsPS.Core.Plans;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Sorce: sets are replaced whole, no budget means no limit, and what has ended stays ended.</summary>
public sealed class SorceRules : PlanRules
{
    private static readonly string[] Required = ["title"];
    private readonly FieldSet listings;

    /// <summary>Creates the rules.</summary>
    /// <param name="listings">The fields of a listing.</param>
    public SorceRules(FieldSet listings) => this.listings = listings;

    /// <inheritdoc />
    public override JobService Service => JobService.Sorce;

    internal override FieldSet FieldsOf(PlanOperation operation, bool inProject) => operation is PlanOperation.Create or PlanOperation.Update ? listings : None;

    internal override IReadOnlyList<string> RequiredOf(bool inProject) => Required;

    internal override (string Field, string Word) StatusAfter(PlanOperation operation) => ("status", operation == PlanOperation.Publish ? SorceValues.Active : SorceValues.Closed);

    internal override bool Same(string field, object? left, object? right) =>
        SorceSets.IsSet(field) ? SorceSets.Same(field, left, right) : base.Same(field, left, right);

    /// <summary>A set has no null.</summary>
    internal override object? Cleared(string field) => SorceSets.IsSet(field) ? Array.Empty<object?>() : null;

    internal override void Look(PlanRow row, RowCheck look)
    {
        switch (row.Operation)
        {
            case PlanOperation.Close:
                look.Accept(PlanHazard.Irreversible);
                RequireStatus(row, look, "only a live or paused listing is closed", SorceValues.Active, SorceValues.Paused, SorceValues.Closed);
                break;
            case PlanOperation.Publish:
                RequireStatus(row, look, "only a draft is published", SorceValues.Draft, SorceValues.Active);
                look.RequireReady($"Listing '{row.JobId}'");
                break;
            case PlanOperation.Update:
                RequireStatus(row, look, "what has ended cannot be edited", SorceValues.Draft, SorceValues.Active, SorceValues.Paused);
                break;
        }

        foreach (var change in row.Changes.Where(change => SorceSets.IsSet(change.Field)))
        {
            LookAtSet(row, change, look);
        }
    }

    private static void RequireStatus(PlanRow row, RowCheck look, string why, params string[] allowed)
    {
        if (look.Job?.Status is { } status && !allowed.Contains(status))
        {
            look.Error(PlanCodes.WrongStatus, $"Listing '{row.JobId}' is {status}: {why}.");
        }
    }

    private static void LookAtSet(PlanRow row, PlanChange change, RowCheck look)
    {
        var isNew = change.FromKnown && SorceSets.Same(change.Field, change.From, change.To);
        if (change is { Field: SorceValues.Budgets, To: null or object?[] { Length: 0 } } && !isNew)
        {
            look.Accept(PlanHazard.UnlimitedBudget);
        }

        if (row.Operation == PlanOperation.Update && (!change.FromKnown || SorceSets.Loses(change.Field, change.From, change.To)) && !look.Hazards.Contains(PlanHazard.ReplaceSetLoss))
        {
            look.Accept(PlanHazard.ReplaceSetLoss);
        }

        if (SorceSets.IsFrozen(change.Field) && look.Job is { IsFrozen: true } && !look.Hazards.Contains(PlanHazard.FrozenFields))
        {
            look.Accept(PlanHazard.FrozenFields);
        }
    }
}
