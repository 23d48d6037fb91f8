namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>One job at one moment. A change makes a new one, so that an answer can be written while another call edits.</summary>
internal sealed record SorceJob(string Id, string CompanyId)
{
    public string Title { get; init; } = "";

    public string? Description { get; init; }

    public string Status { get; init; } = SorceValues.Draft;

    public string? RemoteOption { get; init; }

    public string? RemoteCountry { get; init; }

    public string? JobType { get; init; }

    public string? JobLevel { get; init; }

    public long? SalaryMin { get; init; }

    public long? SalaryMax { get; init; }

    public string? SalaryPeriod { get; init; }

    public long? BidPerQualifiedApplicantCents { get; init; }

    public IReadOnlyList<SorceLocation> Locations { get; init; } = [];

    public IReadOnlyList<SorceQualification> Qualifications { get; init; } = [];

    public IReadOnlyList<SorceQuestion> Questions { get; init; } = [];

    public IReadOnlyList<SorceBudget> Budgets { get; init; } = [];

    public int PendingApplications { get; init; }

    public int AcceptedApplications { get; init; }

    public int RejectedApplications { get; init; }

    public int NewApplicantCount { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What applications cost so far, oldest first.</summary>
    public IReadOnlyList<SorceCharge> Charges { get; init; } = [];

    /// <summary>True from the first application on: counts never fall, so the job never thaws.</summary>
    public bool IsFrozen => PendingApplications + AcceptedApplications + RejectedApplications > 0;

    /// <summary>The job with one more application. One that is decided already has been seen by somebody; a pending one is new.</summary>
    public SorceJob With(SorceApplication kind) => kind switch
    {
        SorceApplication.Pending => this with { PendingApplications = PendingApplications + 1, NewApplicantCount = NewApplicantCount + 1 },
        SorceApplication.Accepted => this with { AcceptedApplications = AcceptedApplications + 1 },
        SorceApplication.Rejected => this with { RejectedApplications = RejectedApplications + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An application is Pending, Accepted or Rejected."),
    };
}
