using JobDraftsPS.Core.Fields;

namespace JobDraftsPS.Core.Sorce;

/// <summary>The fields of a listing that can be written.</summary>
public static class ListingFields
{
    /// <summary>The documented states of a listing.</summary>
    public static IReadOnlyList<string> Statuses => SorceValues.Statuses;

    /// <summary>The documented fields, in the order of the documentation.</summary>
    public static FieldSet Known { get; } = Of(new ListingSets());

    /// <summary>The windows that a budget can be for, each once.</summary>
    public static IReadOnlyList<string> BudgetWindows => SorceValues.BudgetWindows;

    private static FieldSet Of(ListingSets sets)
    {
        const bool clears = SorceAssumptions.NullClearsScalars;
        return new FieldSet(
        [
            new("title", FieldType.Text, canClear: false),
            new("description", FieldType.Text),
            new("remoteOption", FieldType.Choice, SorceValues.RemoteOptions, clears),
            new("remoteCountry", FieldType.Text, canClear: clears),
            Set(sets.Locations),
            new("jobType", FieldType.Choice, SorceValues.JobTypes, clears),
            new("jobLevel", FieldType.Choice, SorceValues.JobLevels, clears),
            new("salaryMin", FieldType.Whole, canClear: clears, minimum: 0),
            new("salaryMax", FieldType.Whole, canClear: clears, minimum: 0),
            new("salaryPeriod", FieldType.Choice, SorceValues.SalaryPeriods, clears),
            new("bidPerQualifiedApplicantCents", FieldType.Whole, canClear: clears, minimum: 0),
            Set(sets.Qualifications),
            Set(sets.Questions),
            Set(sets.Budgets),
        ]);
    }

    /// <summary>The same fields without their lists of values: the service decides.</summary>
    internal static FieldSet Unchecked(FieldSet known) => new(known.Fields.Select(field => field.Unchecked()));

    private static FieldDefinition Set(ListingSet set) => new(set.Field, FieldType.ItemList, readItems: set.Read);
}
