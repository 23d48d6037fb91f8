namespace JobDraftsPS;

/// <summary>A Sorce job listing.</summary>
public sealed class JobListing : JobRecord
{
    /// <inheritdoc />
    public override JobService Service => JobService.Sorce;

    /// <summary>The company that the key is bound to.</summary>
    public string? CompanyId { get; init; }

    /// <summary>The listing's text; empty for a draft without one.</summary>
    public string? Description { get; init; }

    /// <summary><c>REMOTE</c>, <c>HYBRID</c> or <c>IN_PERSON</c>; null when not set.</summary>
    public string? RemoteOption { get; init; }

    /// <summary>The country of a remote job, by name.</summary>
    public string? RemoteCountry { get; init; }

    /// <summary><c>FULL_TIME</c>, <c>PART_TIME</c>, <c>CONTRACT</c> or <c>INTERNSHIP</c>; null when not set.</summary>
    public string? JobType { get; init; }

    /// <summary><c>ENTRY</c>, <c>MID</c> or <c>SENIOR</c>; null when not set.</summary>
    public string? JobLevel { get; init; }

    /// <summary>Lowest pay in whole currency units per <see cref="SalaryPeriod"/>.</summary>
    public long? SalaryMin { get; init; }

    /// <summary>Highest pay in whole currency units per <see cref="SalaryPeriod"/>.</summary>
    public long? SalaryMax { get; init; }

    /// <summary><c>ANNUAL</c> or <c>HOURLY</c>; null when not set.</summary>
    public string? SalaryPeriod { get; init; }

    /// <summary>Price paid per qualified applicant, in cents.</summary>
    public long? BidPerQualifiedApplicantCents { get; init; }

    /// <summary>Offices of a hybrid or in-person job; null where the answer did not carry them.</summary>
    public JobLocation[]? Locations { get; init; }

    /// <summary>Screening criteria; null where the answer did not carry them.</summary>
    public JobQualification[]? Qualifications { get; init; }

    /// <summary>Application questions; null where the answer did not carry them.</summary>
    public JobQuestion[]? Questions { get; init; }

    /// <summary>Spending caps; empty means no cap, null that the answer did not carry them.</summary>
    public JobBudget[]? Budgets { get; init; }

    /// <summary>Applications by state; null when the answer had none.</summary>
    public IReadOnlyDictionary<string, object?>? ApplicationCounts { get; init; }

    /// <summary>True from the first application on: qualifications and questions are then locked.</summary>
    public bool? IsFrozen { get; init; }

    /// <summary>Applicants that nobody has looked at.</summary>
    public long? NewApplicantCount { get; init; }

    /// <summary>When the listing went live; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When the listing ends by itself; null for a draft.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the listing was closed; null while it is not.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
