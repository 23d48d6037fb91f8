namespace JobDraftsPS.Core.Sorce;

/// <summary>The entries of a listing's sets as objects of this module, taken apart into members.</summary>
internal static class ListingItems
{
    /// <summary>The members of an object of this module, those that are set; null when it is none.</summary>
    public static IEnumerable<KeyValuePair<string, object?>>? Members(object item) => item switch
    {
        JobLocation place => With(
            place.AdditionalData,
            ("locationId", place.LocationId == 0 ? null : place.LocationId),
            ("displayName", place.DisplayName),
            ("city", place.City),
            ("stateProvince", place.StateProvince),
            ("country", place.Country)),
        JobQualification wanted => With(wanted.AdditionalData, ("text", wanted.Text), ("kind", wanted.Kind), ("order", wanted.Order)),
        JobQuestion question => With(question.AdditionalData, ("prompt", question.Prompt), ("order", question.Order), ("options", question.Options)),
        JobBudget budget => With(budget.AdditionalData, ("window", budget.Window), ("budgetCents", budget.BudgetCents), ("notes", budget.Notes)),
        _ => null,
    };

    /// <summary>A null stands for what was not set, so it is left out.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> With(IReadOnlyDictionary<string, object?> unknown, params (string Name, object? Value)[] known) =>
        known.Where(member => member.Value is not null).Select(member => new KeyValuePair<string, object?>(member.Name, member.Value)).Concat(unknown);
}
