namespace JobDraftsPS.Sandbox.Sorce;

/// <summary>The documented values of Sorce's enums, as they stand on the wire.</summary>
internal static class SorceValues
{
    public const string Draft = "DRAFT";
    public const string Active = "ACTIVE";
    public const string Paused = "PAUSED";
    public const string Closed = "CLOSED";
    public const string Expired = "EXPIRED";
    public const string Remote = "REMOTE";
    public const string RequiredKind = "REQUIRED";

    /// <summary>What a create or an edit may hold.</summary>
    public static readonly IReadOnlyList<string> Writable =
    [
        "title", "description", "remoteOption", "remoteCountry", "locations", "jobType", "jobLevel", "salaryMin", "salaryMax", "salaryPeriod",
        "bidPerQualifiedApplicantCents", "qualifications", "questions", "budgets", "publish",
    ];

    public static readonly IReadOnlyList<string> Statuses = [Draft, Active, Paused, Closed, Expired];
    public static readonly IReadOnlyList<string> RemoteOptions = [Remote, "HYBRID", "IN_PERSON"];
    public static readonly IReadOnlyList<string> JobTypes = ["FULL_TIME", "PART_TIME", "CONTRACT", "INTERNSHIP"];
    public static readonly IReadOnlyList<string> JobLevels = ["ENTRY", "MID", "SENIOR"];
    public static readonly IReadOnlyList<string> SalaryPeriods = ["ANNUAL", "HOURLY"];
    public static readonly IReadOnlyList<string> BudgetWindows = ["DAILY", "WEEKLY", "MONTHLY", "LIFETIME"];
}
