namespace JobDraftsPS;

/// <summary>A Sorce job listing.</summary>
public sealed class JobListing : JobRecord
{
    /// <inheritdoc />
    public override JobService Service => JobService.Sorce;

    /// <summary>The company that the key is bound to.</summary>
    public string? CompanyId { get; internal init; }

    /// <summary>The listing's text; empty for a draft without one.</summary>
    public string? Description { get; internal init; }

    /// <summary><c>REMOTE</c>, <c>HYBRID</c> or <c>IN_PERSON</c>; null when not set.</summary>
    public string? RemoteOption { get; internal init; }

    /// <summary>The country of a remote job, by name.</summary>
    public string? RemoteCountry { get; internal init; }

    /// <summary><c>FULL_TIME</c>, <c>PART_TIME</c>, <c>CONTRACT</c> or <c>INTERNSHIP</c>; null when not set.</summary>
    public string? JobType { get; internal init; }

    /// <summary><c>ENTRY</c>, <c>MID</c> or <c>SENIOR</c>; null when not set.</summary>
    public string? JobLevel { get; internal init; }

    /// <summary>Lowest pay in whole currency units per <see cref="SalaryPeriod"/>.</summary>
    public long? SalaryMin { get; internal init; }

    /// <summary>Highest pay in whole currency units per <see cref="SalaryPeriod"/>.</summary>
    public long? SalaryMax { get; internal init; }

    /// <summary><c>ANNUAL</c> or <c>HOURLY</c>; null when not set.</summary>
    public string? SalaryPeriod { get; internal init; }

    /// <summary>Price paid per qualified applicant, in cents.</summary>
    public long? BidPerQualifiedApplicantCents { get; internal init; }

    /// <summary>Offices of a hybrid or in-person job; null where the answer did not carry them.</summary>
    public RecordList<JobLocation>? Locations { get; internal init; }

    /// <summary>Screening criteria; null where the answer did not carry them.</summary>
    public RecordList<JobQualification>? Qualifications { get; internal init; }

    /// <summary>Application questions; null where the answer did not carry them.</summary>
    public RecordList<JobQuestion>? Questions { get; internal init; }

    /// <summary>Spending caps; empty means no cap, null that the answer did not carry them.</summary>
    public RecordList<JobBudget>? Budgets { get; internal init; }

    /// <summary>Applications by state; null when the answer had none.</summary>
    public IReadOnlyDictionary<string, object?>? ApplicationCounts { get; internal init => field = value is null ? null : RecordTable.Of(value); }

    /// <summary>True from the first application on: qualifications and questions are then locked.</summary>
    public bool? IsFrozen { get; internal init; }

    /// <summary>Applicants that nobody has looked at.</summary>
    public long? NewApplicantCount { get; internal init; }

    /// <summary>When the listing went live; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; internal init; }

    /// <summary>When the listing ends by itself; null for a draft.</summary>
    public DateTimeOffset? ExpiresAt { get; internal init; }

    /// <summary>When the listing was closed; null while it is not.</summary>
    public DateTimeOffset? ClosedAt { get; internal init; }
}
