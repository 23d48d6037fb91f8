namespace JobDraftsPS;

/// <summary>What a row may do that cannot be taken back or that costs money. Whoever applies a plan accepts each kind by name.</summary>
public enum PlanHazard : long
{
    /// <summary>An edit of a live OpenTrain job: where moderation refuses it, it is kept and the job goes offline.</summary>
    LiveEdit,

    /// <summary>A set of a Sorce listing is replaced whole, and entries that it has now are not in the new one, or may not be.</summary>
    ReplaceSetLoss,

    /// <summary>A Sorce listing without budgets spends without a limit.</summary>
    UnlimitedBudget,

    /// <summary>The start of a TEXTKING project orders and bills its translations.</summary>
    BilledOrder,

    /// <summary>The row ends something that nothing opens again.</summary>
    Irreversible,

    /// <summary>A Sorce listing with applications refuses changes of its qualifications and questions.</summary>
    FrozenFields,

    /// <summary>A TEXTKING project that is no longer prepared refuses every change.</summary>
    ProjectNotPrepared,

    /// <summary>More publications than the quota allows today: the rest keeps its place for another day.</summary>
    QuotaExceeded,
}
