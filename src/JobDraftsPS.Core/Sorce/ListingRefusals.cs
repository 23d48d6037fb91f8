using JobDraftsPS.Core.Errors;

namespace JobDraftsPS.Core.Sorce;

/// <summary>What of Sorce is refused here, before anything is sent, under the service's own code where it has one.</summary>
public static class ListingRefusals
{
    internal const string Frozen = "JOB_FROZEN";
    internal const string NotEditable = "JOB_NOT_EDITABLE";

    internal static JobDraftsApiException Incomplete(string? jobId, JobValidation validation)
    {
        var fields = validation.MissingFields.Select(gap => new KeyValuePair<string, string>(gap.Field, gap.Message ?? "missing"))
            .Concat(validation.Issues.Select(issue => new KeyValuePair<string, string>(issue.Field ?? string.Empty, issue.Message ?? "wrong")))
            .GroupBy(field => field.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal);
        var named = string.Join(" ", fields.Select(field => $"{field.Key}: {field.Value}"));
        var what = jobId is null ? "The new listing cannot be published" : $"The edit would leave the live listing '{jobId}' incomplete";
        return new($"Sorce.{SorceErrors.ValidationFailed}", $"{what}: {named} Nothing was sent.")
        {
            Service = JobService.Sorce,
            Kind = FailureKind.Local,
            Code = SorceErrors.ValidationFailed,
            Outcome = CallOutcome.NotSent,
            FieldErrors = fields,
            Validation = validation,
            RecommendedAction = "Fill the fields named, then run it again; -SkipCheck lets the service decide.",
        };
    }

    internal static JobDraftsApiException IsFrozen(string jobId, IEnumerable<string> fields) => State(
        Frozen,
        $"Listing '{jobId}' has applications, so its {string.Join(" and ", fields)} are locked. Nothing was sent.");

    internal static JobDraftsApiException CannotBeEdited(string jobId, string status) => State(
        NotEditable,
        $"Listing '{jobId}' is {status} and cannot be changed any more. Nothing was sent.");

    internal static JobDraftsApiException Unlimited(string? jobId) => LocalErrors.BadValue(
        JobService.Sorce,
        (jobId is null ? "The new listing" : $"Listing '{jobId}'") + " would have no budget left, which means that its spending is unlimited; that is never done by an empty set or by removing the last budget.",
        jobId is null ? "Leave budgets out to make a listing without a cap." : "Say -UnlimitedBudget alone if spending without a cap is meant, or give a budget.");

    internal static JobDraftsApiException TwiceBudgets() => LocalErrors.BadValue(
        JobService.Sorce, "-UnlimitedBudget takes every budget away, and the command or the row gives budgets too.", "Say one of them.");

    internal static JobDraftsApiException NoField(string name) => LocalErrors.BadValue(
        JobService.Sorce, $"'{name}' is no field that is written: a listing's status is changed by commands of its own.", "Use Publish-Job, Suspend-JobListing, Resume-JobListing or Close-JobListing; New-JobListing -Publish makes one that is live.");

    internal static JobDraftsApiException Twice(string field) => LocalErrors.BadValue(
        JobService.Sorce, $"The whole set '{field}' is given, and entries are to join or leave it too.", "Give the whole set, or what joins and leaves it.");

    internal static JobDraftsApiException Unknown(string jobId, string field) => LocalErrors.BadValue(
        JobService.Sorce, $"The service's answer does not say what '{field}' listing '{jobId}' has, so nothing can join or leave them.", "Give the whole set instead.");

    /// <summary>A place's name that means none.</summary>
    public static JobDraftsApiException NoPlace(string text) => LocalErrors.BadValue(
        JobService.Sorce, $"Sorce knows no place '{text}'.", "Try a part of the city's name with Find-JobLocation, and give what it finds.");

    /// <summary>A place's name that means several.</summary>
    public static JobDraftsApiException ManyPlaces(string text, IReadOnlyList<JobLocation> candidates, bool mayBeMore) => LocalErrors.BadValue(
        JobService.Sorce,
        $"'{text}' may mean {(mayBeMore ? "at least " : string.Empty)}{candidates.Count} places: {string.Join("; ", candidates.Select(place => $"{place} ({place.LocationId})"))}.",
        "Write city and state, such as 'Tulsa, Oklahoma', or give the place that Find-JobLocation finds.");

    private static JobDraftsApiException State(string code, string message) => new($"Sorce.{code}", message)
    {
        Service = JobService.Sorce,
        Kind = FailureKind.Local,
        Code = code,
        Outcome = CallOutcome.NotSent,
        RecommendedAction = SorceErrors.Advice(code),
    };
}
