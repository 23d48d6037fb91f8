namespace JobDraftsPS.Tests.Sorce;

/// <summary>What the tests of listings type again and again.</summary>
internal static class ListingScripts
{
    /// <summary>Everything that a live listing needs, to be splatted.</summary>
    public const string Complete = """
        $complete = @{
            Title = 'Crane operator'; Description = 'Lift things.'; RemoteOption = 'HYBRID'; Locations = 'Tulsa, Oklahoma'; JobType = 'FULL_TIME'; JobLevel = 'MID'
            SalaryMin = 20; SalaryMax = 30; SalaryPeriod = 'HOURLY'; BidPerQualifiedApplicantCents = 500; Qualifications = 'Licence'; Budgets = @{ window = 'MONTHLY'; budgetCents = 5000 }
        }

        """;

    /// <summary>The fields of the gates that a title alone leaves open.</summary>
    public static readonly string[] GapsOfATitle =
        ["bidPerQualifiedApplicantCents", "description", "jobLevel", "jobType", "qualifications", "remoteOption", "salaryMax", "salaryMin", "salaryPeriod"];
}
