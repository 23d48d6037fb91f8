using System.Text.Json;
using JobDraftsPS.Core.Json;

namespace JobDraftsPS.Core.Sorce;

/// <summary>Reads Sorce's success answers into records. Null when an answer is not what it should be.</summary>
internal static class SorceReader
{
    public static ConnectionTest? Test(JsonElement element, Uri baseUri) => !element.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array ? null : new ConnectionTest
    {
        Service = JobService.Sorce,
        BaseUri = baseUri,
        Succeeded = true,
        Message = "The key is good. The service does not say which company it is bound to.",
    };

    public static JobListing? Listing(JsonElement element)
    {
        var reader = new RecordReader(element);
        if (reader.Text("id") is not { Length: > 0 } jobId)
        {
            return null;
        }

        return new JobListing
        {
            JobId = jobId,
            CompanyId = reader.Text("companyId"),
            Title = reader.Text("title"),
            Description = reader.Text("description"),
            Status = reader.Text("status"),
            RemoteOption = reader.Text("remoteOption"),
            RemoteCountry = reader.Text("remoteCountry"),
            JobType = reader.Text("jobType"),
            JobLevel = reader.Text("jobLevel"),
            SalaryMin = reader.Whole("salaryMin"),
            SalaryMax = reader.Whole("salaryMax"),
            SalaryPeriod = reader.Text("salaryPeriod"),
            BidPerQualifiedApplicantCents = reader.Whole("bidPerQualifiedApplicantCents"),
            Locations = reader.Values("locations"),
            Qualifications = reader.Values("qualifications"),
            Questions = reader.Values("questions"),
            Budgets = reader.Values("budgets"),
            ApplicationCounts = reader.Object("applicationCounts") is { } counts ? PlainJson.ReadObject(counts) : null,
            IsFrozen = reader.Flag("isFrozen"),
            NewApplicantCount = reader.Whole("newApplicantCount"),
            PublishedAt = reader.Moment("publishedAt"),
            ExpiresAt = reader.Moment("expiresAt"),
            ClosedAt = reader.Moment("closedAt"),
            Validation = ListingGates.Check(element),
            AdditionalData = reader.Rest(),
        };
    }
}
