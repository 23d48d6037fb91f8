using System.Text.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>The first gate of publishing, completeness, worked out from a listing as the service sent it.</summary>
internal static class ListingGates
{
    private const string Country = "remoteCountry";
    private const string Bid = "bidPerQualifiedApplicantCents";

    /// <summary>The validation of a listing; null once it is closed or has expired, because then nothing can be published.</summary>
    public static JobValidation? Check(JsonElement listing)
    {
        var gaps = new ListingGaps(listing);
        if (gaps.Text("status") is SorceValues.Closed or SorceValues.Expired)
        {
            return null;
        }

        gaps.RequireText("title", "A title is needed.");
        gaps.RequireText("description", "A description is needed.");
        gaps.RequireChoice("remoteOption", SorceValues.RemoteOptions);
        CheckPlace(gaps);
        gaps.RequireChoice("jobType", SorceValues.JobTypes);
        gaps.RequireChoice("jobLevel", SorceValues.JobLevels);
        CheckPay(gaps);
        CheckBid(gaps);
        gaps.RequireItem(SorceValues.Qualifications, IsRequired, $"At least one qualification of kind {SorceValues.Required} is needed.");
        return gaps.ToValidation();
    }

    private static void CheckPlace(ListingGaps gaps)
    {
        switch (gaps.Text("remoteOption"))
        {
            case "REMOTE":
                gaps.RequireText(Country, "A remote job needs its country.");
                break;
            case "HYBRID" or "IN_PERSON":
                gaps.RequireItem(SorceValues.Locations, _ => true, "A job that is not remote needs at least one location. Pick it from the location search.");
                break;
        }
    }

    private static void CheckPay(ListingGaps gaps)
    {
        gaps.RequireNumber("salaryMin", "The lowest salary is needed.");
        gaps.RequireNumber("salaryMax", "The highest salary is needed.");
        if (gaps.Number("salaryMin") is { } low && gaps.Number("salaryMax") is { } high && low > high)
        {
            gaps.AddIssue(SorceAssumptions.ReversedSalariesField, "salaryMin may not be above salaryMax.");
        }

        gaps.RequireChoice("salaryPeriod", SorceValues.SalaryPeriods);
    }

    private static void CheckBid(ListingGaps gaps)
    {
        const string Needed = "A bid above 0 cents is needed.";
        gaps.RequireNumber(Bid, Needed);
        if (gaps.Number(Bid) is <= 0)
        {
            gaps.AddIssue(Bid, Needed);
        }
    }

    /// <summary>Null where the entry does not tell its kind: the service's own sample leaves it out.</summary>
    private static bool? IsRequired(JsonElement qualification) =>
        qualification.ValueKind != JsonValueKind.Object ? false
        : !qualification.TryGetProperty("kind", out var kind) || kind.ValueKind == JsonValueKind.Null ? null
        : kind.ValueKind == JsonValueKind.String && kind.ValueEquals(SorceValues.Required);
}
