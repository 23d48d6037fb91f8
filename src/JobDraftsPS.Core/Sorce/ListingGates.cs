using System.Text.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>The first gate of publishing, completeness, worked out from a listing as the service sent it.</summary>
internal static class ListingGates
{
    private static readonly string[] RemoteOptions = ["REMOTE", "HYBRID", "IN_PERSON"];
    private static readonly string[] JobTypes = ["FULL_TIME", "PART_TIME", "CONTRACT", "INTERNSHIP"];
    private static readonly string[] JobLevels = ["ENTRY", "MID", "SENIOR"];
    private static readonly string[] SalaryPeriods = ["ANNUAL", "HOURLY"];

    /// <summary>The validation of a listing; null once it is closed or has expired, because then nothing can be published.</summary>
    public static JobValidation? Check(JsonElement listing)
    {
        var gaps = new ListingGaps(listing);
        if (gaps.Text("status") is "CLOSED" or "EXPIRED")
        {
            return null;
        }

        gaps.RequireText("title", "Give the listing a title.");
        gaps.RequireText("description", "Describe the job.");
        gaps.RequireChoice("remoteOption", RemoteOptions, "Say where the work is done.");
        CheckPlace(gaps);
        gaps.RequireChoice("jobType", JobTypes, "Say what kind of employment it is.");
        gaps.RequireChoice("jobLevel", JobLevels, "Say how much experience is needed.");
        CheckPay(gaps);
        CheckBid(gaps);
        gaps.RequireItem("qualifications", IsRequired, "Add one qualification of kind REQUIRED.");
        return gaps.ToValidation();
    }

    private static void CheckPlace(ListingGaps gaps)
    {
        switch (gaps.Text("remoteOption"))
        {
            case "REMOTE":
                gaps.RequireText("remoteCountry", "A remote job needs its country.");
                break;
            case "HYBRID" or "IN_PERSON":
                gaps.RequireItem("locations", _ => true, "An office is needed: pick one from the location search.");
                break;
        }
    }

    private static void CheckPay(ListingGaps gaps)
    {
        gaps.RequireNumber("salaryMin", "Give the lowest pay in whole units.");
        gaps.RequireNumber("salaryMax", "Give the highest pay in whole units.");
        if (gaps.Number("salaryMin") is { } low && gaps.Number("salaryMax") is { } high && low > high)
        {
            gaps.AddIssue("salaryMax", "The highest pay is below the lowest.");
        }

        gaps.RequireChoice("salaryPeriod", SalaryPeriods, "Say what the pay is per.");
    }

    private static void CheckBid(ListingGaps gaps)
    {
        const string Bid = "bidPerQualifiedApplicantCents";
        gaps.RequireNumber(Bid, "Say what a qualified applicant may cost, in cents.");
        if (gaps.Number(Bid) is <= 0)
        {
            gaps.AddIssue(Bid, "The price per qualified applicant must be above 0.");
        }
    }

    private static bool IsRequired(JsonElement qualification) =>
        qualification.ValueKind == JsonValueKind.Object
        && qualification.TryGetProperty("kind", out var kind)
        && kind.ValueKind == JsonValueKind.String
        && kind.ValueEquals("REQUIRED");
}
