namespace JobDraftsPS.Core.Sorce;

/// <summary>The documented values of Sorce's enums and the names of its sets, as they stand on the wire.</summary>
internal static class SorceValues
{
    public const string Draft = "DRAFT";
    public const string Active = "ACTIVE";
    public const string Paused = "PAUSED";
    public const string Closed = "CLOSED";
    public const string Expired = "EXPIRED";
    public const string Required = "REQUIRED";

    public static IReadOnlyList<string> Statuses { get; } = [Draft, Active, Paused, Closed, Expired];

    public const string Locations = "locations";
    public const string Qualifications = "qualifications";
    public const string Questions = "questions";
    public const string Budgets = "budgets";

    public static IReadOnlyList<string> RemoteOptions { get; } = ["REMOTE", "HYBRID", "IN_PERSON"];

    public static IReadOnlyList<string> JobTypes { get; } = ["FULL_TIME", "PART_TIME", "CONTRACT", "INTERNSHIP"];

    public static IReadOnlyList<string> JobLevels { get; } = ["ENTRY", "MID", "SENIOR"];

    public static IReadOnlyList<string> SalaryPeriods { get; } = ["ANNUAL", "HOURLY"];

    public static IReadOnlyList<string> BudgetWindows { get; } = ["DAILY", "WEEKLY", "MONTHLY", "LIFETIME"];
}
